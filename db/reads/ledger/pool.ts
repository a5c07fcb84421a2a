import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { type AccountKind, onNormalSide, type Pool } from '~/domain/ledger/accounts';
import { type Lot } from '~/domain/ledger/earmark';
import { type Share } from '~/domain/ledger/posting';
import { cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import { account, balance, pool, source } from '../../schema';

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
  // A text that need not be made: it is read under a lock. And the account first: found from the source, the database would
  // read what that pays for in the whole gemeente.
  const rows = await db.execute<LotRow>(sql`
    select weighed.source_id, weighed.weight_cents, b.cents, s.theme, s.target_group, s.area_id, s.valid_from, s.expires_on
    from pool_weight weighed join source s on s.id = weighed.source_id
      join balance b on b.source_id = weighed.source_id
        and b.account_id = (select id from account where pool_id = ${poolId} and kind = 'available')
    where weighed.pool_id = ${poolId} order by s.position`);
  return rows.map((row) => {
    const weight = cents(BigInt(row.weight_cents));
    const attributed = cents(weight + BigInt(row.cents));
    const { source_id: sourceId, theme, target_group: targetGroup, area_id: areaId } = row;
    const { valid_from: validFrom, expires_on: expiresOn } = row;
    return { sourceId, weight, attributed, theme, targetGroup, areaId, validFrom, expiresOn };
  });
}

type LotRow = {
  source_id: string;
  weight_cents: string;
  cents: string;
  theme: Lot['theme'];
  target_group: Lot['targetGroup'];
  area_id: string | null;
  valid_from: Lot['validFrom'];
  expires_on: Lot['expiresOn'];
};

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
