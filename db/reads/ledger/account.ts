import { and, asc, eq, gt, inArray, isNull, lt, lte, or, type SQL, sql, sum } from 'drizzle-orm';
import { calendarDate } from '~/domain/calendar';
import { type AccountKind } from '~/domain/ledger/accounts';
import { type Budget, budgetOf, measures } from '~/domain/ledger/balance';
import { type Kolom } from '~/domain/ledger/kolom';
import { cents } from '~/domain/money/cents';
import { type Paged } from '~/domain/paging';
import { type Queryable } from '../../client';
import { account, area, pool, source, standing } from '../../schema';
import { readPage } from '../page';

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

export type SourceBudget = Budget & { id: string; name: string; kolom: Kolom };

/** The sources that brought money into a pool, in the declared order, with where that money stands; 25 a page. */
export async function sourcesOfPool(
  db: Queryable,
  poolId: string,
  page: number,
): Promise<Paged<SourceBudget>> {
  const { id, name, kolom, position } = source;
  const inPool = and(eq(account.poolId, poolId), inArray(account.kind, [...measures.budget.plus]));
  const brought = db
    .select({ id, name, kolom, position })
    .from(standing)
    .innerJoin(account, eq(account.id, standing.accountId))
    .innerJoin(source, eq(source.id, standing.sourceId))
    .where(inPool)
    .groupBy(id)
    .having(lt(sum(standing.cents), sql`0`))
    .as('brought');
  const shown = await readPage({ page, size: 25 }, db.$count(brought), (limit, offset) =>
    db.select().from(brought).orderBy(asc(brought.position)).limit(limit).offset(offset),
  );
  const ids = shown.rows.map((row) => row.id);
  const rows =
    ids.length > 0 ? await standings(db, and(eq(account.poolId, poolId), inArray(source.id, ids))) : [];
  return {
    ...shown,
    rows: shown.rows.map((each) => ({
      ...each,
      ...budgetOf(rows.filter(({ sourceId }) => sourceId === each.id).map(asBalance)),
    })),
  };
}

/** A source by its id: name, year, and the wijk it is for when it is for one alone. */
export async function sourceById(db: Queryable, sourceId: string) {
  const [found] = await db
    .select({ id: source.id, name: source.name, year: source.year, areaId: source.areaId })
    .from(source)
    .where(eq(source.id, sourceId));
  return found;
}

type Standing = { kind: AccountKind; poolId: string | null; sourceId: string; cents: string | null };

/** Balances summed per kind of account, pool and source. */
function standings(db: Queryable, where: SQL | undefined): Promise<Standing[]> {
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
