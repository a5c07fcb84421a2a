import { and, asc, eq, inArray, like, or, sql } from 'drizzle-orm';
import { type Geometry } from 'geojson';
import { areaAt, type Ground, type Place } from '~/domain/area/place';
import { type Part, wijkOfBuurt } from '~/domain/area/split';
import { type CalendarDate } from '~/domain/calendar';
import { type Queryable } from '../../client';
import { area, areaCbs, cbsArea } from '../../schema';
import { composes, existsOn, inGemeente, inhabitantsSum, outlinesOf } from './area';

export type Grounded = { id: string; slug: string; name: string; ground: Ground };

/** The wijken of a day with what each covers. Those that were drawn come first: they may lie over others. */
export async function groundsOn(db: Queryable, on: CalendarDate): Promise<Grounded[]> {
  const wijken = await db
    .select({ id: area.id, slug: area.slug, name: area.name })
    .from(area)
    .where(and(inGemeente, existsOn(on)))
    .orderBy(sql`${area.ownGeometry} is null`, asc(area.slug));
  const outlines = await outlinesOf(
    db,
    wijken.map(({ id }) => id),
  );
  return wijken.map((wijk) => ({ ...wijk, ground: groundIn(outlines.get(wijk.id)) }));
}

/** The wijk in which a place lies on a day; undefined where it lies in none. */
export async function wijkAt(db: Queryable, place: Place, on: CalendarDate): Promise<Grounded | undefined> {
  return areaAt(place, await groundsOn(db, on));
}

/** What an area covers, or did to its end. */
export async function groundOf(db: Queryable, areaId: string): Promise<Ground> {
  return groundIn((await outlinesOf(db, [areaId])).get(areaId));
}

function groundIn(outline: Geometry | undefined): Ground {
  if (outline?.type === 'GeometryCollection') return outline.geometries.flatMap(groundIn);
  return outline?.type === 'Polygon' || outline?.type === 'MultiPolygon' ? [outline] : [];
}

/** What CBS areas a wijk is composed of. */
export function partsOf(db: Queryable, areaId: string): Promise<Part[]> {
  return db
    .select({ code: areaCbs.code, year: areaCbs.year })
    .from(areaCbs)
    .innerJoin(area, composes)
    .where(eq(area.id, areaId))
    .orderBy(asc(areaCbs.code));
}

/** A buurt as CBS published it. */
export type Buurt = Part & { name: string; inhabitants: number | null };

/** The buurten that CBS published, in whatever year, of the wijken that these parts are or lie in. */
export function buurtenIn(db: Queryable, parts: readonly Part[]): Promise<Buurt[]> {
  const wijken = parts.map(({ code }) => (code.startsWith('BU') ? wijkOfBuurt(code) : code));
  const { code, year, name, inhabitants } = cbsArea;
  return db
    .select({ code, year, name, inhabitants })
    .from(cbsArea)
    .where(
      and(like(code, 'BU%'), inArray(sql`'WK' || substr(${code}, 3, 6)`, wijken.length > 0 ? wijken : [''])),
    )
    .orderBy(asc(code));
}

/** The wijken that CBS published of a gemeente in a year, with what each covers. */
export async function cbsWijkenOf(db: Queryable, gemeente: string, year: number) {
  const rows = await db
    .select({ code: cbsArea.code, name: cbsArea.name, geometry: cbsArea.geometry })
    .from(cbsArea)
    .where(and(eq(cbsArea.gemeenteCode, gemeente), eq(cbsArea.year, year), like(cbsArea.code, 'WK%')));
  return new Map(rows.map(({ code, name, geometry }) => [code, { name, ground: groundIn(geometry) }]));
}

/** What was joined into an area, the earliest first: what each covered, and who lived there (null where nobody knows). */
export async function joinedInto(
  db: Queryable,
  areaId: string,
): Promise<{ ground: Ground; inhabitants: number | null }[]> {
  const joined = await db
    .select({ id: area.id, inhabitants: inhabitantsSum })
    .from(area)
    .leftJoin(areaCbs, composes)
    .leftJoin(cbsArea, and(eq(cbsArea.code, areaCbs.code), eq(cbsArea.year, areaCbs.year)))
    .where(eq(area.joinedInto, areaId))
    .groupBy(area.id)
    .orderBy(asc(area.validTo), asc(area.id));
  const outlines = await outlinesOf(
    db,
    joined.map(({ id }) => id),
  );
  return joined.map(({ id, inhabitants }) => ({ ground: groundIn(outlines.get(id)), inhabitants }));
}

/** A wijk of this gemeente, or any other area, that has this address or had it before. */
export async function areaOfSlug(db: Queryable, slug: string) {
  const [found] = await db
    .select({
      id: area.id,
      validTo: area.validTo,
      isDrawnWijk: sql<boolean>`${inGemeente} and ${area.ownGeometry} is not null`,
    })
    .from(area)
    .where(
      or(eq(area.slug, slug), sql`${area.id} in (select area_id from former_slug where slug = ${slug})`),
    );
  return found;
}
