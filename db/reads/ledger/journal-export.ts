import { and, asc, between, eq, inArray, lte, not, sql } from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/pg-core';
import { calendarDate, type CalendarDate } from '~/domain/calendar';
import { accountName, encoded, type YearStanding } from '~/formats/hledger';
import { cents } from '~/domain/money/cents';
import { type Database, type Queryable } from '../../client';
import {
  account,
  area,
  balanceDay,
  body,
  decision,
  initiative,
  journal,
  journalEntry,
  posting,
  source,
} from '../../schema';

/** What a year of the journals says; account, source and journal have readable names. */
export type JournalsOfYear = { entries: AsyncIterable<JournalEntry>; standings: YearStanding[] };
export type JournalEntry = Awaited<ReturnType<typeof entryRows>>[number] & {
  inSequence: boolean;
  postings: readonly JournalPosting[];
};
export type JournalPosting = ReturnType<typeof placeOf> &
  Pick<typeof posting.$inferSelect, 'line' | 'taskField' | 'cents' | 'balanceAfter'>;

/**
 * Lets `use` read the journals of all wijken over one calendar year, as they stood at one moment: every entry that counts
 * for that year, by date and then as booked, and what stood on each account per source when the year began and by its end.
 * Entries are read in portions: never all of a large year at once.
 */
