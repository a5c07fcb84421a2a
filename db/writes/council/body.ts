import { eq, sql } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type Transaction } from '../../client';
import { agendaItem, body, mandate, meeting, membership, rulesOfOrder, seat } from '../../schema';

/**
 * Lets one at a time change who sits in a council and by which rules: what was read of it stays so until the act is done. The
 * guards of the database take the same lock.
 */
export async function lockCouncil(tx: Transaction, bodyId: string): Promise<void> {
  await tx.execute(sql`select lock_council(${bodyId})`);
}

/** As `lockCouncil`, of the council that has this item before it: what it granted this year stays so until it decided. */
export async function lockCouncilOfItem(tx: Transaction, itemId: string): Promise<void> {
  await tx.execute(sql`select lock_council(${meeting.bodyId}) from ${agendaItem}
    join ${meeting} on ${meeting.id} = ${agendaItem.meetingId} where ${agendaItem.id} = ${itemId}`);
}

/** Adds a council; answers whether it was added: its area has none of its kind yet, and nobody has its slug. */
export async function insertBody(tx: Transaction, row: typeof body.$inferInsert): Promise<boolean> {
  return (await tx.insert(body).values(row).onConflictDoNothing().returning({ id: body.id })).length > 0;
}

/** Changes what a council is called and how it is reached. */
export async function updateBody(
  tx: Transaction,
  bodyId: string,
  change: { name: string; contactEmail: string | null; contactText: string | null },
): Promise<void> {
  await tx.update(body).set(change).where(eq(body.id, bodyId));
}

/** Adds a version of the rules of order; answers whether it was added: there is none of that day yet. */
export async function insertRules(tx: Transaction, row: typeof rulesOfOrder.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(rulesOfOrder)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: rulesOfOrder.id });
  return added.length > 0;
}

export async function insertSeats(tx: Transaction, rows: (typeof seat.$inferInsert)[]): Promise<void> {
  await tx.insert(seat).values(rows);
}

/** Closes a seat from a day on. */
export async function closeSeatOn(tx: Transaction, seatId: string, validTo: CalendarDate): Promise<void> {
  await tx.update(seat).set({ validTo }).where(eq(seat.id, seatId));
}

/** Seats somebody; answers whether that was done: the seat is free in that time. */
export async function insertMembership(
  tx: Transaction,
  row: typeof membership.$inferInsert,
): Promise<boolean> {
  const added = await tx
    .insert(membership)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: membership.id });
  return added.length > 0;
}

/** Ends a membership from a day on. */
export async function endMembershipOn(
  tx: Transaction,
  membershipId: string,
  validTo: CalendarDate,
): Promise<void> {
  await tx.update(membership).set({ validTo }).where(eq(membership.id, membershipId));
}

/** Adds a mandate; answers whether it was added: there is no other in that time. */
export async function insertMandate(tx: Transaction, row: typeof mandate.$inferInsert): Promise<boolean> {
  return (
    (await tx.insert(mandate).values(row).onConflictDoNothing().returning({ id: mandate.id })).length > 0
  );
}

/** Ends a mandate from a day on. */
export async function endMandateOn(tx: Transaction, mandateId: string, validTo: CalendarDate): Promise<void> {
  await tx.update(mandate).set({ validTo }).where(eq(mandate.id, mandateId));
}
