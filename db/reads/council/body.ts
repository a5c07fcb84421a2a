import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import { type PgColumn } from 'drizzle-orm/pg-core';
import { type CalendarDate } from '~/domain/calendar';
import { type Queryable } from '../../client';
import { area, body, mandate, membership, person, personPhoto, seat } from '../../schema';

/** Terms run from their first day up to, not including, their last. */
export const validOn = (term: { validFrom: PgColumn; validTo: PgColumn }, on: CalendarDate) =>
  and(lte(term.validFrom, on), or(isNull(term.validTo), gt(term.validTo, on)));

const bodies = (db: Queryable) =>
  db
    .select({
      id: body.id,
      kind: body.kind,
      slug: body.slug,
      name: body.name,
      areaId: body.areaId,
      areaName: area.name,
      areaSlug: area.slug,
      contactEmail: body.contactEmail,
      contactText: body.contactText,
    })
    .from(body)
    .innerJoin(area, eq(area.id, body.areaId));

/** A council with the area it decides for. */
export type Body = Awaited<ReturnType<typeof allBodies>>[number];

/** Every council: buurtraden by name, the stadsraad last. */
export function allBodies(db: Queryable) {
  return bodies(db).orderBy(asc(body.kind), asc(body.name));
}

/** The council at this address, if there is one. */
export async function bodyBySlug(db: Queryable, slug: string): Promise<Body | undefined> {
  const [found] = await bodies(db).where(eq(body.slug, slug));
  return found;
}

/** The council with this id, if there is one. */
export async function bodyById(db: Queryable, id: string): Promise<Body | undefined> {
  const [found] = await bodies(db).where(eq(body.id, id));
  return found;
}

/** A seat on a day, with who sits in it; a vacant seat has no member. */
export type SeatOn = Awaited<ReturnType<typeof seatsOf>>[number];

/** Every seat that a council has on a day, chair and secretary first, vacant seats last. */
export async function seatsOf(db: Queryable, bodyId: string, on: CalendarDate) {
  const rows = await db
    .select({
      seatId: seat.id,
      kind: seat.type,
      voting: seat.voting,
      membershipId: membership.id,
      duty: membership.duty,
      personId: membership.personId,
      name: person.name,
      shownName: person.shownName,
      photoHash: personPhoto.hash,
      appointed: membership.appointed,
      memberSince: membership.validFrom,
      memberUntil: membership.validTo,
    })
    .from(seat)
    .leftJoin(membership, and(eq(membership.seatId, seat.id), validOn(membership, on)))
    .leftJoin(person, eq(person.id, membership.personId))
    .leftJoin(personPhoto, eq(personPhoto.personId, membership.personId))
    .where(and(eq(seat.bodyId, bodyId), validOn(seat, on)))
    .orderBy(asc(person.name), asc(seat.id));
  const rank = ['chair', 'secretary', 'member', null];
  return rows.sort((a, b) => rank.indexOf(a.duty) - rank.indexOf(b.duty));
}

/** In which councils a person sits on a day, whether they vote there or not. */
export function councilsOf(db: Queryable, personId: string, on: CalendarDate) {
  return db
    .selectDistinct({ slug: body.slug, name: body.name })
    .from(membership)
    .innerJoin(seat, eq(seat.id, membership.seatId))
    .innerJoin(body, eq(body.id, seat.bodyId))
    .where(and(eq(membership.personId, personId), validOn(membership, on), validOn(seat, on)))
    .orderBy(asc(body.name));
}

/** Up to which amounts, in cents, a council may decide on a day; undefined when it has no mandate. domain.md §3.4. */
export async function mandateOf(db: Queryable, bodyId: string, on: CalendarDate) {
  const [found] = await db
    .select({
      maxPerDecisionCents: mandate.maxPerDecisionCents,
      maxPerApplicantPerYearCents: mandate.maxPerApplicantPerYearCents,
      maxPerPeriodCents: mandate.maxPerPeriodCents,
      themes: mandate.themes,
    })
    .from(mandate)
    .where(and(eq(mandate.bodyId, bodyId), validOn(mandate, on)));
  return found;
}
