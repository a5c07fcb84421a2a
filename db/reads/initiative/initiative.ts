import {
  and,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  ne,
  notInArray,
  sql,
} from 'drizzle-orm';
import { type Stance, type SupportCount } from '~/domain/initiative/support';
import { type InitiativeAct } from '~/domain/lifecycle/initiative';
import { type Queryable } from '../../client';
import {
  agendaItem,
  applicant,
  area,
  body,
  budgetLine,
  decision,
  initiative,
  initiativeEvent,
  meeting,
  person,
  residence,
  scheme,
  schemeVersion,
  supportStatement,
} from '../../schema';
import { readPage } from '../page';
import { runningResidence, sufficientResidence } from './supporters';

/** Rules are frozen at the moment an initiative becomes public, so this tells who may see it; also once withdrawn. */
export const isPublic = isNotNull(initiative.schemeVersionId);

const { search: _search, ...columns } = getTableColumns(initiative);

export type InitiativeRecord = NonNullable<Awaited<ReturnType<typeof initiativeByNumber>>>;

/** An initiative in any state with its wijk, begroting and applicants; `published` says whether everyone may see it. */
export async function initiativeByNumber(db: Queryable, number: number) {
  const [found] = await db
    .select({ ...columns, area: { id: area.id, slug: area.slug, name: area.name } })
    .from(initiative)
    .innerJoin(area, eq(area.id, initiative.areaId))
    .where(eq(initiative.number, number));
  if (!found) return undefined;
  return {
    ...found,
    published: found.schemeVersionId !== null,
    lines: await linesOf(db, found.id),
    applicants: await applicantsOf(db, found.id),
  };
}

/** The begroting in its own order; prices in cents. */
export async function linesOf(db: Queryable, initiativeId: string) {
  return db
    .select({
      description: budgetLine.description,
      quantity: budgetLine.quantity,
      unitCents: budgetLine.unitCents,
    })
    .from(budgetLine)
    .where(eq(budgetLine.initiativeId, initiativeId))
    .orderBy(asc(budgetLine.position));
}

/** Who ask for the money, the applicant first. For the applicants' own eyes and for use cases: holds addresses. */
export async function applicantsOf(db: Queryable, initiativeId: string) {
  return db
    .select({
      personId: applicant.personId,
      part: applicant.part,
      name: person.name,
      email: person.email,
      bornOn: person.bornOn,
    })
    .from(applicant)
    .innerJoin(person, eq(person.id, applicant.personId))
    .where(eq(applicant.initiativeId, initiativeId))
    .orderBy(asc(applicant.part), asc(person.name), asc(person.email));
}

/**
 * What the neighbours think: one statement a person, only of residents of the wijk itself, without the applicants.
 * domain.md §2.4.
 */
export async function supportOf(
  db: Queryable,
  { id, areaId }: { id: string; areaId: string },
  applicantIds: readonly string[],
): Promise<SupportCount> {
  const rows = await db
    .select({ stance: supportStatement.stance, count: count(), proven: count(residence.id) })
    .from(supportStatement)
    .innerJoin(person, eq(person.id, supportStatement.personId))
    .innerJoin(initiative, eq(initiative.id, supportStatement.initiativeId))
    .leftJoin(schemeVersion, eq(schemeVersion.id, initiative.schemeVersionId))
    .leftJoin(residence, runningResidence)
    .where(
      and(
        eq(supportStatement.initiativeId, id),
        eq(person.areaId, areaId),
        notInArray(supportStatement.personId, [...applicantIds]),
        sufficientResidence,
      ),
    )
    .groupBy(supportStatement.stance);
  const inFavour = rows.find(({ stance }) => stance === 'for');
  return {
    ...{ for: 0, against: 0, none: 0 },
    ...Object.fromEntries(rows.map((row) => [row.stance, row.count])),
    unproven: inFavour ? inFavour.count - inFavour.proven : 0,
  };
}

/** What this one person said about an initiative, for that person's own eyes. */
export async function stanceOf(
  db: Queryable,
  initiativeId: string,
  personId: string,
): Promise<Stance | null> {
  const [found] = await db
    .select({ stance: supportStatement.stance })
    .from(supportStatement)
    .where(and(eq(supportStatement.initiativeId, initiativeId), eq(supportStatement.personId, personId)));
  return found?.stance ?? null;
}

