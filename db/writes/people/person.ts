import { and, eq, isNull, notExists, sql } from 'drizzle-orm';
import { type Role } from '~/domain/access/roles';
import { type CalendarDate } from '~/domain/calendar';
import { type ShownName } from '~/domain/people/name';
import { type Transaction } from '../../client';
import { membership, person, roleTerm, seat } from '../../schema';

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

/** Gives a role that is not a council seat, from today on, for one wijk or (null) everywhere. */
export async function insertRole(
  tx: Transaction,
  row: { personId: string; role: Role; areaId: string | null; validFrom: CalendarDate },
): Promise<void> {
  await tx.insert(roleTerm).values({ id: newId, ...row });
}

type Seating = {
  bodyId: string;
  personId: string;
  duty: 'member' | 'chair' | 'secretary';
  validFrom: CalendarDate;
};

/** Seats a person in a body from today on: in a free seat, or in a new one. A secretary's seat has no vote. */
export async function takeSeat(tx: Transaction, { bodyId, validFrom, ...who }: Seating): Promise<void> {
  const voting = who.duty !== 'secretary';
  const seatId = (await freeSeat(tx, bodyId, voting)) ?? (await newSeat(tx, bodyId, voting, validFrom));
  await tx.insert(membership).values({ id: newId, seatId, validFrom, ...who });
}

async function freeSeat(tx: Transaction, bodyId: string, voting: boolean): Promise<string | undefined> {
  const taken = tx.select().from(membership).where(eq(membership.seatId, seat.id));
  const [free] = await tx
    .select({ id: seat.id })
    .from(seat)
    .where(and(eq(seat.bodyId, bodyId), eq(seat.voting, voting), isNull(seat.validTo), notExists(taken)))
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
