import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { cents, type Cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import { balanceDay, source } from '../../schema';

/**
 * What stood on an account at the end of a day, per source in the declared order; sources that were level then are left out.
 * Sums days, never postings. Cents, debit positive.
 */
export async function balanceAsOf(
  db: Queryable,
  accountId: string,
  on: CalendarDate,
): Promise<{ sourceId: string; cents: Cents }[]> {
  const total = sql<string>`sum(${balanceDay.cents})`;
  const rows = await db
    .select({ sourceId: balanceDay.sourceId, cents: total })
    .from(balanceDay)
    .innerJoin(source, eq(source.id, balanceDay.sourceId))
    .where(and(eq(balanceDay.accountId, accountId), lte(balanceDay.day, on)))
    .groupBy(balanceDay.sourceId, source.position)
    .having(sql`${total} <> 0`)
    .orderBy(asc(source.position));
  return rows.map((row) => ({ ...row, cents: cents(BigInt(row.cents)) }));
}
