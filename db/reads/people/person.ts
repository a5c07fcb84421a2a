import { and, countDistinct, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm';
import { type PgColumn } from 'drizzle-orm/pg-core';
import { type Actor, type Assurance, type HeldRole, type Role } from '~/domain/access/roles';
import { type CalendarDate } from '~/domain/calendar';
import { type Queryable } from '../../client';
import { area, body, membership, person, roleTerm, seat } from '../../schema';

type Term = { validFrom: PgColumn; validTo: PgColumn };

/** Terms run from their first day up to, not including, their last. */
const validOn = ({ validFrom, validTo }: Term, today: CalendarDate) =>
  and(lte(validFrom, today), or(isNull(validTo), gt(validTo, today)));

/**
 * Who a signed-in person is today, with the roles and seats whose term runs on `today`; null when the account has
 * ended. domain.md §2.3.
 */
export async function actorById(
  db: Queryable,
  personId: string,
  assurance: Assurance,
  today: CalendarDate,
): Promise<Actor | null> {
  const [[found], roles, seats] = await Promise.all([
    db
      .select({ name: person.name, homeAreaId: person.areaId })
      .from(person)
      .where(and(eq(person.id, personId), isNull(person.endedAt))),
    rolesOf(db, personId, today),
    seatsOf(db, personId, today),
  ]);
  return found ? { personId, ...found, assurance, held: [...roles, ...seats] } : null;
}

/** Whether anybody was ever made an administrator here. */
export async function hadAdministrator(db: Queryable): Promise<boolean> {
  const found = await db
    .select({ id: roleTerm.id })
    .from(roleTerm)
    .where(eq(roleTerm.role, 'admin'))
    .limit(1);
  return found.length > 0;
}

/** What people told about themselves, for their own eyes. */
export async function profileOf(db: Queryable, personId: string) {
  const { email, name, areaId, bornOn, shownName } = person;
  const [found] = await db
    .select({ email, name, areaId, area: area.name, bornOn, shownName })
    .from(person)
    .leftJoin(area, eq(area.id, areaId))
    .where(eq(person.id, personId));
  return found;
}

async function rolesOf(db: Queryable, personId: string, today: CalendarDate): Promise<HeldRole[]> {
  const rows = await db
    .select({ role: roleTerm.role, areaId: roleTerm.areaId })
    .from(roleTerm)
    .where(and(eq(roleTerm.personId, personId), validOn(roleTerm, today)));
  return rows.map((row) => ({ ...row, bodyId: null }));
}

/** A voting seat makes a member; a chair or secretary is that besides. */
async function seatsOf(db: Queryable, personId: string, today: CalendarDate): Promise<HeldRole[]> {
  const rows = await db
    .select({ duty: membership.duty, voting: seat.voting, bodyId: body.id, areaId: body.areaId })
    .from(membership)
    .innerJoin(seat, eq(seat.id, membership.seatId))
    .innerJoin(body, eq(body.id, seat.bodyId))
    .where(and(eq(membership.personId, personId), validOn(membership, today), validOn(seat, today)));
  return rows.flatMap(({ duty, voting, bodyId, areaId }) => {
    const duties = [...(voting ? (['member'] as const) : []), ...(duty === 'member' ? [] : [duty])];
    return duties.map((role) => ({ role, areaId, bodyId }));
  });
}

const invented = and(isNotNull(person.persona), isNull(person.endedAt));

/** The invented people that a visitor of the demonstration can enter as, with their roles of today. */
export async function personas(db: Queryable, today: CalendarDate) {
  const { id, name, persona } = person;
  const rows = await db
    .select({ id, name, persona, area: area.name })
    .from(person)
    .leftJoin(area, eq(area.id, person.areaId))
    .where(invented)
    .orderBy(person.createdAt, name);
  return Promise.all(
    rows.map(async (row) => {
      const actor = await actorById(db, row.id, 'strong', today);
      return { ...row, roles: actor?.held.map(({ role }) => role) ?? [] };
    }),
  );
}

/** Whether this is one of the invented people of the demonstration. */
export async function isPersona(db: Queryable, personId: string): Promise<boolean> {
  const found = await db
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, personId), invented));
  return found.length > 0;
}

/** How many people hold each role of the gemeente on a day. */
export async function roleCounts(db: Queryable, today: CalendarDate): Promise<Partial<Record<Role, number>>> {
  const rows = await db
    .select({ role: roleTerm.role, count: countDistinct(roleTerm.personId) })
    .from(roleTerm)
    .innerJoin(person, eq(person.id, roleTerm.personId))
    .where(and(validOn(roleTerm, today), isNull(person.endedAt)))
    .groupBy(roleTerm.role);
  return Object.fromEntries(rows.map(({ role, count }) => [role, count]));
}
