import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { type Cents, cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import {
  agendaItem,
  applicant,
  area,
  body,
  decision,
  initiative,
  initiativeEvent,
  journalEntry,
  meeting,
  person,
  scheme,
  schemeVersion,
} from '../../schema';
import { readPage } from '../page';

/** A decision as the list shows it; amounts in cents. */
export type ListedDecision = Awaited<ReturnType<typeof decisionsPage>>['rows'][number];

/** Decisions, newest first, twenty a page; of one council or one year where asked. */
export function decisionsPage(
  db: Queryable,
  { bodyId, year, page }: { bodyId?: string; year?: number; page: number },
) {
  const wanted = and(
    bodyId === undefined ? undefined : eq(decision.bodyId, bodyId),
    year === undefined ? undefined : eq(decision.year, year),
  );
  return readPage({ page, size: 20 }, db.$count(decision, wanted), (limit, offset) =>
    listed(db)
      .where(wanted)
      .orderBy(...newestFirst)
      .limit(limit)
      .offset(offset),
  );
}

/** The newest decisions. */
export function newestDecisions(db: Queryable, most: number) {
  return listed(db)
    .orderBy(...newestFirst)
    .limit(most);
}

const newestFirst = [desc(decision.decidedAt), desc(decision.number)];

function listed(db: Queryable) {
  return db
    .select({
      id: decision.id,
      year: decision.year,
      number: decision.number,
      outcome: decision.outcome,
      amountCents: decision.amountCents,
      requestedCents: initiative.requestedCents,
      votesFor: decision.votesFor,
      votesAgainst: decision.votesAgainst,
      votesBlank: decision.votesBlank,
      decidedOn: decision.decidedOn,
      body: body.name,
      title: initiative.title,
    })
    .from(decision)
    .innerJoin(body, eq(body.id, decision.bodyId))
    .innerJoin(initiative, eq(initiative.id, decision.initiativeId))
    .$dynamic();
}

/** The years in which a decision was taken, newest first. */
export async function decisionYears(db: Queryable): Promise<number[]> {
  const rows = await db.selectDistinct({ year: decision.year }).from(decision).orderBy(desc(decision.year));
  return rows.map(({ year }) => year);
}

/** Everything public about one decision: the vote, the item, the initiative, the law it stands under and its booking. */
export async function decisionById(db: Queryable, id: string) {
  const [found] = await db
    .select({
      decision,
      body: { name: body.name, slug: body.slug, kind: body.kind },
      earlier: agendaItem.earlier,
      reconvenes: meeting.reconvenes,
      initiative: {
        number: initiative.number,
        title: initiative.title,
        summary: initiative.summary,
        requestedCents: initiative.requestedCents,
      },
      area: { name: area.name, slug: area.slug },
      regime: scheme.legalRegime,
      entry: { number: journalEntry.number },
    })
    .from(decision)
    .innerJoin(body, eq(body.id, decision.bodyId))
    .innerJoin(agendaItem, eq(agendaItem.id, decision.itemId))
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .innerJoin(initiative, eq(initiative.id, decision.initiativeId))
    .innerJoin(area, eq(area.id, initiative.areaId))
    .innerJoin(schemeVersion, eq(schemeVersion.id, initiative.schemeVersionId))
    .innerJoin(scheme, eq(scheme.id, schemeVersion.schemeId))
    .leftJoin(initiativeEvent, eq(initiativeEvent.decisionId, decision.id))
    .leftJoin(journalEntry, eq(journalEntry.id, initiativeEvent.entryId))
    .where(eq(decision.id, id));
  return found;
}

/** What a council granted in a calendar year by decisions of its own, in cents. */
export async function grantedInYear(db: Queryable, bodyId: string, year: number): Promise<Cents> {
  const [row] = await db
    .select({ total: sql<string>`coalesce(sum(${decision.amountCents}), 0)` })
    .from(decision)
    .where(and(eq(decision.bodyId, bodyId), eq(decision.year, year), eq(decision.outcome, 'adopted')));
  return cents(BigInt(row?.total ?? 0));
}

/** What was decided on an agenda item, if anything was. */
export async function decisionOfItem(db: Queryable, itemId: string) {
  const { id, outcome, amountCents, votesFor, votesAgainst, votesBlank } = decision;
  const [found] = await db
    .select({ id, outcome, amountCents, votesFor, votesAgainst, votesBlank })
    .from(decision)
    .where(eq(decision.itemId, itemId));
  return found;
}

/** Under which law the fund stands that an initiative asks money of. */
export async function regimeOf(db: Queryable, initiativeId: string) {
  const [found] = await db
    .select({ regime: scheme.legalRegime })
    .from(initiative)
    .innerJoin(schemeVersion, eq(schemeVersion.id, initiative.schemeVersionId))
    .innerJoin(scheme, eq(scheme.id, schemeVersion.schemeId))
    .where(eq(initiative.id, initiativeId));
  if (!found) throw new Error(`initiative ${initiativeId} has no rules`);
  return found.regime;
}

/** The e-mail addresses of who asks for the money; only for letters to themselves. */
export async function addressesOf(db: Queryable, initiativeId: string): Promise<string[]> {
  const rows = await db
    .select({ email: person.email })
    .from(applicant)
    .innerJoin(person, eq(person.id, applicant.personId))
    .where(and(eq(applicant.initiativeId, initiativeId), isNull(person.endedAt)))
    .orderBy(person.email);
  return rows.map(({ email }) => email);
}
