import { and, asc, desc, eq, lte } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type Queryable } from '../../client';
import { mandate, membership, person, rulesOfOrder, seat } from '../../schema';

/** A version of the rules of order of a council. */
export type RulesVersion = typeof rulesOfOrder.$inferSelect;

/** Every version of the rules of order of a council, the newest first; also those that begin later. */
export function rulesOf(db: Queryable, bodyId: string): Promise<RulesVersion[]> {
  return db
    .select()
    .from(rulesOfOrder)
    .where(eq(rulesOfOrder.bodyId, bodyId))
    .orderBy(desc(rulesOfOrder.validFrom));
}

/** The rules of order that hold on a day, if any do. domain.md §3.2. */
export async function rulesOn(
  db: Queryable,
  bodyId: string,
  on: CalendarDate,
): Promise<RulesVersion | undefined> {
  const [found] = await db
    .select()
    .from(rulesOfOrder)
    .where(and(eq(rulesOfOrder.bodyId, bodyId), lte(rulesOfOrder.validFrom, on)))
    .orderBy(desc(rulesOfOrder.validFrom))
    .limit(1);
  return found;
}

/** A seat of whatever council, if there is one with this id. */
export async function seatById(db: Queryable, seatId: string) {
  const [found] = await db.select().from(seat).where(eq(seat.id, seatId));
  return found;
}

/** Everybody who ever sat in a council, or will: with their seat and term, the first first. */
export function termsOf(db: Queryable, bodyId: string) {
  return db
    .select({
      id: membership.id,
      seatId: seat.id,
      kind: seat.type,
      voting: seat.voting,
      personId: membership.personId,
      name: person.name,
      duty: membership.duty,
      validFrom: membership.validFrom,
      validTo: membership.validTo,
    })
    .from(membership)
    .innerJoin(seat, eq(seat.id, membership.seatId))
    .innerJoin(person, eq(person.id, membership.personId))
    .where(eq(seat.bodyId, bodyId))
    .orderBy(asc(membership.validFrom), asc(membership.id));
}

/** A term of somebody in a council. */
export type TermOf = Awaited<ReturnType<typeof termsOf>>[number];

/** The council that a membership is of, if there is one with this id. */
export async function bodyOfMembership(db: Queryable, membershipId: string): Promise<string | undefined> {
  const [found] = await db
    .select({ bodyId: seat.bodyId })
    .from(membership)
    .innerJoin(seat, eq(seat.id, membership.seatId))
    .where(eq(membership.id, membershipId));
  return found?.bodyId;
}

/** A mandate of a council, with its term. */
export type MandateOf = typeof mandate.$inferSelect;

/** Every mandate of a council, the newest first; also those that begin later. */
export function mandatesOf(db: Queryable, bodyId: string): Promise<MandateOf[]> {
  return db.select().from(mandate).where(eq(mandate.bodyId, bodyId)).orderBy(desc(mandate.validFrom));
}
