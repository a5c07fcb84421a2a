import { and, eq, isNull, lte, notExists, sql } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type ShownName } from '~/domain/people/name';
import { type Transaction } from '../../client';
import { membership, person, roleTerm, seat } from '../../schema';
import { asRefusal } from '../ledger/refusal';

const newId = sql`gen_random_uuid()`;

/** Adds a person, or finds the one who has this address already. Answers their id. */
export async function ensurePerson(
  tx: Transaction,
  row: { id: string; email: string; name?: string; createdAt: Date },
): Promise<string> {
  const [made] = await tx.insert(person).values(row).onConflictDoNothing().returning({ id: person.id });
  if (made) return made.id;
  const [found] = await tx.select({ id: person.id }).from(person).where(eq(person.email, row.email));
  if (!found) throw new Error('a person was neither added nor found');
  return found.id;
}

/** What people say about themselves: name, home wijk, birth date, and what of the name a council's page shows. */
export async function updatePerson(
  tx: Transaction,
  personId: string,
  change: { name?: string; areaId?: string; bornOn?: CalendarDate; shownName?: ShownName },
): Promise<void> {
  await tx.update(person).set(change).where(eq(person.id, personId));
}

/**
 * Gives a role that is not a council seat, for one wijk or (null) everywhere. Throws 'aboutYourself' when somebody gives it to
 * themselves; `givenBy` is nobody for a command of the machine.
 */
export async function insertRole(
  tx: Transaction,
  row: Omit<typeof roleTerm.$inferInsert, 'id'> & { givenBy: string | null },
): Promise<void> {
  await tx
    .insert(roleTerm)
    .values({ id: newId, ...row })
    .catch(asRefusal);
}

/** Ends a role from a day on. Throws 'lastAdmin' when then nobody administers who can sign in. */
export async function endRoleTerm(tx: Transaction, id: string, validTo: CalendarDate): Promise<void> {
  await tx.update(roleTerm).set({ validTo }).where(eq(roleTerm.id, id)).catch(asRefusal);
}

/**
 * Lets one at a time give and end roles: whoever comes second sees what the first did. Held until the end of the transaction;
 * the database takes it too where it guards the last administrator.
 */
export async function lockRoles(tx: Transaction): Promise<void> {
  await tx.execute(sql`select lock_roles()`);
}

type Seating = {
  bodyId: string;
  personId: string;
  duty: 'member' | 'chair' | 'secretary';
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
};

/** Whether somebody votes who sits in a body with this duty: a secretary's seat has no vote. */
export const votes = ({ duty }: Pick<Seating, 'duty'>): boolean => duty !== 'secretary';

/** Seats a person in this seat, or in a new one. */
export async function takeSeat(
  tx: Transaction,
  seatId: string | undefined,
  { bodyId, ...who }: Seating,
): Promise<void> {
  const taken = seatId ?? (await newSeat(tx, bodyId, votes(who), who.validFrom));
  await tx.insert(membership).values({ id: newId, seatId: taken, ...who });
}

/** A seat in which nobody sits during this term, if there is one. */
export async function freeSeat(tx: Transaction, { bodyId, ...who }: Seating): Promise<string | undefined> {
  const term = sql`daterange(${who.validFrom}::date, ${who.validTo}::date)`;
  const taken = tx
    .select()
    .from(membership)
    .where(
      and(
        eq(membership.seatId, seat.id),
        sql`daterange(${membership.validFrom}, ${membership.validTo}) && ${term}`,
      ),
    );
  const there = and(isNull(seat.validTo), lte(seat.validFrom, who.validFrom), notExists(taken));
  const [free] = await tx
    .select({ id: seat.id })
    .from(seat)
    .where(and(eq(seat.bodyId, bodyId), eq(seat.voting, votes(who)), there))
    .limit(1)
    .for('update');
  return free?.id;
}

async function newSeat(tx: Transaction, bodyId: string, voting: boolean, validFrom: CalendarDate) {
  const type = voting ? ('resident' as const) : ('professional' as const);
  const [made] = await tx
    .insert(seat)
    .values({ id: newId, bodyId, type, voting, validFrom })
    .returning({ id: seat.id });
  if (!made) throw new Error('no seat was made');
  return made.id;
}

/** The lock under which the first administrator is made: there is one first. */
export async function lockFirstAdmin(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first administrator', 0))`);
}
