import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { cents, type Cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import {
  account,
  area,
  journal,
  journalEntry,
  moneyTask,
  moneyTaskEnd,
  pool,
  posting,
  source,
} from '../../schema';

/** What the end of a year did with what a source had left in a wijk, in cents. */
export type YearEndResult = {
  wijk: string;
  sourceId: string;
  source: string;
  sourceYear: number;
  carried: Cents;
  returned: Cents;
};

const movedTo = (where: ReturnType<typeof sql>) =>
  sql<string>`coalesce(-sum(${posting.cents}) filter (where ${where}), 0)`;

/** What the end of a year took on to the next year and gave back, by wijk and source; what was taken back is left out. */
export async function yearEndResult(db: Queryable, year: number): Promise<YearEndResult[]> {
  const rows = await db
    .select({
      wijk: area.name,
      sourceId: source.id,
      source: source.name,
      sourceYear: source.year,
      carried: movedTo(sql`${account.kind} = 'available' and ${pool.year} = ${year + 1}`),
      returned: movedTo(sql`${account.kind} = 'returned'`),
    })
    .from(journalEntry)
    .innerJoin(journal, eq(journal.id, journalEntry.journalId))
    .innerJoin(area, eq(area.id, journal.areaId))
    .innerJoin(posting, eq(posting.entryId, journalEntry.id))
    .innerJoin(account, eq(account.id, posting.accountId))
    .innerJoin(source, eq(source.id, posting.sourceId))
    .leftJoin(pool, eq(pool.id, account.poolId))
    .where(
      and(
        eq(journalEntry.kind, 'yearEnd'),
        sql`not exists (select 1 from journal_entry r where r.reverses_id = ${journalEntry.id})`,
        sql`exists (select 1 from posting p join account a on a.id = p.account_id join pool n on n.id = a.pool_id
          where p.entry_id = ${journalEntry.id} and p.cents > 0 and n.year = ${year})`,
        sql`(${account.kind} = 'available' or ${account.kind} = 'returned')`,
      ),
    )
    .groupBy(area.name, source.id)
    .orderBy(asc(area.name), asc(source.position));
  return rows.map(({ carried, returned, ...of }) => ({
    ...of,
    carried: cents(BigInt(carried)),
    returned: cents(BigInt(returned)),
  }));
}

/** The id of the work that is booking the end of a year now, if any. */
export async function runningYearEnd(db: Queryable, year: number): Promise<string | undefined> {
  const [found] = await db
    .select({ id: moneyTask.id })
    .from(moneyTask)
    .leftJoin(moneyTaskEnd, eq(moneyTaskEnd.taskId, moneyTask.id))
    .where(and(eq(moneyTask.kind, 'yearEnd'), eq(moneyTask.year, year), isNull(moneyTaskEnd.taskId)));
  return found?.id;
}
