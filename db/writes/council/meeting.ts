import { and, eq, max, notInArray, sql } from 'drizzle-orm';
import { type MeetingState } from '~/domain/lifecycle/meeting';
import { type Transaction } from '../../client';
import {
  agendaItem,
  applicant,
  attendance,
  conflictDeclaration,
  decision,
  meeting,
  membership,
  seat,
} from '../../schema';

/**
 * Locks in one order for everybody: meeting, item, initiative, body, journal. Who changes a meeting takes it alone;
 * who acts on one of its items shares it, so that members vote beside each other.
 */
export async function lockMeeting(
  tx: Transaction,
  meetingId: string,
  how: 'alone' | 'shared',
): Promise<void> {
  const strength = how === 'alone' ? 'update' : 'share';
  await tx.select({ id: meeting.id }).from(meeting).where(eq(meeting.id, meetingId)).for(strength);
}

/** Locks an agenda item, after sharing its meeting. */
export async function lockItem(tx: Transaction, itemId: string): Promise<void> {
  await tx.execute(
    sql`select 1 from ${meeting} where id = (select meeting_id from ${agendaItem} where id = ${itemId}) for share`,
  );
  await tx.select({ id: agendaItem.id }).from(agendaItem).where(eq(agendaItem.id, itemId)).for('update');
}

export async function insertMeeting(tx: Transaction, row: typeof meeting.$inferInsert): Promise<void> {
  await tx.insert(meeting).values(row);
}

export async function setMeetingState(
  tx: Transaction,
  meetingId: string,
  state: MeetingState,
): Promise<void> {
  await tx.update(meeting).set({ state }).where(eq(meeting.id, meetingId));
}

/** Opens a meeting, with the reason when that is not on its day. */
export async function setMeetingOpened(
  tx: Transaction,
  meetingId: string,
  opening: { state: MeetingState; openedAt: Date; openingReason: string | null },
): Promise<void> {
  await tx.update(meeting).set(opening).where(eq(meeting.id, meetingId));
}

/** Makes the list of who is there exactly this one. */
export async function replaceAttendance(
  tx: Transaction,
  meetingId: string,
  membershipIds: readonly string[],
  recordedAt: Date,
): Promise<void> {
  const others =
    membershipIds.length > 0 ? notInArray(attendance.membershipId, [...membershipIds]) : undefined;
  await tx.delete(attendance).where(and(eq(attendance.meetingId, meetingId), others));
  if (membershipIds.length === 0) return;
  const rows = membershipIds.map((membershipId) => ({ meetingId, membershipId, recordedAt }));
  await tx.insert(attendance).values(rows).onConflictDoNothing();
}

/** Puts an initiative at the end of an agenda. */
export async function insertItem(
  tx: Transaction,
  row: Omit<typeof agendaItem.$inferInsert, 'position'>,
): Promise<void> {
  const [last] = await tx
    .select({ position: max(agendaItem.position) })
    .from(agendaItem)
    .where(eq(agendaItem.meetingId, row.meetingId));
  await tx.insert(agendaItem).values({ ...row, position: (last?.position ?? 0) + 1 });
}

/** Writes down a member's interest in an item; a second time changes nothing. */
export async function insertConflict(
  tx: Transaction,
  row: typeof conflictDeclaration.$inferInsert,
): Promise<void> {
  await tx.insert(conflictDeclaration).values(row).onConflictDoNothing();
}

/** Writes down the interest of every member who asks for the money of an item on this agenda (art. 28 Gemeentewet). */
export async function insertOwnInterests(tx: Transaction, meetingId: string, at: Date): Promise<void> {
  await tx.execute(sql`
    insert into ${conflictDeclaration} (item_id, membership_id, source, declared_at)
    select ${agendaItem.id}, ${membership.id}, ${applicant.part}, ${at.toISOString()}::timestamptz
    from ${agendaItem}
      join ${meeting} on ${meeting.id} = ${agendaItem.meetingId}
      join ${applicant} on ${applicant.initiativeId} = ${agendaItem.initiativeId}
      join ${membership} on ${membership.personId} = ${applicant.personId}
      join ${seat} on ${seat.id} = ${membership.seatId} and ${seat.bodyId} = ${meeting.bodyId}
    where ${meeting.id} = ${meetingId}
    order by 1, 2 on conflict do nothing`);
}

export type NewDecision = Omit<typeof decision.$inferInsert, 'number'>;

/** Writes a decision under the next number of its body and year. The only INSERT into decision. */
export async function insertDecision(tx: Transaction, row: NewDecision): Promise<number> {
  // The app's role may not lock a body's row; this lock stands for it, so that numbers have no gaps.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`decision ${row.bodyId}`}, 0))`);
  const [last] = await tx
    .select({ number: max(decision.number) })
    .from(decision)
    .where(and(eq(decision.bodyId, row.bodyId), eq(decision.year, row.year)));
  const number = (last?.number ?? 0) + 1;
  await tx.insert(decision).values({ ...row, number });
  return number;
}
