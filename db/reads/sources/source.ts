import { and, asc, desc, eq, inArray, isNotNull, ne, type SQL, sql, sum } from 'drizzle-orm';
import { type AccountKind } from '~/domain/ledger/accounts';
import { type Budget, budgetOf } from '~/domain/ledger/balance';
import { add, cents, type Cents, negate, subtract, sum as sumOf } from '~/domain/money/cents';
import { type Paged } from '~/domain/paging';
import { type Queryable } from '../../client';
import {
  account,
  area,
  balance,
  initiative,
  journal,
  journalEntry,
  pool,
  posting,
  source,
} from '../../schema';
import { readPage } from '../page';
import { type Refunded, refunds } from './refunds';

const columns = {
  id: source.id,
  code: source.code,
  name: source.name,
  kolom: source.kolom,
  year: source.year,
  funder: source.funder,
  theme: source.theme,
  targetGroup: source.targetGroup,
  validFrom: source.validFrom,
  expiresOn: source.expiresOn,
  rollover: source.rollover,
  rolloverPct: source.rolloverPct,
  area: { id: area.id, slug: area.slug, name: area.name },
};

/**
 * Where the money of a source stands today, over all wijken and years, in cents: what was promised is always reserved +
 * spent + left + goesBack + givenBack; `spent` is granted or paid, `receivable` is promised and not yet received, and a rest
 * `goesBack` to its giver until the bank tells that it left.
 */
export type SourceMoney = Readonly<
  Record<
    'promised' | 'received' | 'receivable' | 'reserved' | 'spent' | 'left' | 'goesBack' | 'givenBack',
    Cents
  >
>;

export type SourceRecord = Awaited<ReturnType<typeof records>>[number];
export type SourceInBooks = SourceRecord & SourceMoney;

function records(db: Queryable, where: ReturnType<typeof eq>) {
  return db
    .select(columns)
    .from(source)
    .leftJoin(area, eq(area.id, source.areaId))
    .where(where)
    .orderBy(asc(source.position))
    .$dynamic();
}

/** How many sources a year has. */
export function countSources(db: Queryable, year: number) {
  return db.$count(source, eq(source.year, year));
}

/** The id of the source with this name in a year, however it is written; the first declared of several. */
export async function sourceOfName(
  db: Queryable,
  { name, year }: { name: string; year: number },
): Promise<string | undefined> {
  const [found] = await db
    .select({ id: source.id })
    .from(source)
    .where(and(eq(source.year, year), sql`lower(${source.name}) = lower(${name})`))
    .orderBy(asc(source.position))
    .limit(1);
  return found?.id;
}

/** The sources of a year in the declared order, 25 a page, each with its terms and where its money stands. */
export async function sourcesInBooks(
  db: Queryable,
  year: number,
  page: number,
): Promise<Paged<SourceInBooks>> {
  const ofYear = eq(source.year, year);
  const found = await readPage({ page, size: 25 }, countSources(db, year), (limit, offset) =>
    records(db, ofYear).limit(limit).offset(offset),
  );
  return { ...found, rows: await withMoney(db, found.rows) };
}

/** Where the money of all sources of a year stands together. */
export async function moneyOfYear(db: Queryable, year: number): Promise<SourceMoney> {
  const rows = await db
    .select({ kind: account.kind, cents: sum(balance.cents) })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .innerJoin(source, eq(source.id, balance.sourceId))
    .where(eq(source.year, year))
    .groupBy(account.kind);
  return moneyOf(rows.map(asBalance), await refunds(db, eq(source.year, year)));
}

/** A source by its code, with its terms and where its money stands. */
export async function sourceByCode(db: Queryable, code: string): Promise<SourceInBooks | undefined> {
  const [found] = await withMoney(db, await records(db, eq(source.code, code)));
  return found;
}

