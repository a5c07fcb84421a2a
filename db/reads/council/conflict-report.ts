import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { alias, type PgColumn } from 'drizzle-orm/pg-core';
import { isOpenReport } from '~/domain/council/conflict-report';
import { type Queryable } from '../../client';
import {
  agendaItem,
  conflictAnswer,
  conflictReport,
  conflictRuling,
  councilVote,
  membership,
  person,
} from '../../schema';

const reporter = alias(membership, 'reporter');
const reporting = alias(person, 'reporting');
/** Who gave no name yet has a dash. */
const nameOf = (someone: { name: PgColumn }) => sql<string>`coalesce(${someone.name}, '–')`;
const judge = alias(membership, 'judge');

/** A report that a member has an interest in an item, with all that was said to it. Names are for who takes part in it. */
export type Report = Awaited<ReturnType<typeof reportsOn>>[number];

/** The reports on an item, in the order in which they came. */
export function reportsOn(db: Queryable, itemId: string) {
  return db
    .select({
      id: conflictReport.id,
      membershipId: conflictReport.membershipId,
      personId: membership.personId,
      name: nameOf(person),
      reporterId: reporter.personId,
      reporterName: nameOf(reporting),
      reporterDuty: reporter.duty,
      reason: conflictReport.reason,
      reportedAt: conflictReport.reportedAt,
      answer: conflictAnswer.answer,
      answerReason: conflictAnswer.reason,
      answeredAt: conflictAnswer.answeredAt,
      ruling: conflictRuling.ruling,
      rulingReason: conflictRuling.reason,
      ruledAt: conflictRuling.ruledAt,
      judgeDuty: judge.duty,
    })
    .from(conflictReport)
    .innerJoin(membership, eq(membership.id, conflictReport.membershipId))
    .innerJoin(person, eq(person.id, membership.personId))
    .innerJoin(reporter, eq(reporter.id, conflictReport.reportedBy))
    .innerJoin(reporting, eq(reporting.id, reporter.personId))
    .leftJoin(conflictAnswer, eq(conflictAnswer.reportId, conflictReport.id))
    .leftJoin(conflictRuling, eq(conflictRuling.reportId, conflictReport.id))
    .leftJoin(judge, eq(judge.id, conflictRuling.ruledBy))
    .where(eq(conflictReport.itemId, itemId))
    .orderBy(asc(conflictReport.reportedAt), asc(conflictReport.id));
}

/** On which item a report was made; undefined when there is no such report. */
export async function itemOfReport(db: Queryable, reportId: string): Promise<string | undefined> {
  const [found] = await db
    .select({ itemId: conflictReport.itemId })
    .from(conflictReport)
    .where(eq(conflictReport.id, reportId));
  return found?.itemId;
}

/** The open reports of a meeting: of which item and about whom. */
export async function openReportsAt(db: Queryable, meetingId: string) {
  const rows = await db
    .select({
      id: conflictReport.id,
      itemId: conflictReport.itemId,
      position: agendaItem.position,
      personId: membership.personId,
      answer: conflictAnswer.answer,
      ruling: conflictRuling.ruling,
    })
    .from(conflictReport)
    .innerJoin(agendaItem, eq(agendaItem.id, conflictReport.itemId))
    .innerJoin(membership, eq(membership.id, conflictReport.membershipId))
    .leftJoin(conflictAnswer, eq(conflictAnswer.reportId, conflictReport.id))
    .leftJoin(conflictRuling, eq(conflictRuling.reportId, conflictReport.id))
    .where(eq(agendaItem.meetingId, meetingId))
    .orderBy(asc(agendaItem.position), asc(conflictReport.reportedAt));
  return rows.filter(isOpenReport);
}

/** How many votes on an item are not counted, because who cast them turned out to have an interest. */
export function struckVotes(db: Queryable, itemId: string): Promise<number> {
  const { itemId: item, membershipId } = councilVote;
  return db.$count(councilVote, and(eq(item, itemId), sql`in_conflict(${item}, ${membershipId})`));
}

/** Where members can be written to; only for letters to themselves. */
export async function addressesOfMembers(db: Queryable, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .select({ email: person.email })
    .from(person)
    .where(and(inArray(person.id, [...personIds]), isNull(person.endedAt)))
    .orderBy(person.email);
  return rows.map(({ email }) => email);
}
