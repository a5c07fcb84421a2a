import { and, asc, eq, sql, sum } from 'drizzle-orm';
import { cents, type Cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import { account, balance, pool } from '../../schema';

/**
 * The pool in which money is set apart for an initiative, and how much, in cents; undefined when nothing is. Until the end
 * of the year is booked that can be last year's pool. Inside an act: read it under the lock of the wijk's journal.
 */
export async function reservedPoolOf(
  db: Queryable,
  initiativeId: string,
): Promise<{ poolId: string; cents: Cents } | undefined> {
  const reserved = sum(balance.cents);
  const [found] = await db
    .select({ poolId: pool.id, cents: reserved })
    .from(account)
    .innerJoin(pool, eq(pool.id, account.poolId))
    .innerJoin(balance, eq(balance.accountId, account.id))
    .where(and(eq(account.initiativeId, initiativeId), eq(account.kind, 'reserved')))
    .groupBy(pool.id)
    .having(sql`${reserved} <> 0`)
    .orderBy(asc(pool.year))
    .limit(1);
  return found && { poolId: found.poolId, cents: cents(-BigInt(found.cents ?? 0)) };
}
