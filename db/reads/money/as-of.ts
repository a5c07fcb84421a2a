import { and, eq, gt, lte, notExists, type SQL, sql } from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/pg-core';
import { type CalendarDate } from '~/domain/calendar';
import { type MoneyCell } from '~/domain/ledger/figure';
import { cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import { account, area, balanceDay, initiative, journalEntry, pool, posting, source } from '../../schema';

const reversal = alias(journalEntry, 'reversal');

/** Up to and including a day; everything without one. */
const by = (column: typeof balanceDay.day | typeof journalEntry.effectiveOn, on: CalendarDate | null) =>
  on === null ? undefined : lte(column, on);

/**
 * A posting by which the end of a year took money out of its pool: the pool's budget still counts that money, as the
 * view `standing` does. One that was taken back by that day counts in full.
 */
export function takenByYearEnd(db: Queryable, on: CalendarDate | null): SQL {
  const takenBack = db
    .select({ id: reversal.id })
    .from(reversal)
    .where(
      and(eq(reversal.reversesId, journalEntry.id), on === null ? undefined : lte(reversal.effectiveOn, on)),
    );
  return sql`(${journalEntry.kind} = 'yearEnd' and ${gt(posting.cents, cents(0))} and ${notExists(takenBack)})`;
}

/** What moved per account and source up to a day, by sums of days; what the end of the year took out is put back. */
function moved(db: Queryable, on: CalendarDate | null) {
  const { accountId, sourceId } = balanceDay;
  const days = db
    .select({ accountId, sourceId, amount: sql<string>`${balanceDay.cents}`.as('amount') })
    .from(balanceDay)
    .where(by(balanceDay.day, on));
  const taken = db
    .select({
      accountId: posting.accountId,
      sourceId: posting.sourceId,
      amount: sql<string>`-${posting.cents}`.as('amount'),
    })
    .from(journalEntry)
    .innerJoin(posting, eq(posting.entryId, journalEntry.id))
    .where(and(eq(journalEntry.kind, 'yearEnd'), takenByYearEnd(db, on), by(journalEntry.effectiveOn, on)));
  return unionAll(days, taken).as('moved');
}

/**
 * Where the money of a year's pools, or of one pool, stood at the end of a day (now without one): per source, wijk, theme
 * of the initiative and kind of account. Sums `balance_day`, never the postings. Cents, debit positive.
 */
export async function moneyCells(
  db: Queryable,
  which: { year: number } | { poolId: string },
  on: CalendarDate | null = null,
): Promise<MoneyCell[]> {
  const part = moved(db, on);
  const rows = await db
    .select({
      source: source.code,
      kolom: source.kolom,
      wijk: area.slug,
      theme: initiative.theme,
      kind: account.kind,
      cents: sql<string>`sum(${part.amount})`,
    })
    .from(pool)
    .innerJoin(area, eq(area.id, pool.areaId))
    .innerJoin(account, eq(account.poolId, pool.id))
    .innerJoin(part, eq(part.accountId, account.id))
    .innerJoin(source, eq(source.id, part.sourceId))
    .leftJoin(initiative, eq(initiative.id, account.initiativeId))
    .where('year' in which ? eq(pool.year, which.year) : eq(pool.id, which.poolId))
    .groupBy(source.code, source.kolom, area.slug, initiative.theme, account.kind);
  return rows.map((row) => ({ ...row, cents: cents(BigInt(row.cents)) }));
}
