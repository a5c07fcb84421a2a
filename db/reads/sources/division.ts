import { asc, desc, eq, inArray } from 'drizzle-orm';
import { parseWeight } from '~/domain/ledger/division';
import { type Queryable } from '../../client';
import { area, division, divisionPart } from '../../schema';

/** How a source was divided: by which key, what each wijk weighed and what it got. */
export type DivisionOf = Awaited<ReturnType<typeof divisionsOf>>[number];

/** How many divisions of one source are told, the newest first; a source is divided once, unless something went wrong. */
const most = 20;

/** The divisions of a source with their parts, in the order in which cents that are left over fall. */
export async function divisionsOf(db: Queryable, sourceId: string) {
  const rows = await db
    .select()
    .from(division)
    .where(eq(division.sourceId, sourceId))
    .orderBy(desc(division.dividedOn), asc(division.id))
    .limit(most);
  const parts = await partsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    parts: parts
      .filter(({ divisionId }) => divisionId === row.id)
      .map(({ slug, name, weight, cents }) => ({
        ...{ slug, name, cents },
        weight: weight === null ? null : parseWeight(weight),
      }))
      .sort((a, b) => (a.slug < b.slug ? -1 : 1)),
  }));
}

function partsOf(db: Queryable, divisionIds: string[]) {
  const { divisionId, weight, cents } = divisionPart;
  return db
    .select({ divisionId, slug: area.slug, name: area.name, weight, cents })
    .from(divisionPart)
    .innerJoin(area, eq(area.id, divisionPart.areaId))
    .where(inArray(divisionId, divisionIds));
}
