import { and, asc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { type GivenRoleName } from '~/domain/access/given-role';
import { type CalendarDate } from '~/domain/calendar';
import { type Queryable } from '../../client';
import { area, body, credential, membership, person, roleTerm, seat } from '../../schema';

/** A role or seat with its term, up to and not including `validTo`; `place` is the wijk or council, null for the gemeente. */
export type Term = {
  id: string;
  personId: string;
  kind: 'role' | 'seat';
  role: GivenRoleName;
  place: string | null;
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
};

/** Every role and seat that these people have, had or will have, the newest first. */
export async function termsOfPeople(db: Queryable, personIds: readonly string[]): Promise<Term[]> {
  if (personIds.length === 0) return [];
  const [roles, seats] = await Promise.all([rolesOf(db, personIds), seatsOf(db, personIds)]);
  const all = [
    ...roles.map((row) => ({ ...row, kind: 'role' as const, role: row.role as GivenRoleName })),
    ...seats.map((row) => ({ ...row, kind: 'seat' as const })),
  ];
  return all.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
}

function rolesOf(db: Queryable, personIds: readonly string[]) {
  const { id, personId, role, validFrom, validTo } = roleTerm;
  return db
    .select({ id, personId, role, place: area.name, validFrom, validTo })
    .from(roleTerm)
    .leftJoin(area, eq(area.id, roleTerm.areaId))
    .where(inArray(personId, [...personIds]))
    .orderBy(asc(role), asc(id));
}

function seatsOf(db: Queryable, personIds: readonly string[]) {
  const { id, personId, duty, validFrom, validTo } = membership;
  return db
    .select({ id, personId, role: duty, place: body.name, validFrom, validTo })
    .from(membership)
    .innerJoin(seat, eq(seat.id, membership.seatId))
    .innerJoin(body, eq(body.id, seat.bodyId))
    .where(inArray(personId, [...personIds]))
    .orderBy(asc(body.name), asc(id));
}

/** One role with its term, as it is kept; undefined when there is none. */
export async function roleTermById(db: Queryable, id: string) {
  const [found] = await db.select().from(roleTerm).where(eq(roleTerm.id, id));
  return found;
}

/** The roles of one person, as they are kept, whenever they run. */
export function roleTermsOf(db: Queryable, personId: string) {
  return db.select().from(roleTerm).where(eq(roleTerm.personId, personId));
}

/** Somebody who has a second factor that works, or is one of the invented people of the demonstration. */
export const canSignIn = or(isNotNull(credential.totpConfirmedAt), isNotNull(person.persona));

/** The terms of every administrator who can sign in, whenever they run. */
export function administratorTerms(db: Queryable) {
  const { id, personId, validFrom, validTo } = roleTerm;
  return db
    .select({ id, personId, validFrom, validTo })
    .from(roleTerm)
    .innerJoin(person, eq(person.id, personId))
    .leftJoin(credential, eq(credential.personId, personId))
    .where(and(eq(roleTerm.role, 'admin'), isNull(person.endedAt), canSignIn));
}
