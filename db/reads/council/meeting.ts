import { and, asc, count, desc, eq, gte, inArray, type SQL, sql } from 'drizzle-orm';
import { type Queryable } from '../../client';
import {
  agendaItem,
  applicant,
  area,
  attendance,
  conflictDeclaration,
  councilVote,
  decision,
  initiative,
  meeting,
} from '../../schema';
import { readPage } from '../page';

const itemCount = sql<number>`(select count(*)::int from agenda_item i where i.meeting_id = meeting.id)`;

/** A meeting as a list shows it, with how many items it has. */
export type ListedMeeting = Awaited<ReturnType<typeof meetingsAhead>>['rows'][number];

/** The meetings that a council still holds, the soonest first, six a page. */
export function meetingsAhead(db: Queryable, bodyId: string, page: number) {
  const ahead = and(eq(meeting.bodyId, bodyId), inArray(meeting.state, ['planned', 'opened']));
  return meetingsPage(db, ahead, [asc(meeting.startsAt), asc(meeting.id)], page);
}

/** The meetings that a council held, or that failed, the last first, six a page. */
export function meetingsBehind(db: Queryable, bodyId: string, page: number) {
  const behind = and(eq(meeting.bodyId, bodyId), inArray(meeting.state, ['closed', 'failed']));
  return meetingsPage(db, behind, [desc(meeting.startsAt), desc(meeting.id)], page);
}

/** When and where a council meets next; null while nothing is planned. */
export async function nextMeeting(db: Queryable, bodyId: string, now: Date) {
  const [next] = await db
    .select({ id: meeting.id, startsAt: meeting.startsAt, place: meeting.place })
    .from(meeting)
    .where(
      and(
        eq(meeting.bodyId, bodyId),
        inArray(meeting.state, ['planned', 'opened']),
        gte(meeting.startsAt, now),
      ),
    )
    .orderBy(asc(meeting.startsAt))
    .limit(1);
  return next ?? null;
}

function meetingsPage(db: Queryable, where: SQL | undefined, order: SQL[], page: number) {
  const { id, startsAt, place, state, reconvenes } = meeting;
  return readPage({ page, size: 6 }, db.$count(meeting, where), (limit, offset) =>
    db
      .select({ id, startsAt, place, state, reconvenes, items: itemCount })
      .from(meeting)
      .where(where)
      .orderBy(...order)
      .limit(limit)
      .offset(offset),
  );
}

export type Meeting = typeof meeting.$inferSelect;

/** One meeting, if there is one with this id. */
export async function meetingById(db: Queryable, id: string): Promise<Meeting | undefined> {
  const [found] = await db.select().from(meeting).where(eq(meeting.id, id));
  return found;
}

/** The meeting that was called anew because this one had no quorum. */
export async function successorOf(db: Queryable, meetingId: string): Promise<{ id: string } | undefined> {
  const [found] = await db.select({ id: meeting.id }).from(meeting).where(eq(meeting.reconvenes, meetingId));
  return found;
}

/** The memberships of who is in the room, in no order. */
export async function presentAt(db: Queryable, meetingId: string): Promise<string[]> {
  const rows = await db
    .select({ id: attendance.membershipId })
    .from(attendance)
    .where(eq(attendance.meetingId, meetingId));
  return rows.map(({ id }) => id);
}

/** How many items stand on the agenda of a meeting. */
export function countItems(db: Queryable, meetingId: string) {
  return db.$count(agendaItem, eq(agendaItem.meetingId, meetingId));
}

/** The items of a meeting in order, at most `mostItems`, with what became of each; amounts in cents. */
export function itemsOf(db: Queryable, meetingId: string) {
  return db
    .select({
      id: agendaItem.id,
      position: agendaItem.position,
      proposedCents: agendaItem.proposedCents,
      earlier: agendaItem.earlier,
      initiativeId: agendaItem.initiativeId,
      initiative: initiative.number,
      title: initiative.title,
      state: initiative.state,
      requestedCents: initiative.requestedCents,
      decisionId: decision.id,
      outcome: decision.outcome,
    })
    .from(agendaItem)
    .innerJoin(initiative, eq(initiative.id, agendaItem.initiativeId))
    .leftJoin(decision, eq(decision.itemId, agendaItem.id))
    .where(eq(agendaItem.meetingId, meetingId))
    .orderBy(asc(agendaItem.position));
}

/** One agenda item with its meeting and its initiative. */
export async function itemById(db: Queryable, itemId: string) {
  const [found] = await db
    .select({ item: agendaItem, meeting, initiative, areaName: area.name, decisionId: decision.id })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .innerJoin(initiative, eq(initiative.id, agendaItem.initiativeId))
    .innerJoin(area, eq(area.id, initiative.areaId))
    .leftJoin(decision, eq(decision.itemId, agendaItem.id))
    .where(eq(agendaItem.id, itemId));
  return found;
}

/** Who declared an interest in an item, or has one of themselves (art. 28 Gemeentewet). */
export function conflictsOn(db: Queryable, itemId: string) {
  const { membershipId, source } = conflictDeclaration;
  return db
    .select({ membershipId, source })
    .from(conflictDeclaration)
    .where(eq(conflictDeclaration.itemId, itemId));
}

/** A vote is struck, and no longer counted, once its member turns out to have an interest (art. 28 Gemeentewet). */
const counted = sql`not in_conflict(${councilVote.itemId}, ${councilVote.membershipId})`;

/** The votes on an item that count: at most one a membership. */
export function votesOn(db: Queryable, itemId: string) {
  const { membershipId, choice } = councilVote;
  return db
    .select({ membershipId, choice })
    .from(councilVote)
    .where(and(eq(councilVote.itemId, itemId), counted));
}

/** How many votes count on each of these items; an item without votes is absent. */
export async function voteCounts(db: Queryable, itemIds: string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ itemId: councilVote.itemId, votes: count() })
    .from(councilVote)
    .where(and(inArray(councilVote.itemId, itemIds), counted))
    .groupBy(councilVote.itemId);
  return new Map(rows.map(({ itemId, votes }) => [itemId, votes]));
}

/** Who ask for the money: the applicant and those who ask along. */
export function applicantsOf(db: Queryable, initiativeId: string) {
  const { personId, part } = applicant;
  return db.select({ personId, part }).from(applicant).where(eq(applicant.initiativeId, initiativeId));
}

/** What a council last decided on an initiative, if it ever did. */
export async function lastOutcome(db: Queryable, bodyId: string, initiativeId: string) {
  const [found] = await db
    .select({ outcome: decision.outcome })
    .from(decision)
    .where(and(eq(decision.bodyId, bodyId), eq(decision.initiativeId, initiativeId)))
    .orderBy(desc(decision.decidedAt))
    .limit(1);
  return found?.outcome;
}
