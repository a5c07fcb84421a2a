import { and, asc, countDistinct, desc, eq, isNotNull, ne, type SQL, sql } from 'drizzle-orm';
import { type Share } from '~/domain/ledger/posting';
import { type Left, type PoolAtYearEnd, type Reserved } from '~/domain/ledger/year-end';
import { type Cents, cents, negate, zero } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import { account, area, balance, initiative, period, pool, schemeVersion, source } from '../../schema';

/** Whether the books of a year are closed. */
export async function isClosed(db: Queryable, year: number): Promise<boolean> {
  const found = await db
    .select({ year: period.year })
    .from(period)
    .where(and(eq(period.year, year), isNotNull(period.closedAt)));
  return found.length > 0;
}

/** Every year with its day of closing, newest first; null while it is open. */
export function periods(db: Queryable) {
  return db.select({ year: period.year, closedAt: period.closedAt }).from(period).orderBy(desc(period.year));
}

/** A pool at the end of its year, with names for people; cents. */
export type PoolOfYear = Omit<PoolAtYearEnd, 'left' | 'reserved'> & {
  poolId: string;
  areaId: string;
  wijk: string;
  year: number;
  left: (Left & { source: string; sourceYear: number })[];
  reserved: (Reserved & { carryOver: boolean; number: number; title: string })[];
};

/**
 * The pools of a year by name of the wijk, then by id, which is the order in which left-over cents are given: what every
 * source has left in it with its rule, and what is reserved for whom. With `poolId` that pool alone; what a source promised
 * and carried over still counts in all pools. To book it, read it under the locks of the journals.
 */
export async function poolsAtYearEnd(
  db: Queryable,
  which: { year: number } | { poolId: string },
): Promise<PoolOfYear[]> {
  const wanted = 'year' in which ? eq(pool.year, which.year) : eq(pool.id, which.poolId);
  const pools = await db
    .select({ poolId: pool.id, areaId: pool.areaId, wijk: area.name, year: pool.year })
    .from(pool)
    .innerJoin(area, eq(area.id, pool.areaId))
    .where(wanted)
    .orderBy(asc(area.name), asc(pool.id));
  const [first] = pools;
  if (!first) return [];
  const { year } = first;
  const [left, reserved, promised, carried] = await Promise.all([
    standingIn(db, wanted),
    reservedIn(db, wanted),
    broughtInto(db, year, 'pledge'),
    broughtInto(db, year + 1, 'yearEnd'),
  ]);
  const whole = left.map((row) => ({
    ...row,
    promised: promised.get(row.sourceId) ?? zero,
    carriedBefore: carried.get(row.sourceId) ?? zero,
  }));
  return pools.map((each) => ({
    ...each,
    left: whole.filter(({ poolId }) => poolId === each.poolId),
    reserved: reserved.filter(({ poolId }) => poolId === each.poolId),
  }));
}

type Standing = Omit<PoolOfYear['left'][number], 'promised' | 'carriedBefore'> & { poolId: string };

async function standingIn(db: Queryable, wanted: SQL): Promise<Standing[]> {
  const rows = await db
    .select({
      poolId: pool.id,
      sourceId: source.id,
      source: source.name,
      sourceYear: source.year,
      rollover: source.rollover,
      maxPct: source.rolloverPct,
      expiresOn: source.expiresOn,
      rest: sql<string>`-${balance.cents}`,
    })
    .from(balance)
    .innerJoin(account, and(eq(account.id, balance.accountId), eq(account.kind, 'available')))
    .innerJoin(pool, eq(pool.id, account.poolId))
    .innerJoin(source, eq(source.id, balance.sourceId))
    .where(wanted)
    .orderBy(asc(source.position));
  return rows.map((row) => ({ ...row, rest: cents(BigInt(row.rest)) }));
}

/** What entries of a kind brought of each source into all pools of a year; what was taken back is taken off. */
async function broughtInto(
  db: Queryable,
  year: number,
  kind: 'pledge' | 'yearEnd',
): Promise<Map<string, Cents>> {
  const rows = await db.execute<{ source_id: string; cents: string }>(sql`
    select p.source_id, -sum(p.cents) as cents
    from pool n join account a on a.pool_id = n.id and a.kind = 'available' join posting p on p.account_id = a.id
      join journal_entry e on e.id = p.entry_id left join journal_entry r on r.id = e.reverses_id
    where n.year = ${year} and coalesce(r.kind, e.kind) = ${kind} and (p.cents < 0) = (r.id is null)
    group by p.source_id`);
  return new Map(rows.map((row) => [row.source_id, cents(BigInt(row.cents))]));
}

async function reservedIn(db: Queryable, wanted: SQL) {
  const rows = await db
    .select({
      poolId: pool.id,
      applicationId: initiative.id,
      number: initiative.number,
      title: initiative.title,
      carryOver: schemeVersion.carryOver,
      sourceId: balance.sourceId,
      cents: balance.cents,
    })
    .from(balance)
    .innerJoin(account, and(eq(account.id, balance.accountId), eq(account.kind, 'reserved')))
    .innerJoin(pool, eq(pool.id, account.poolId))
    .innerJoin(source, eq(source.id, balance.sourceId))
    .innerJoin(initiative, eq(initiative.id, account.initiativeId))
    .innerJoin(schemeVersion, eq(schemeVersion.id, initiative.schemeVersionId))
    .where(and(wanted, ne(balance.cents, sql`0`)))
    .orderBy(asc(initiative.number), asc(source.position));
  const found = new Map<string, Omit<(typeof rows)[number], 'sourceId' | 'cents'> & { shares: Share[] }>();
  for (const { sourceId, cents: standing, ...of } of rows) {
    const into = found.get(of.applicationId) ?? { ...of, shares: [] };
    into.shares.push({ sourceId, cents: negate(standing) });
    found.set(of.applicationId, into);
  }
  return [...found.values()];
}

/** What stays open when a year ends: commitments that go on, and promised money that never came; cents. */
export async function openAtYearEnd(db: Queryable, year: number) {
  const [commitments] = await db
    .select({
      count: countDistinct(account.initiativeId),
      cents: sql<string>`coalesce(-sum(${balance.cents}), 0)`,
    })
    .from(balance)
    .innerJoin(account, and(eq(account.id, balance.accountId), eq(account.kind, 'committed')))
    .innerJoin(pool, eq(pool.id, account.poolId))
    .where(and(eq(pool.year, year), ne(balance.cents, sql`0`)));
  const receivables = await db
    .select({ source: source.name, code: source.code, cents: balance.cents })
    .from(balance)
    .innerJoin(account, and(eq(account.id, balance.accountId), eq(account.kind, 'receivable')))
    .innerJoin(source, eq(source.id, balance.sourceId))
    .where(and(eq(source.year, year), ne(balance.cents, sql`0`)))
    .orderBy(asc(source.position));
  return {
    commitments: { count: commitments?.count ?? 0, cents: cents(BigInt(commitments?.cents ?? 0)) },
    receivables,
  };
}