export function withJournals<T>(
  db: Database,
  year: number,
  use: (journals: JournalsOfYear) => Promise<T>,
): Promise<T> {
  return db.transaction(
    async (tx) => {
      const names = await readableNames(tx);
      const places = { accounts: await accountsOf(tx, year, names), sources: await sourcesOf(tx) };
      const standings = await standingsOf(tx, year, places);
      return use({ standings, entries: entriesOf(tx, year, names, places) });
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

const portion = 5000;

type Names = ReadonlyMap<string, string>;
type Accounts = Awaited<ReturnType<typeof accountsOf>>;
type Sources = Awaited<ReturnType<typeof sourcesOf>>;
type Places = { accounts: Accounts; sources: Sources };

const firstDay = (year: number) => calendarDate(`${year}-01-01`);
const lastDay = (year: number) => calendarDate(`${year}-12-31`);

/** What people call the ids of wijken and sources, which codes of accounts and journals are made of. */
async function readableNames(db: Queryable): Promise<Names> {
  const rows = await unionAll(
    db.select({ id: area.id, name: sql<string>`${area.slug}` }).from(area),
    db.select({ id: source.id, name: sql<string>`${source.code}` }).from(source),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Every account that stands in the file, by its id. Money of a pool is booked in the journal of its wijk alone. */
async function accountsOf(db: Queryable, year: number, names: Names) {
  const standing = standingRows(db, year).as('standing');
  const { id, code, kind, poolId, initiativeId } = account;
  const rows = await db
    .select({ id, code, kind, poolId, initiativeId, number: initiative.number, title: initiative.title })
    .from(account)
    .leftJoin(initiative, eq(initiative.id, initiativeId))
    .where(inArray(id, db.select({ id: standing.accountId }).from(standing)));
  const numbers = rows.flatMap(({ initiativeId: of, number }) => (of ? [[of, String(number)] as const] : []));
  const known = new Map([...names, ...numbers]);
  return new Map(
    rows.map(({ id, code, kind, poolId, title }) => [
      id,
      { kind, initiative: title, name: accountName(code, known), ownJournal: poolId !== null },
    ]),
  );
}

async function sourcesOf(db: Queryable) {
  const { id, code, name, kolom } = source;
  const rows = await db.select({ id, code, name, kolom }).from(source);
  return new Map(rows.map(({ id, ...of }) => [id, { ...of, code: encoded(of.code) }]));
}

async function* entriesOf(
  db: Queryable,
  year: number,
  names: Names,
  places: Places,
): AsyncGenerator<JournalEntry> {
  const outOfSequence = await entriesOutOfSequence(db, year);
  let rows: Awaited<ReturnType<typeof entryRows>> = [];
  do {
    rows = await entryRows(db, year, rows.at(-1));
    const ids = rows.map(({ id }) => id);
    const postings = await postingsOf(db, ids, places);
    for (const row of rows) {
      yield {
        ...row,
        journal: encoded(names.get(row.journal) ?? row.journal),
        inSequence: !outOfSequence.has(row.id),
        postings: postings.get(row.id) ?? [],
      };
    }
  } while (rows.length === portion);
}

/** The next entries of a year after `last`. */
function entryRows(db: Queryable, year: number, last?: { effectiveOn: CalendarDate; id: bigint }) {
  const [reversed, reversal] = [alias(journalEntry, 'reversed'), alias(journalEntry, 'reversal')];
  const { id, number, kind, effectiveOn, bookedAt, reason, idempotencyKey, hash } = journalEntry;
  return db
    .select({
      ...{ id, number, kind, effectiveOn, bookedAt, reason, key: idempotencyKey, hash },
      journal: journal.code,
      reverses: reversed.number,
      reversedBy: reversal.number,
      decision: sql<string | null>`${body.slug} || '-' || ${decision.year} || '-' || ${decision.number}`,
    })
    .from(journalEntry)
    .innerJoin(journal, eq(journal.id, journalEntry.journalId))
    .leftJoin(decision, eq(decision.id, journalEntry.decisionId))
    .leftJoin(body, eq(body.id, decision.bodyId))
    .leftJoin(reversed, eq(reversed.id, journalEntry.reversesId))
    .leftJoin(reversal, eq(reversal.reversesId, id))
    .where(
      and(
        between(effectiveOn, firstDay(year), lastDay(year)),
        last && sql`(${effectiveOn}, ${id}) > (${last.effectiveOn}, ${last.id})`,
      ),
    )
    .orderBy(asc(effectiveOn), asc(id))
    .limit(portion);
}

/** Entries before which something in their journal counts for a later day, or after which something for an earlier. */
async function entriesOutOfSequence(db: Queryable, year: number): Promise<Set<bigint>> {
  const order = sql`partition by ${journalEntry.journalId} order by ${journalEntry.number}`;
  const latestBefore = sql`max(${journalEntry.effectiveOn}) over (${order})`;
  const earliestAfter = sql`min(${journalEntry.effectiveOn}) over (${order} desc)`;
  const inOrder = sql<boolean>`${journalEntry.effectiveOn} between ${latestBefore} and ${earliestAfter}`;
  const { id, effectiveOn } = journalEntry;
  const sequence = db
    .select({ id, effectiveOn, inOrder: inOrder.as('in_order') })
    .from(journalEntry)
    .as('sequence');
  const rows = await db
    .select({ id: sequence.id })
    .from(sequence)
    .where(and(not(sequence.inOrder), between(sequence.effectiveOn, firstDay(year), lastDay(year))));
  return new Set(rows.map(({ id }) => id));
}

/** The postings of entries, per entry. */
async function postingsOf(
  db: Queryable,
  entries: readonly bigint[],
  places: Places,
): Promise<Map<bigint, JournalPosting[]>> {
  const { entryId, line, accountId, sourceId, taskField, balanceAfter } = posting;
  const rows = await db
    .select({ entryId, line, accountId, sourceId, taskField, cents: posting.cents, balanceAfter })
    .from(posting)
    .where(inArray(entryId, [...entries]))
    .orderBy(asc(entryId), asc(line));
  const perEntry = new Map<bigint, JournalPosting[]>();
  for (const { entryId, accountId, sourceId, ...row } of rows) {
    const before = perEntry.get(entryId) ?? [];
    before.push({ ...row, ...placeOf(places, accountId, sourceId) });
    perEntry.set(entryId, before);
  }
  return perEntry;
}

/** What stood where, in order of name. */
async function standingsOf(db: Queryable, year: number, places: Places): Promise<YearStanding[]> {
  const rows = await standingRows(db, year);
  return rows
    .map(({ accountId, sourceId, opening, closing }) => ({
      ...placeOf(places, accountId, sourceId),
      opening: cents(BigInt(opening)),
      closing: cents(BigInt(closing)),
    }))
    .sort(byName);
}

/** Per account and source; an account that holds nothing and was not booked on is left out. */
function standingRows(db: Queryable, year: number) {
  const { accountId, sourceId, day } = balanceDay;
  const before = sql`coalesce(sum(${balanceDay.cents}) filter (where ${day} < ${firstDay(year)}), 0)`;
  return db
    .select({
      accountId,
      sourceId,
      opening: sql<string>`${before}`.as('opening'),
      closing: sql<string>`sum(${balanceDay.cents})`.as('closing'),
    })
    .from(balanceDay)
    .where(lte(day, lastDay(year)))
    .groupBy(accountId, sourceId)
    .having(sql`${before} <> 0 or bool_or(${day} >= ${firstDay(year)})`);
}

function placeOf({ accounts, sources }: Places, accountId: string, sourceId: string) {
  const [account, source] = [accounts.get(accountId), sources.get(sourceId)];
  if (!account || !source) throw new Error(`no account ${accountId} or source ${sourceId}`);
  return { account, source };
}

function byName(a: YearStanding, b: YearStanding): number {
  if (a.account.name !== b.account.name) return a.account.name < b.account.name ? -1 : 1;
  return a.source.code < b.source.code ? -1 : 1;
}
