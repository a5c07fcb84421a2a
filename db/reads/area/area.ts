import { and, asc, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { type Geometry } from 'geojson';
import { type CalendarDate } from '~/domain/calendar';
import { type Queryable } from '../../client';
import { area, areaCbs, cbsArea, formerSlug, installation } from '../../schema';

/** Which gemeente this installation serves; undefined before it is set up. */
export async function installationOf(db: Queryable) {
  const [found] = await db
    .select({
      gemeenteId: installation.gemeenteId,
      gemeente: area.name,
      demonstration: installation.demonstration,
    })
    .from(installation)
    .innerJoin(area, eq(area.id, installation.gemeenteId));
  return found;
}

/** A wijk on a date: how many people live there (null when nobody knows). */
export type Wijk = { id: string; slug: string; name: string; inhabitants: number | null };

/** The wijken of this installation's gemeente that exist on a date, by name. */
export async function wijkenOn(db: Queryable, on: CalendarDate): Promise<Wijk[]> {
  return wijken(db, and(inGemeente, existsOn(on))).orderBy(asc(area.name));
}

/** These areas, whether or not they still exist, by address. */
export async function wijkenById(db: Queryable, ids: readonly string[]): Promise<Wijk[]> {
  return wijken(db, inArray(area.id, [...ids])).orderBy(asc(area.slug));
}

/** Whether an id is that of a wijk, on whatever day. */
export async function isWijk(db: Queryable, id: string): Promise<boolean> {
  const [found] = await db.select({ kind: area.kind }).from(area).where(eq(area.id, id));
  return found?.kind === 'wijk';
}

/** A wijk of this gemeente by the last part of its address, whether or not it still exists. */
export async function wijkBySlug(db: Queryable, slug: string): Promise<Wijk | undefined> {
  const [found] = await wijken(db, and(inGemeente, eq(area.slug, slug)));
  return found;
}

/** The outline of these areas: their own polygon, or the newest CBS areas they are composed of. */
export async function outlinesOf(db: Queryable, areaIds: string[]): Promise<Map<string, Geometry>> {
  const rows = await db
    .select({ id: area.id, own: area.ownGeometry, part: cbsArea.geometry })
    .from(area)
    .leftJoin(areaCbs, composes)
    .leftJoin(cbsArea, and(eq(cbsArea.code, areaCbs.code), eq(cbsArea.year, areaCbs.year)))
    .where(inArray(area.id, areaIds))
    .orderBy(asc(areaCbs.code));
  const parts = new Map<string, Geometry[]>();
  for (const { id, own, part } of rows) {
    const geometry = own ?? part;
    if (geometry) parts.set(id, own ? [own] : [...(parts.get(id) ?? []), geometry]);
  }
  return new Map([...parts].map(([id, geometries]) => [id, together(geometries)]));
}

/** What an area is called; empty when there is none. */
export async function areaName(db: Queryable, areaId: string): Promise<string> {
  const [found] = await db.select({ name: area.name }).from(area).where(eq(area.id, areaId));
  return found?.name ?? '';
}

/**
 * The area that is composed of this CBS area, in whatever year; the last one that was, where that ended (`isLeftOut`): it was
 * left out, or it goes on without (`goesOn`), composed of some buurten of a wijk.
 */
export async function areaOfCbsCode(db: Queryable, code: string) {
  const isLeftOut = sql<boolean>`${areaCbs.until} is not null`;
  const [found] = await db
    .select({ id: area.id, isLeftOut, goesOn: sql<boolean>`${area.validTo} is null` })
    .from(areaCbs)
    .innerJoin(area, eq(area.id, areaCbs.areaId))
    .where(eq(areaCbs.code, code))
    .orderBy(sql`${areaCbs.until} desc nulls first`, desc(areaCbs.year))
    .limit(1);
  return found;
}

/** Every area as a node of our own tree. */
export function areaTree(db: Queryable) {
  const { id, parentId, validFrom, validTo } = area;
  return db.select({ id, parentId, validFrom, validTo }).from(area);
}

/** Every slug in use, now or before. */
export async function takenSlugs(db: Queryable): Promise<Set<string>> {
  const rows = await db
    .select({ slug: area.slug })
    .from(area)
    .unionAll(db.select({ slug: formerSlug.slug }).from(formerSlug));
  return new Set(rows.map((row) => row.slug));
}

/** The address of the wijk that had this one before; undefined where none had. */
export async function slugSince(db: Queryable, former: string): Promise<string | undefined> {
  const [found] = await db
    .select({ slug: area.slug })
    .from(formerSlug)
    .innerJoin(area, eq(area.id, formerSlug.areaId))
    .where(eq(formerSlug.slug, former));
  return found?.slug;
}

/**
 * The CBS areas that an area is composed of, or was to its end, each level of its newest year: a condition to join `area_cbs` by.
 */
export const composes = sql`${areaCbs.areaId} = ${area.id}
  and (${areaCbs.until} is null or ${areaCbs.until} >= ${area.validTo})
  and ${areaCbs.year} = (select max(newest.year) from area_cbs newest where newest.area_id = ${area.id}
    and left(newest.code, 2) = left(${areaCbs.code}, 2) and (newest.until is null or newest.until >= ${area.validTo}))`;

/** How many people live in an area: its own count, else that of all it is composed of; null where nobody knows. */
export const inhabitantsSum = sql<
  number | null
>`coalesce(${area.ownInhabitants}, sum(${cbsArea.inhabitants})::int)`;

/** Wijken below the installation's gemeente, at any depth of the tree. */
export const inGemeente = sql`${area.kind} = 'wijk' and ${area.id} in (
  with recursive below as (
    select gemeente_id as id from installation
    union select child.id from area child join below on child.parent_id = below.id
  ) select id from below)`;

/** Areas that exist on a date. */
export function existsOn(on: CalendarDate) {
  return and(lte(area.validFrom, on), or(isNull(area.validTo), gt(area.validTo, on)));
}

function wijken(db: Queryable, where: ReturnType<typeof and>) {
  return db
    .select({
      id: area.id,
      slug: area.slug,
      name: area.name,
      inhabitants: inhabitantsSum,
    })
    .from(area)
    .leftJoin(areaCbs, composes)
    .leftJoin(cbsArea, and(eq(cbsArea.code, areaCbs.code), eq(cbsArea.year, areaCbs.year)))
    .where(where)
    .groupBy(area.id)
    .$dynamic();
}

function together(geometries: Geometry[]): Geometry {
  const [only] = geometries;
  return only && geometries.length === 1 ? only : { type: 'GeometryCollection', geometries };
}
