import { and, eq, getTableColumns } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type BudgetLine } from '~/domain/initiative/budget';
import { type Stance } from '~/domain/initiative/support';
import { type InitiativeAct, initiativeLifecycle, type InitiativeState } from '~/domain/lifecycle/initiative';
import { type Mover, next } from '~/domain/lifecycle/machine';
import { type Cents } from '~/domain/money/cents';
import { type TargetGroup, type Theme } from '~/domain/initiative/purpose';
import { type Transaction } from '../../client';
import {
  applicant,
  budgetLine,
  initiative,
  initiativeEvent,
  type ReferralReason,
  supportStatement,
} from '../../schema';

const { search: _search, ...columns } = getTableColumns(initiative);

export type LockedInitiative = Awaited<ReturnType<typeof lockInitiative>>;

/**
 * An initiative with its applicants, locked until the end of the transaction: every act on one takes this lock first.
 * Throws 'notFound'.
 */
export async function lockInitiative(tx: Transaction, which: { number: number } | { id: string }) {
  const [row] = await tx
    .select(columns)
    .from(initiative)
    .where('id' in which ? eq(initiative.id, which.id) : eq(initiative.number, which.number))
    .for('update');
  if (!row) throw new DomainError('notFound');
  const applicants = await tx
    .select({ personId: applicant.personId, part: applicant.part })
    .from(applicant)
    .where(eq(applicant.initiativeId, row.id));
  return { ...row, applicants, applicantIds: applicants.map(({ personId }) => personId) };
}

/** A new concept of one applicant. Returns its public number. */
export async function insertInitiative(
  tx: Transaction,
  row: { id: string; areaId: string; title: string; createdAt: Date; personId: string },
): Promise<number> {
  const { personId, ...rest } = row;
  const [made] = await tx
    .insert(initiative)
    .values({ ...rest, state: 'draft' })
    .returning({ number: initiative.number });
  if (!made) throw new Error('no initiative was made');
  await tx.insert(applicant).values({ initiativeId: row.id, personId, part: 'applicant' });
  await tx.insert(initiativeEvent).values({
    initiativeId: row.id,
    act: 'create',
    toState: 'draft',
    actorId: personId,
    actorRole: 'applicant',
    at: row.createdAt,
  });
  return made.number;
}

/** What an applicant writes about an initiative, besides its begroting and its co-applicants. */
export interface InitiativeContent {
  title: string;
  summary: string;
  story: string;
  theme: Theme | null;
  /** Null is for everybody. */
  targetGroup: TargetGroup | null;
  place: string;
  participants: number | null;
  startsOn: CalendarDate | null;
  ownContributionCents: Cents;
}

/** Saves what was written; amounts in cents. Requested is recomputed by the caller, in the same transaction as the lines. */
export async function updateContent(
  tx: Transaction,
  id: string,
  content: Partial<InitiativeContent> & { requestedCents?: Cents },
): Promise<void> {
  if (Object.keys(content).length === 0) return;
  await tx.update(initiative).set(content).where(eq(initiative.id, id));
}

/** Replaces the begroting. Prices in cents. */
export async function replaceLines(tx: Transaction, id: string, lines: readonly BudgetLine[]): Promise<void> {
  await tx.delete(budgetLine).where(eq(budgetLine.initiativeId, id));
  if (lines.length === 0) return;
  await tx
    .insert(budgetLine)
    .values(lines.map((line, index) => ({ initiativeId: id, position: index + 1, ...line })));
}

export interface TransitionFacts {
  reason?: string | null;
  decisionId?: string;
  entryId?: bigint;
  /** What changes with the state, by rule of the database: the frozen rules, the dates, the amount granted. */
  set?: {
    schemeVersionId?: string;
    submittedOn?: CalendarDate;
    decideBy?: CalendarDate;
    grantedCents?: Cents;
    referredToCity?: ReferralReason;
  };
}

/**
 * Moves a locked initiative along its lifecycle and adds the event to its public timeline. Returns the new state.
 * Throws 'transitionRefused' when the table has no such edge. Who may do so is asked of the policy before.
 */
export async function recordTransition(
  tx: Transaction,
  locked: { id: string; state: InitiativeState },
  act: InitiativeAct,
  by: { at: Date; actorId: string | null; role: Mover },
  facts: TransitionFacts = {},
): Promise<InitiativeState> {
  const toState = next(initiativeLifecycle, locked.state, act);
  const { set, ...eventFacts } = facts;
  const moved = await tx
    .update(initiative)
    .set({ ...set, state: toState })
    .where(and(eq(initiative.id, locked.id), eq(initiative.state, locked.state)))
    .returning({ id: initiative.id });
  if (moved.length !== 1) throw new Error(`initiative ${locked.id} was not locked before its transition`);
  await tx.insert(initiativeEvent).values({
    initiativeId: locked.id,
    act,
    fromState: locked.state,
    toState,
    actorId: by.actorId,
    actorRole: by.role,
    at: by.at,
    ...eventFacts,
  });
  return toState;
}

/** Writes what a neighbour thinks, in the place of what that neighbour thought before. */
export async function putStatement(
  tx: Transaction,
  row: { initiativeId: string; personId: string; stance: Stance; givenAt: Date },
): Promise<void> {
  await tx
    .insert(supportStatement)
    .values(row)
    .onConflictDoUpdate({
      target: [supportStatement.initiativeId, supportStatement.personId],
      set: { stance: row.stance, givenAt: row.givenAt },
    });
}
