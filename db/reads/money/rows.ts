import { and, asc, count, desc, eq, inArray, isNull, lte, ne, not, sql } from 'drizzle-orm';
import { type CalendarDate } from '~/domain/calendar';
import { type Theme } from '~/domain/initiative/purpose';
import { type AccountKind } from '~/domain/ledger/accounts';
import { type Figure, signsIn } from '~/domain/ledger/figure';
import { type Kolom } from '~/domain/ledger/kolom';
import { cents, type Cents } from '~/domain/money/cents';
import { type Paged } from '~/domain/paging';
import { type Queryable } from '../../client';
import { account, area, balance, initiative, journalEntry, pool, posting, source } from '../../schema';
import { readPage } from '../page';
import { takenByYearEnd } from './as-of';

/** Which number: a figure of the pools of a year, at the end of a day, narrowed by what is not null. */
export type MoneyQuery = Readonly<{
  figure: Figure;
  year: number;
  on: CalendarDate | null;
  wijk: string | null;
  kolom: Kolom | null;
  /** The source's code. */
  source: string | null;
  /** 'none' is money that is for no initiative yet. */
  theme: Theme | 'none' | null;
}>;

/** A posting that counts in a number, with its sign in it, in cents. */
export type MoneyRow = Awaited<ReturnType<typeof allMoneyRows>>[number];

/** The rows of a number, newest first, 50 a page; `sum` is the number itself, in cents. */
export async function moneyRows(
  db: Queryable,
  query: MoneyQuery,
  page: number,
): Promise<Paged<MoneyRow> & { sum: Cents }> {
  const counted = countedIn(db, query);
  const [found] = await db
    .select({ count: count(), total: sql<string>`coalesce(sum(${counted.amount}), 0)` })
    .from(counted)
    .where(ne(counted.net, sql`0`));
  const rows = await readPage({ page, size: 50 }, Promise.resolve(found?.count ?? 0), (limit, offset) =>
    newestFirst(db, query).limit(limit).offset(offset),
  );
  return { ...rows, rows: rows.rows.map(asRow), sum: cents(BigInt(found?.total ?? 0)) };
}

/** All rows of a number, newest first. */
export async function allMoneyRows(db: Queryable, query: MoneyQuery) {
  return (await newestFirst(db, query)).map(asRow);
}

function newestFirst(db: Queryable, query: MoneyQuery) {
  const counted = countedIn(db, query);
  return db
    .select()
    .from(counted)
    .where(ne(counted.net, sql`0`))
    .orderBy(desc(counted.effectiveOn), desc(counted.entryId), asc(counted.line))
    .$dynamic();
}

const asRow = <Row extends { amount: string; net: string }>({ amount, net: _, ...row }: Row) => ({
  ...row,
  cents: cents(BigInt(amount)),
});

/**
 * Every posting on an account that counts. `net` is what its entry moves of the number for its source: where that is
 * zero, the money only went from one counted account to another, and the rows say nothing about the number.
 */
function countedIn(db: Queryable, query: MoneyQuery) {
  const signs = signsIn(query.figure);
  const plus = signs.filter(([, sign]) => sign > 0n).map(([kind]) => kind);
  const amount = sql<string>`(case when ${inArray(account.kind, plus)} then ${posting.cents} else -${posting.cents} end)`;
  return db
    .select({
      entryId: posting.entryId,
      line: posting.line,
      number: journalEntry.number,
      kind: journalEntry.kind,
      effectiveOn: journalEntry.effectiveOn,
      reason: journalEntry.reason,
      account: sql<AccountKind>`${account.kind}`.as('account_kind'),
      source: sql<string>`${source.name}`.as('source_name'),
      kolom: source.kolom,
      slug: area.slug,
      wijk: sql<string>`${area.name}`.as('wijk_name'),
      theme: initiative.theme,
      initiative: sql<number | null>`${initiative.number}`.as('initiative_number'),
      title: initiative.title,
      amount: amount.as('amount'),
      net: sql<string>`sum(${amount}) over (partition by ${posting.entryId}, ${posting.sourceId})`.as('net'),
    })
    .from(pool)
    .innerJoin(area, eq(area.id, pool.areaId))
    .innerJoin(account, eq(account.poolId, pool.id))
    .innerJoin(posting, eq(posting.accountId, account.id))
    .innerJoin(journalEntry, eq(journalEntry.id, posting.entryId))
    .innerJoin(source, eq(source.id, posting.sourceId))
    .leftJoin(initiative, eq(initiative.id, account.initiativeId))
    .where(
      and(
        eq(pool.year, query.year),
        inArray(
          account.kind,
          signs.map(([kind]) => kind),
        ),
        not(takenByYearEnd(db, query.on)),
        query.on === null ? undefined : lte(journalEntry.effectiveOn, query.on),
        query.wijk === null ? undefined : eq(area.slug, query.wijk),
        query.kolom === null ? undefined : eq(source.kolom, query.kolom),
        query.source === null ? undefined : eq(source.code, query.source),
        ofTheme(query.theme),
      ),
    )
    .as('counted');
}

function ofTheme(theme: MoneyQuery['theme']) {
  if (theme === null) return undefined;
  return theme === 'none' ? isNull(initiative.theme) : eq(initiative.theme, theme);
}

/** The wijken that have a pool in a year, and the sources whose money ever stood in those pools; both by name. */
export async function partiesOfYear(db: Queryable, year: number) {
  const wijken = await db
    .select({ id: area.id, slug: area.slug, name: area.name })
    .from(pool)
    .innerJoin(area, eq(area.id, pool.areaId))
    .where(eq(pool.year, year))
    .orderBy(asc(area.name));
  const sources = await db
    .selectDistinct({ code: source.code, name: source.name, year: source.year })
    .from(pool)
    .innerJoin(account, eq(account.poolId, pool.id))
    .innerJoin(balance, eq(balance.accountId, account.id))
    .innerJoin(source, eq(source.id, balance.sourceId))
    .where(eq(pool.year, year))
    .orderBy(asc(source.name), asc(source.code));
  return { wijken, sources };
}
