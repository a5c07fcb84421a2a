import { and, asc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { type AreaUses } from '~/domain/area/leave-out';
import { type CalendarDate } from '~/domain/calendar';
import { measures } from '~/domain/ledger/balance';
import { openInitiativeStates } from '~/domain/lifecycle/initiative';
import { cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import {
  account,
  area,
  areaCbs,
  balance,
  cbsArea,
  formerSlug,
  initiative,
  person,
  pool,
  wijkenFile,
} from '../../schema';
import { composes, inGemeente, inhabitantsSum } from './area';

/** A wijk as an administrator sees it, also when it has ended. */
export type ManagedWijk = {
  id: string;
  slug: string;
  name: string;
  validFrom: CalendarDate;
  /** The first day without it; null while it exists. */
  validTo: CalendarDate | null;
  inhabitants: number | null;
  /** The CBS codes that it consists of, or did at its end. */
  codes: string[];
  formerSlugs: string[];
  /** It has an outline of its own, instead of that of what it consists of. */
  isDrawn: boolean;
  /** The wijk that its ground went to. */
  joined: { slug: string; name: string } | null;
};

/** Every wijk that this gemeente has or had, by name. */
export const managedWijken = (db: Queryable): Promise<ManagedWijk[]> => managed(db, undefined);

/** One wijk of this gemeente by its id. */
export async function managedWijk(db: Queryable, id: string): Promise<ManagedWijk | undefined> {
  const [found] = await managed(db, eq(area.id, id));
  return found;
}

async function managed(db: Queryable, which: SQL | undefined): Promise<ManagedWijk[]> {
  const former = sql`select ${formerSlug.slug} from ${formerSlug} where ${formerSlug.areaId} = ${area.id}`;
  const rows = await db
    .select({
      id: area.id,
      slug: area.slug,
      name: area.name,
      validFrom: area.validFrom,
      validTo: area.validTo,
      inhabitants: inhabitantsSum,
      codes: sql<string[]>`coalesce(array_agg(${areaCbs.code} order by ${areaCbs.code})
        filter (where ${areaCbs.code} is not null), '{}')`,
      formerSlugs: sql<string[]>`array(${former})`,
      isDrawn: sql<boolean>`${area.ownGeometry} is not null`,
      joined: sql<{ slug: string; name: string } | null>`(
        select jsonb_build_object('slug', heir.slug, 'name', heir.name)
        from area heir where heir.id = ${area.joinedInto})`,
    })
    .from(area)
    .leftJoin(areaCbs, composes)
    .leftJoin(cbsArea, and(eq(cbsArea.code, areaCbs.code), eq(cbsArea.year, areaCbs.year)))
    .where(and(inGemeente, which))
    .groupBy(area.id)
    .orderBy(asc(area.name));
  return rows;
}

/** What hangs on a wijk: residents with an account, open initiatives, and what all its pools still hold, in cents. */
export async function usesOfArea(db: Queryable, areaId: string): Promise<AreaUses> {
  const [residents, openInitiatives, initiatives, givenAway, [money]] = await Promise.all([
    db.$count(person, eq(person.areaId, areaId)),
    db.$count(
      initiative,
      and(eq(initiative.areaId, areaId), inArray(initiative.state, [...openInitiativeStates])),
    ),
    db.$count(initiative, eq(initiative.areaId, areaId)),
    db.$count(areaCbs, and(eq(areaCbs.areaId, areaId), isNotNull(areaCbs.until))),
    db
      .select({
        left: sql<string>`coalesce(-sum(${balance.cents}) filter (where ${inArray(account.kind, [...measures.left.plus])}), 0)`,
        entries: sql<string>`count(*)`,
      })
      .from(balance)
      .innerJoin(account, eq(account.id, balance.accountId))
      .innerJoin(pool, eq(pool.id, account.poolId))
      .where(eq(pool.areaId, areaId)),
  ]);
  const left = cents(BigInt(money?.left ?? 0));
  const wasUsed = initiatives > 0 || givenAway > 0 || Number(money?.entries) > 0;
  return { residents, openInitiatives, left, wasUsed };
}

/** A file with wijken that was handed in. */
export async function wijkenFileById(db: Queryable, id: string) {
  const [found] = await db.select().from(wijkenFile).where(eq(wijkenFile.id, id));
  return found;
}

/** Files that wait to be looked at or read, the oldest first. */
export function openWijkenFiles(db: Queryable) {
  const { id, handedInBy, askedBy, handedInAt, found, endedAt } = wijkenFile;
  return db
    .select({ id, handedInBy, askedBy })
    .from(wijkenFile)
    .where(and(isNull(endedAt), or(isNull(found), isNotNull(askedBy))))
    .orderBy(asc(handedInAt));
}

/** Whether a wijk is composed of something no longer since this day. */
export async function gaveGroundOn(db: Queryable, areaId: string, on: CalendarDate): Promise<boolean> {
  return (await db.$count(areaCbs, and(eq(areaCbs.areaId, areaId), eq(areaCbs.until, on)))) > 0;
}