async function withMoney(db: Queryable, found: SourceRecord[]): Promise<SourceInBooks[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const rows = await db
    .select({ sourceId: balance.sourceId, kind: account.kind, cents: sum(balance.cents) })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .where(inArray(balance.sourceId, ids))
    .groupBy(balance.sourceId, account.kind);
  const back = await refunds(db, inArray(source.id, ids));
  const own = <Row extends { sourceId: string }>(all: readonly Row[], id: string) =>
    all.filter(({ sourceId }) => sourceId === id);
  return found.map((each) => ({
    ...each,
    ...moneyOf(own(rows, each.id).map(asBalance), own(back, each.id)),
  }));
}

type Standing = { account: { kind: AccountKind }; cents: Cents };

function moneyOf(
  balances: readonly Standing[],
  back: readonly Pick<Refunded, 'cents' | 'paid'>[],
): SourceMoney {
  const on = (kind: AccountKind) =>
    balances.reduce((total, row) => (row.account.kind === kind ? add(total, row.cents) : total), cents(0n));
  const { budget, reserved, granted, paid, left } = budgetOf(balances);
  const total = (rows: typeof back) => sumOf(rows.map((row) => row.cents));
  const returned = add(negate(on('returned')), total(back));
  const givenBack = total(back.filter(({ paid }) => paid));
  const goesBack = subtract(returned, givenBack);
  const promised = add(budget, returned);
  const receivable = on('receivable');
  const received = subtract(promised, receivable);
  return { promised, received, receivable, reserved, spent: add(granted, paid), left, goesBack, givenBack };
}

/** What a wijk was promised by a source and where that stands today, in cents; the parts are as in SourceMoney. */
export type WijkShare = Omit<SourceMoney, 'received' | 'receivable' | 'goesBack' | 'givenBack'> & {
  slug: string;
  name: string;
  returned: Cents;
};

/** The wijken that a source promised money to, by name. */
export async function sharesPerWijk(db: Queryable, sourceId: string): Promise<WijkShare[]> {
  const promises = await db
    .select({ id: area.id, slug: area.slug, name: area.name, promised: sql<string>`-sum(${posting.cents})` })
    .from(posting)
    .innerJoin(account, and(eq(account.id, posting.accountId), eq(account.kind, 'available')))
    .innerJoin(pool, eq(pool.id, account.poolId))
    .innerJoin(area, eq(area.id, pool.areaId))
    .where(and(eq(posting.sourceId, sourceId), touches('receivable')))
    .groupBy(area.id)
    .orderBy(asc(area.name));
  const rows = await db
    .select({ areaId: pool.areaId, kind: account.kind, cents: sum(balance.cents) })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .innerJoin(pool, eq(pool.id, account.poolId))
    .where(eq(balance.sourceId, sourceId))
    .groupBy(pool.areaId, account.kind);
  return promises.map(({ id, slug, name, ...row }) => {
    const own = budgetOf(rows.filter(({ areaId }) => areaId === id).map(asBalance));
    const promised = cents(BigInt(row.promised));
    const { reserved, granted, paid, left, budget } = own;
    // What is in no account of the wijk any more went back to the funder.
    const returned = subtract(promised, budget);
    return { slug, name, promised, reserved, spent: add(granted, paid), left, returned };
  });
}

/** What an initiative got from a source, in cents. */
export type PaidFor = Pick<Budget, 'reserved' | 'granted' | 'paid'> & {
  number: number;
  title: string;
  wijk: string;
};

