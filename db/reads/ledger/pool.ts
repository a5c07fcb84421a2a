import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { type AccountKind, onNormalSide, type Pool } from '~/domain/ledger/accounts';
import { type Lot } from '~/domain/ledger/earmark';
import { type Share } from '~/domain/ledger/posting';
import { cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import { account, balance, pool, poolWeight, source } from '../../schema';

/** Which wijk and year a pool belongs to. */
export async function poolById(db: Queryable, poolId: string): Promise<Pool | undefined> {
  const [found] = await db
    .select({ areaId: pool.areaId, year: pool.year })
    .from(pool)
    .where(eq(pool.id, poolId));
  return found;
}

/** The pool of a wijk in a year, if money was ever promised to it. */
export async function poolOf(db: Queryable, { areaId, year }: Pool): Promise<{ id: string } | undefined> {
  const [found] = await db
    .select({ id: pool.id })
    .from(pool)
    .where(and(eq(pool.areaId, areaId), eq(pool.year, year)));
  return found;
}

/**
 * Weight of every source in a pool, how much of it was attributed, in cents, and what it may be used for, in the
 * declared order (domain.md §5.5). Read it under the lock of the journal.
 */
export async function lotsOf(db: Queryable, poolId: string): Promise<Lot[]> {
  const { theme, targetGroup, areaId, validFrom, expiresOn } = source;
  const rows = await db
    .select({
      sourceId: poolWeight.sourceId,
      weight: poolWeight.weightCents,
      standing: balance.cents,
      earmark: { theme, targetGroup, areaId, validFrom, expiresOn },
    })
    .from(poolWeight)
    .innerJoin(source, eq(source.id, poolWeight.sourceId))
    .innerJoin(account, and(eq(account.poolId, poolWeight.poolId), eq(account.kind, 'available')))
    .innerJoin(balance, and(eq(balance.accountId, account.id), eq(balance.sourceId, poolWeight.sourceId)))
    .where(eq(poolWeight.poolId, poolId))
    .orderBy(asc(source.position));
  return rows.map(({ sourceId, weight, standing, earmark }) => ({
    sourceId,
    weight,
    attributed: cents(weight + standing),
    ...earmark,
  }));
}

/** What stands on one kind of account of an initiative, per source in the declared order; cents on its normal side. */
export async function sharesOn(
  db: Queryable,
  where: { poolId: string; initiativeId: string; kind: AccountKind },
): Promise<Share[]> {
  const rows = await db
    .select({ sourceId: balance.sourceId, standing: balance.cents })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .innerJoin(source, eq(source.id, balance.sourceId))
    .where(
      and(
        eq(account.poolId, where.poolId),
        eq(account.initiativeId, where.initiativeId),
        eq(account.kind, where.kind),
        ne(balance.cents, sql`0`),
      ),
    )
    .orderBy(asc(source.position));
  return rows.map((row) => ({
    sourceId: row.sourceId,
    cents: cents(onNormalSide(where.kind, row.standing)),
  }));
}
