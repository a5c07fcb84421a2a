import { and, asc, desc, eq, inArray, isNotNull, ne, sql, sum } from 'drizzle-orm';
import { type AccountKind } from '~/domain/ledger/accounts';
import { type Budget, budgetOf } from '~/domain/ledger/balance';
import { add, cents, type Cents, negate, subtract } from '~/domain/money/cents';
import { type Queryable } from '../client';
import { account, area, balance, initiative, journal, journalEntry, pool, posting, source } from '../schema';

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
 * spent + left + returned; `spent` is granted or paid, and `receivable` is promised and not yet received.
 */
export type SourceMoney = Readonly<
  Record<'promised' | 'received' | 'receivable' | 'reserved' | 'spent' | 'left' | 'returned', Cents>
>;

export type SourceRecord = Awaited<ReturnType<typeof records>>[number];
export type SourceInBooks = SourceRecord & SourceMoney;

function records(db: Queryable, where: ReturnType<typeof eq>) {
  return db
    .select(columns)
    .from(source)
    .leftJoin(area, eq(area.id, source.areaId))
    .where(where)
    .orderBy(asc(source.position));
}

/** Every source of a year in the declared order, with its terms and where its money stands. */
export async function sourcesInBooks(db: Queryable, year: number): Promise<SourceInBooks[]> {
  return withMoney(db, await records(db, eq(source.year, year)));
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
  return found.map((each) => ({
    ...each,
    ...moneyOf(rows.filter(({ sourceId }) => sourceId === each.id).map(asBalance)),
  }));
}

type Standing = { account: { kind: AccountKind }; cents: Cents };

function moneyOf(balances: readonly Standing[]): SourceMoney {
  const on = (kind: AccountKind) =>
    balances.reduce((total, row) => (row.account.kind === kind ? add(total, row.cents) : total), cents(0n));
  const { budget, reserved, granted, paid, left } = budgetOf(balances);
  const returned = negate(on('returned'));
  const promised = add(budget, returned);
  const receivable = on('receivable');
  const received = subtract(promised, receivable);
  return { promised, received, receivable, reserved, spent: add(granted, paid), left, returned };
}

/** What a wijk was promised by a source and where that stands today, in cents; the parts are as in SourceMoney. */
export type WijkShare = Omit<SourceMoney, 'received' | 'receivable'> & { slug: string; name: string };

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

/** The initiatives that money of a source is reserved for or was granted to, the newest first. */
export async function paidFor(db: Queryable, sourceId: string): Promise<PaidFor[]> {
  const rows = await db
    .select({
      number: initiative.number,
      title: initiative.title,
      wijk: area.name,
      kind: account.kind,
      cents: sum(balance.cents),
    })
    .from(balance)
    .innerJoin(account, and(eq(account.id, balance.accountId), isNotNull(account.initiativeId)))
    .innerJoin(initiative, eq(initiative.id, account.initiativeId))
    .innerJoin(area, eq(area.id, initiative.areaId))
    .where(and(eq(balance.sourceId, sourceId), ne(balance.cents, sql`0`)))
    .groupBy(initiative.number, initiative.title, area.name, account.kind)
    .orderBy(desc(initiative.number));
  return [...new Map(rows.map((row) => [row.number, row])).values()].map(({ number, title, wijk }) => {
    const own = rows.filter((row) => row.number === number);
    const { reserved, granted, paid } = budgetOf(own.map(asBalance));
    return { number, title, wijk, reserved, granted, paid };
  });
}

/**
 * The entries on a source's own accounts, the newest first: promises, receipts, money that went back, reversals; `cents`
 * is what they moved.
 */
export async function entriesOfSource(db: Queryable, sourceId: string) {
  const rows = await db
    .select({
      entryId: journalEntry.id,
      number: journalEntry.number,
      kind: journalEntry.kind,
      effectiveOn: journalEntry.effectiveOn,
      wijk: { slug: area.slug, name: area.name },
      year: sql<number | null>`(select min(n.year) from posting p join account a on a.id = p.account_id
        join pool n on n.id = a.pool_id where p.entry_id = ${journalEntry.id})`,
      cents: sql<string>`abs(sum(${posting.cents}))`,
      reversed: sql<boolean>`exists (select 1 from journal_entry r where r.reverses_id = ${journalEntry.id})`,
    })
    .from(posting)
    .innerJoin(
      account,
      and(eq(account.id, posting.accountId), inArray(account.kind, ['receivable', 'returned'])),
    )
    .innerJoin(journalEntry, eq(journalEntry.id, posting.entryId))
    .innerJoin(journal, eq(journal.id, journalEntry.journalId))
    .leftJoin(area, eq(area.id, journal.areaId))
    .where(eq(posting.sourceId, sourceId))
    .groupBy(journalEntry.id, area.slug, area.name)
    .orderBy(desc(journalEntry.id));
  return rows.map((row) => ({ ...row, cents: cents(BigInt(row.cents)) }));
}

/** Whether the entry of a posting stands on an account of this kind too. */
function touches(kind: AccountKind) {
  return sql`exists (select 1 from posting p join account a on a.id = p.account_id
    where p.entry_id = ${posting.entryId} and a.kind = ${kind})`;
}

function asBalance(row: { kind: AccountKind; cents: string | null }): Standing {
  return { account: { kind: row.kind }, cents: cents(BigInt(row.cents ?? 0)) };
}
