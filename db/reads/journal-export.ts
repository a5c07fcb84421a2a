import { asc, between, eq, lte, sql } from 'drizzle-orm';
import { alias, unionAll } from 'drizzle-orm/pg-core';
import { calendarDate } from '~/domain/calendar';
import { accountName, encoded, type YearStanding } from '~/domain/ledger/hledger';
import { cents } from '~/domain/money/cents';
import { type Database, type Queryable } from '../client';
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
} from '../schema';

/** What a year of the journals says; account, source and journal have readable names. */
export type JournalsOfYear = { entries: JournalEntry[]; standings: YearStanding[] };
export type JournalEntry = Awaited<ReturnType<typeof entriesOf>>[number];
export type JournalPosting = ReturnType<typeof placeOf> &
  Pick<typeof posting.$inferSelect, 'line' | 'taskField' | 'cents' | 'balanceAfter'>;

/**
 * The journals of all wijken over one calendar year, as they stood at one moment: every entry that counts for that
 * year, by date and then as booked, and what stood on each account per source when the year began and by its end.
 */
export function journalsOfYear(db: Database, year: number): Promise<JournalsOfYear> {
  return db.transaction(
    async (tx) => {
      const names = await readableNames(tx);
      const places = { accounts: await accountsOf(tx, names), sources: await sourcesOf(tx) };
      return {
        entries: await entriesOf(tx, year, names, places),
        standings: await standingsOf(tx, year, places),
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

type Names = ReadonlyMap<string, string>;
type Accounts = Awaited<ReturnType<typeof accountsOf>>;
type Sources = Awaited<ReturnType<typeof sourcesOf>>;
type Places = { accounts: Accounts; sources: Sources };

const first = (year: number) => calendarDate(`${year}-01-01`);
const last = (year: number) => calendarDate(`${year}-12-31`);

/** What people call the ids that codes of accounts and journals are made of. */
async function readableNames(db: Queryable): Promise<Names> {
  const rows = await unionAll(
    db.select({ id: area.id, name: sql<string>`${area.slug}` }).from(area),
    db.select({ id: initiative.id, name: sql<string>`${initiative.number}::text` }).from(initiative),
    db.select({ id: source.id, name: sql<string>`${source.code}` }).from(source),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Every account by its id. Money of a pool is booked in the journal of its wijk alone. */
async function accountsOf(db: Queryable, names: Names) {
  const { id, code, kind, poolId, initiativeId } = account;
  const rows = await db
    .select({ id, code, kind, poolId, initiative: initiative.title })
    .from(account)
    .leftJoin(initiative, eq(initiative.id, initiativeId));
  return new Map(
    rows.map(({ id, code, poolId, ...of }) => [
      id,
      { ...of, name: accountName(code, names), ownJournal: poolId !== null },
    ]),
  );
}

async function sourcesOf(db: Queryable) {
  const { id, code, name, kolom } = source;
  const rows = await db.select({ id, code, name, kolom }).from(source);
  return new Map(rows.map(({ id, ...of }) => [id, { ...of, code: encoded(of.code) }]));
}

async function entriesOf(db: Queryable, year: number, names: Names, places: Places) {
  const postings = await postingsOf(db, year, places);
  const [reversed, reversal] = [alias(journalEntry, 'reversed'), alias(journalEntry, 'reversal')];
  const sequence = inSequence(db);
  const { id, number, kind, effectiveOn, bookedAt, reason, idempotencyKey, hash } = journalEntry;
  const rows = await db
    .select({
      ...{ id, number, kind, effectiveOn, bookedAt, reason, key: idempotencyKey, hash },
      journal: journal.code,
      reverses: reversed.number,
      reversedBy: reversal.number,
      decision: sql<string | null>`${body.slug} || '-' || ${decision.year} || '-' || ${decision.number}`,
      inSequence: sequence.inSequence,
    })
    .from(journalEntry)
    .innerJoin(sequence, eq(sequence.id, id))
    .innerJoin(journal, eq(journal.id, journalEntry.journalId))
    .leftJoin(decision, eq(decision.id, journalEntry.decisionId))
    .leftJoin(body, eq(body.id, decision.bodyId))
    .leftJoin(reversed, eq(reversed.id, journalEntry.reversesId))
    .leftJoin(reversal, eq(reversal.reversesId, id))
    .where(between(effectiveOn, first(year), last(year)))
    .orderBy(asc(effectiveOn), asc(id));
  return rows.map(({ id: entryId, ...row }) => ({
    ...row,
    journal: encoded(names.get(row.journal) ?? row.journal),
    postings: postings.get(entryId) ?? [],
  }));
}

/** Per entry: nothing booked before it in its journal counts for a later day, and nothing after it for an earlier. */
function inSequence(db: Queryable) {
  const order = sql`partition by ${journalEntry.journalId} order by ${journalEntry.number}`;
  const latestBefore = sql`max(${journalEntry.effectiveOn}) over (${order})`;
  const earliestAfter = sql`min(${journalEntry.effectiveOn}) over (${order} desc)`;
  const inOrder = sql<boolean>`${journalEntry.effectiveOn} between ${latestBefore} and ${earliestAfter}`;
  return db
    .select({ id: journalEntry.id, inSequence: inOrder.as('in_sequence') })
    .from(journalEntry)
    .as('sequence');
}

/** The postings of a year per entry. Accounts and sources are shared, as there may be very many postings. */
async function postingsOf(
  db: Queryable,
  year: number,
  places: Places,
): Promise<Map<bigint, JournalPosting[]>> {
  const { entryId, line, accountId, sourceId, taskField, balanceAfter } = posting;
  const rows = await db
    .select({ entryId, line, accountId, sourceId, taskField, cents: posting.cents, balanceAfter })
    .from(posting)
    .innerJoin(journalEntry, eq(journalEntry.id, entryId))
    .where(between(journalEntry.effectiveOn, first(year), last(year)))
    .orderBy(asc(entryId), asc(line));
  const perEntry = new Map<bigint, JournalPosting[]>();
  for (const { entryId, accountId, sourceId, ...row } of rows) {
    const before = perEntry.get(entryId) ?? [];
    before.push({ ...row, ...placeOf(places, accountId, sourceId) });
    perEntry.set(entryId, before);
  }
  return perEntry;
}

/** What stood where, in order of name; an account that holds nothing and was not booked on is left out. */
async function standingsOf(db: Queryable, year: number, places: Places): Promise<YearStanding[]> {
  const { accountId, sourceId, day } = balanceDay;
  const before = sql`coalesce(sum(${balanceDay.cents}) filter (where ${day} < ${first(year)}), 0)`;
  const rows = await db
    .select({
      accountId,
      sourceId,
      opening: sql<string>`${before}`,
      closing: sql<string>`sum(${balanceDay.cents})`,
    })
    .from(balanceDay)
    .where(lte(day, last(year)))
    .groupBy(accountId, sourceId)
    .having(sql`${before} <> 0 or bool_or(${day} >= ${first(year)})`);
  return rows
    .map(({ accountId, sourceId, opening, closing }) => ({
      ...placeOf(places, accountId, sourceId),
      opening: cents(BigInt(opening)),
      closing: cents(BigInt(closing)),
    }))
    .sort(byName);
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
