import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { add, cents, type Cents, sum, zero } from '~/domain/money/cents';
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
  slug: string;
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
      slug: area.slug,
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
    .groupBy(area.name, area.slug, source.id)
    .orderBy(asc(area.name), asc(source.position));
  return rows.map(({ carried, returned, ...of }) => ({
    ...of,
    carried: cents(BigInt(carried)),
    returned: cents(BigInt(returned)),
  }));
}

/** Where the money went that was left of a year, in total and per source; cents. */
export type EndedYear = {
  year: number;
  carried: Cents;
  returned: Cents;
  sources: { sourceId: string; source: string; carried: Cents; returned: Cents }[];
};

/**
 * What the end of a year did with what was left of it, in all wijken or some, or of one source; null while it was not booked.
 * The measure `left` of that year is what went on, what went back, and what came free in its pools since.
 */
export async function endedYear(
  db: Queryable,
  year: number,
  of: { slugs?: readonly string[]; sourceId?: string } = {},
): Promise<EndedYear | null> {
  const rows = (await yearEndResult(db, year)).filter(
    ({ slug, sourceId }) => (of.slugs?.includes(slug) ?? true) && (of.sourceId ?? sourceId) === sourceId,
  );
  if (rows.length === 0) return null;
  const sources = new Map<string, EndedYear['sources'][number]>();
  for (const { sourceId, source: name, carried, returned } of rows) {
    const before = sources.get(sourceId) ?? { sourceId, source: name, carried: zero, returned: zero };
    sources.set(sourceId, {
      ...before,
      carried: add(before.carried, carried),
      returned: add(before.returned, returned),
    });
  }
  return {
    year,
    carried: sum(rows.map((row) => row.carried)),
    returned: sum(rows.map((row) => row.returned)),
    sources: [...sources.values()],
  };
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