/** The initiatives that money of a source is reserved for or was granted to, the newest first, 25 a page. */
export async function paidFor(db: Queryable, sourceId: string, page: number): Promise<Paged<PaidFor>> {
  const paid = db
    .selectDistinct({ id: account.initiativeId })
    .from(balance)
    .innerJoin(account, and(eq(account.id, balance.accountId), isNotNull(account.initiativeId)))
    .where(and(eq(balance.sourceId, sourceId), ne(balance.cents, sql`0`)))
    .as('paid');
  const { id, number, title } = initiative;
  const shown = await readPage({ page, size: 25 }, db.$count(paid), (limit, offset) =>
    db
      .select({ id, number, title, wijk: area.name })
      .from(paid)
      .innerJoin(initiative, eq(id, paid.id))
      .innerJoin(area, eq(area.id, initiative.areaId))
      .orderBy(desc(number))
      .limit(limit)
      .offset(offset),
  );
  const ids = shown.rows.map((row) => row.id);
  const rows = ids.length > 0 ? await forInitiatives(db, sourceId, inArray(account.initiativeId, ids)) : [];
  return {
    ...shown,
    rows: shown.rows.map(({ id: own, ...row }) => ({
      ...row,
      ...partsOf(rows.filter(({ initiativeId }) => initiativeId === own)),
    })),
  };
}

/** What all initiatives together got from a source, in cents. */
export async function paidForTotal(db: Queryable, sourceId: string) {
  return partsOf(await forInitiatives(db, sourceId, isNotNull(account.initiativeId), sql`null::uuid`));
}

/** The balances of a source on accounts of initiatives, by initiative (or all as one) and kind. */
function forInitiatives(
  db: Queryable,
  sourceId: string,
  where: SQL,
  by: SQL | typeof account.initiativeId = account.initiativeId,
) {
  return db
    .select({
      initiativeId: sql<string | null>`${by}`.as('of'),
      kind: account.kind,
      cents: sum(balance.cents),
    })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .where(and(eq(balance.sourceId, sourceId), where))
    .groupBy(sql`1`, account.kind);
}

function partsOf(rows: readonly { kind: AccountKind; cents: string | null }[]) {
  const { reserved, granted, paid } = budgetOf(rows.map(asBalance));
  return { reserved, granted, paid };
}

/**
 * The entries on a source's own accounts, the newest first, 25 a page: promises, receipts, money that went back, reversals;
 * `cents` is what they moved.
 */
export async function entriesOfSource(db: Queryable, sourceId: string, page: number) {
  const own = db
    .select({ entryId: posting.entryId, moved: sql<string>`abs(sum(${posting.cents}))`.as('moved') })
    .from(posting)
    .innerJoin(account, eq(account.id, posting.accountId))
    .where(and(eq(posting.sourceId, sourceId), inArray(account.kind, ['receivable', 'returned'])))
    .groupBy(posting.entryId)
    .as('own');
  const shown = await readPage({ page, size: 25 }, db.$count(own), (limit, offset) =>
    db
      .select({
        entryId: journalEntry.id,
        number: journalEntry.number,
        kind: journalEntry.kind,
        effectiveOn: journalEntry.effectiveOn,
        wijk: { slug: area.slug, name: area.name },
        year: sql<number | null>`(select min(n.year) from posting p join account a on a.id = p.account_id
          join pool n on n.id = a.pool_id where p.entry_id = ${journalEntry.id})`,
        cents: own.moved,
        reversed: sql<boolean>`exists (select 1 from journal_entry r where r.reverses_id = ${journalEntry.id})`,
      })
      .from(own)
      .innerJoin(journalEntry, eq(journalEntry.id, own.entryId))
      .innerJoin(journal, eq(journal.id, journalEntry.journalId))
      .leftJoin(area, eq(area.id, journal.areaId))
      .orderBy(desc(own.entryId))
      .limit(limit)
      .offset(offset),
  );
  return { ...shown, rows: shown.rows.map((row) => ({ ...row, cents: cents(BigInt(row.cents)) })) };
}

/** Whether the entry of a posting stands on an account of this kind too. */
function touches(kind: AccountKind) {
  return sql`exists (select 1 from posting p join account a on a.id = p.account_id
    where p.entry_id = ${posting.entryId} and a.kind = ${kind})`;
}

function asBalance(row: { kind: AccountKind; cents: string | null }): Standing {
  return { account: { kind: row.kind }, cents: cents(BigInt(row.cents ?? 0)) };
}
