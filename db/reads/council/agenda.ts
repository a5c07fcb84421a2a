import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type SupportTier } from '~/domain/initiative/support';
import { cents, type Cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import {
  applicant,
  area,
  body,
  initiative,
  mandate,
  person,
  residence,
  schemeVersion,
  supportStatement,
  supportTier,
} from '../../schema';
import { runningResidence, sufficientResidence } from '../initiative/supporters';
import { readPage } from '../page';

const byBuurtraad = (on: CalendarDate) => sql`exists (
  select 1 from ${body} join ${mandate} on ${mandate.bodyId} = ${body.id}
  where ${body.kind} = 'buurtraad' and ${body.areaId} = ${initiative.areaId}
    and ${mandate.maxPerDecisionCents} >= ${initiative.requestedCents}
    and ${mandate.validFrom} <= ${on} and (${mandate.validTo} is null or ${mandate.validTo} > ${on}))`;

type Council = { kind: 'buurtraad' | 'stadsraad'; areaId: string };

/**
 * What waits for a council: for a buurtraad what was submitted in its wijk and not sent on, for the stadsraad what was sent
 * on or asks more than the wijk's own buurtraad may decide. domain.md §3.4.
 */
function waitsFor(council: Council, on: CalendarDate) {
  const ours =
    council.kind === 'buurtraad'
      ? and(eq(initiative.areaId, council.areaId), isNull(initiative.referredToCity))
      : or(isNotNull(initiative.referredToCity), sql`not ${byBuurtraad(on)}`);
  return and(eq(initiative.state, 'submitted'), ours);
}

/** How many initiatives wait for a council. */
export function countWaiting(db: Queryable, council: Council, on: CalendarDate) {
  return db.$count(initiative, waitsFor(council, on));
}

/** Whether this initiative waits for a council. */
export async function isWaiting(db: Queryable, council: Council, on: CalendarDate, initiativeId: string) {
  return (await db.$count(initiative, and(eq(initiative.id, initiativeId), waitsFor(council, on)))) > 0;
}

/** An initiative that a council may put on its agenda; `requestedCents` is what it asks. */
export type Waiting = Awaited<ReturnType<typeof waitingFor>>['rows'][number];

/** What waits for a council, the nearest deadline first, 20 a page. */
export function waitingFor(db: Queryable, council: Council, on: CalendarDate, page: number) {
  const count = countWaiting(db, council, on);
  return readPage({ page, size: 20 }, count, (limit, offset) =>
    waiting(db)
      .where(waitsFor(council, on))
      .orderBy(asc(initiative.decideBy), asc(initiative.number))
      .limit(limit)
      .offset(offset),
  );
}

function waiting(db: Queryable) {
  return db
    .select({
      id: initiative.id,
      number: initiative.number,
      title: initiative.title,
      summary: initiative.summary,
      areaId: initiative.areaId,
      areaName: area.name,
      requestedCents: initiative.requestedCents,
      submittedOn: initiative.submittedOn,
      decideBy: initiative.decideBy,
      referredBecause: initiative.referredToCity,
      schemeVersionId: initiative.schemeVersionId,
    })
    .from(initiative)
    .innerJoin(area, eq(area.id, initiative.areaId))
    .$dynamic();
}

/** How many residents of the wijk are for an initiative, its applicants left out. domain.md §2.4. */
export async function supportersOf(db: Queryable, initiativeId: string): Promise<number> {
  const [row] = await db
    .select({ supporters: sql<number>`count(*)::int` })
    .from(supportStatement)
    .innerJoin(initiative, eq(initiative.id, supportStatement.initiativeId))
    .innerJoin(person, and(eq(person.id, supportStatement.personId), eq(person.areaId, initiative.areaId)))
    .leftJoin(schemeVersion, eq(schemeVersion.id, initiative.schemeVersionId))
    .leftJoin(residence, runningResidence)
    .leftJoin(
      applicant,
      and(eq(applicant.initiativeId, initiative.id), eq(applicant.personId, supportStatement.personId)),
    )
    .where(
      and(
        eq(initiative.id, initiativeId),
        eq(supportStatement.stance, 'for'),
        isNull(applicant.personId),
        sufficientResidence,
      ),
    );
  return row?.supporters ?? 0;
}

/** From which amount, in cents, how many supporters a version of the rules asks. */
export function tiersOf(db: Queryable, schemeVersionId: string): Promise<SupportTier[]> {
  const { fromCents, minFor } = supportTier;
  return db
    .select({ fromCents, minFor })
    .from(supportTier)
    .where(eq(supportTier.schemeVersionId, schemeVersionId));
}

/**
 * What an applicant asked or was granted with other initiatives submitted in a year, in cents: what counts against
 * splitting one plan into many. domain.md §3.4 (c).
 */
export async function askedElsewhere(
  db: Queryable,
  { initiativeId, applicantId, year }: { initiativeId: string; applicantId: string; year: number },
): Promise<Cents> {
  const [row] = await db
    .select({
      total: sql<string>`coalesce(sum(coalesce(${initiative.grantedCents}, ${initiative.requestedCents})), 0)`,
    })
    .from(initiative)
    .innerJoin(applicant, eq(applicant.initiativeId, initiative.id))
    .where(
      and(
        eq(applicant.personId, applicantId),
        eq(applicant.part, 'applicant'),
        sql`${initiative.id} <> ${initiativeId}`,
        inArray(initiative.state, ['submitted', 'onAgenda', 'granted', 'partlyGranted']),
        sql`extract(year from ${initiative.submittedOn}) = ${year}`,
      ),
    );
  return cents(BigInt(row?.total ?? 0));
}