/** The public life of an initiative from the day it was published, oldest first, 50 a page. Roles, never names. */
export async function eventsOf(db: Queryable, initiativeId: string, page: number) {
  const { seq, act, actorRole: role, at, reason, decisionId } = initiativeEvent;
  const shown = and(eq(initiativeEvent.initiativeId, initiativeId), ne(act, 'create'));
  return readPage({ page, size: 50 }, db.$count(initiativeEvent, shown), (limit, offset) =>
    db
      .select({ seq, act: sql<InitiativeAct>`${act}`, role, at, reason, decisionId })
      .from(initiativeEvent)
      .where(shown)
      .orderBy(asc(seq))
      .limit(limit)
      .offset(offset),
  );
}

/** When the state of an initiative last changed. */
export async function changedAt(db: Queryable, initiativeId: string): Promise<Date | undefined> {
  const [last] = await db
    .select({ at: initiativeEvent.at })
    .from(initiativeEvent)
    .where(eq(initiativeEvent.initiativeId, initiativeId))
    .orderBy(desc(initiativeEvent.seq))
    .limit(1);
  return last?.at;
}

/** The decision that granted or rejected an initiative, with its votes; undefined while there is none. */
export async function decisionOn(db: Queryable, initiativeId: string) {
  const [found] = await db
    .select({
      id: decision.id,
      outcome: decision.outcome,
      amountCents: decision.amountCents,
      for: decision.votesFor,
      against: decision.votesAgainst,
      abstain: decision.votesBlank,
      reasons: decision.reasons,
      decidedOn: decision.decidedOn,
      body: body.name,
      legalRegime: scheme.legalRegime,
    })
    .from(decision)
    .innerJoin(body, eq(body.id, decision.bodyId))
    .innerJoin(initiative, eq(initiative.id, decision.initiativeId))
    .innerJoin(schemeVersion, eq(schemeVersion.id, initiative.schemeVersionId))
    .innerJoin(scheme, eq(scheme.id, schemeVersion.schemeId))
    .where(and(eq(decision.initiativeId, initiativeId), inArray(decision.outcome, ['adopted', 'notAdopted'])))
    .orderBy(desc(decision.decidedAt))
    .limit(1);
  return found;
}

/** Which council has an initiative before it: the buurtraad of its wijk, or the stadsraad once it was sent there. */
export async function bodyFor(
  db: Queryable,
  { areaId, referredToCity }: { areaId: string; referredToCity: string | null },
) {
  const [found] = await db
    .select({ name: body.name, kind: body.kind })
    .from(body)
    .where(
      referredToCity === null
        ? and(eq(body.areaId, areaId), eq(body.kind, 'buurtraad'))
        : eq(body.kind, 'stadsraad'),
    );
  return found;
}

/** When the meeting is that has an initiative on its agenda; undefined when there is none ahead. */
export async function meetingFor(db: Queryable, initiativeId: string): Promise<Date | undefined> {
  const [found] = await db
    .select({ startsAt: meeting.startsAt })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(eq(agendaItem.initiativeId, initiativeId), inArray(meeting.state, ['planned', 'opened'])))
    .orderBy(desc(meeting.startsAt))
    .limit(1);
  return found?.startsAt;
}

/** A person's own initiatives, newest first, twelve a page, concepts included. */
export function initiativesOf(db: Queryable, personId: string, page: number) {
  const own = eq(applicant.personId, personId);
  return readPage({ page, size: 12 }, db.$count(applicant, own), (limit, offset) =>
    db
      .select({
        number: initiative.number,
        title: initiative.title,
        state: initiative.state,
        published: sql<boolean>`${isPublic}`,
        requestedCents: initiative.requestedCents,
        grantedCents: initiative.grantedCents,
        decideBy: initiative.decideBy,
        area: { slug: area.slug, name: area.name },
      })
      .from(initiative)
      .innerJoin(applicant, eq(applicant.initiativeId, initiative.id))
      .innerJoin(area, eq(area.id, initiative.areaId))
      .where(own)
      .orderBy(desc(initiative.number))
      .limit(limit)
      .offset(offset),
  );
}

/** A person's last ten concepts, newest first. */
export function draftsOf(db: Queryable, personId: string) {
  return db
    .select({ number: initiative.number, title: initiative.title })
    .from(initiative)
    .innerJoin(applicant, eq(applicant.initiativeId, initiative.id))
    .where(and(eq(applicant.personId, personId), eq(initiative.state, 'draft')))
    .orderBy(desc(initiative.number))
    .limit(10);
}
