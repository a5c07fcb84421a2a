import { type Kolom } from '~/domain/ledger/kolom';
import { and, asc, eq, gt, inArray, isNull, lte, or, sql, sum } from 'drizzle-orm';
import { calendarDate } from '~/domain/calendar';
import { type AccountKind } from '~/domain/ledger/accounts';
import { type Budget, budgetOf } from '~/domain/ledger/balance';
import { cents, type Cents } from '~/domain/money/cents';
import { type Queryable } from '../client';
import { account, area, areaCbs, cbsArea, pool, source, standing } from '../schema';

/** Where the money of a pool's year stands, in cents; the end of the year takes nothing off. */
export async function budgetOfPool(db: Queryable, poolId: string): Promise<Budget> {
  return budgetOf((await standings(db, eq(account.poolId, poolId))).map(asBalance));
}

export type AreaBudget = Budget & { areaId: string; slug: string; name: string; poolId: string | null };

/** The budget of every wijk in a year, by name; all zero for a wijk without a pool. */
export async function budgetsByArea(db: Queryable, year: number): Promise<AreaBudget[]> {
  const wijken = await db
    .select({ areaId: area.id, slug: area.slug, name: area.name, poolId: pool.id })
    .from(area)
    .leftJoin(pool, and(eq(pool.areaId, area.id), eq(pool.year, year)))
    .where(
      and(
        eq(area.kind, 'wijk'),
        lte(area.validFrom, calendarDate(`${year}-12-31`)),
        or(isNull(area.validTo), gt(area.validTo, calendarDate(`${year}-01-01`))),
      ),
    )
    .orderBy(asc(area.name));
  const rows = await standings(db, eq(pool.year, year));
  return wijken.map((wijk) => ({
    ...wijk,
    ...budgetOf(rows.filter((row) => row.poolId === wijk.poolId).map(asBalance)),
  }));
}

export type SourceBudget = Budget & {
  id: string;
  code: string;
  name: string;
  kolom: Kolom;
  funder: string;
  /** Promised and not yet received, in cents. */
  receivable: Cents;
};

/** Every source of a year, by code, with where its money stands: over the whole gemeente, or in one pool. */
export async function sourcesOfYear(db: Queryable, year: number, poolId?: string): Promise<SourceBudget[]> {
  const { id, code, name, kolom, funder } = source;
  const sources = await db
    .select({ id, code, name, kolom, funder })
    .from(source)
    .where(eq(source.year, year))
    .orderBy(asc(code));
  const rows = await standings(db, eq(source.year, year));
  return sources.map((each) => {
    const own = rows.filter((row) => row.sourceId === each.id);
    const receivable = own.find((row) => row.kind === 'receivable')?.cents;
    const counted = poolId ? own.filter((row) => row.poolId === poolId) : own;
    return { ...each, receivable: cents(BigInt(receivable ?? 0)), ...budgetOf(counted.map(asBalance)) };
  });
}

/** A source by its id: name, year, and the wijk it is for when it is for one alone. */
export async function sourceById(db: Queryable, sourceId: string) {
  const [found] = await db
    .select({ id: source.id, name: source.name, year: source.year, areaId: source.areaId })
    .from(source)
    .where(eq(source.id, sourceId));
  return found;
}

/** How many people live in each of these areas: their own count, or that of the newest CBS areas they consist of. */
export async function inhabitantsOf(db: Queryable, areaIds: string[]): Promise<Map<string, number>> {
  const newest = sql`(select max(year) from ${areaCbs} where area_id = ${area.id})`;
  const rows = await db
    .select({ id: area.id, own: area.ownInhabitants, counted: sum(cbsArea.inhabitants) })
    .from(area)
    .leftJoin(areaCbs, and(eq(areaCbs.areaId, area.id), eq(areaCbs.year, newest)))
    .leftJoin(cbsArea, and(eq(cbsArea.code, areaCbs.code), eq(cbsArea.year, areaCbs.year)))
    .where(inArray(area.id, areaIds))
    .groupBy(area.id);
  return new Map(rows.map(({ id, own, counted }) => [id, own ?? Number(counted ?? 0)]));
}

type Standing = { kind: AccountKind; poolId: string | null; sourceId: string; cents: string | null };

/** Balances summed per kind of account, pool and source. */
function standings(db: Queryable, where: ReturnType<typeof eq>): Promise<Standing[]> {
  return db
    .select({
      kind: account.kind,
      poolId: account.poolId,
      sourceId: standing.sourceId,
      cents: sum(standing.cents),
    })
    .from(standing)
    .innerJoin(account, eq(account.id, standing.accountId))
    .innerJoin(source, eq(source.id, standing.sourceId))
    .leftJoin(pool, eq(pool.id, account.poolId))
    .where(where)
    .groupBy(account.kind, account.poolId, standing.sourceId);
}

function asBalance({ kind, cents: total }: Standing) {
  return { account: { kind }, cents: cents(BigInt(total ?? 0)) };
}
