import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { type Queryable } from '../client';
import { account, journal, journalEntry, posting } from '../schema';
import { entryHash } from '../writes/hash';
import { genesisHash } from '../writes/ledger/accounts';
import { type Check, type Finding } from './check';

/** Recomputes every hash from what the rows say now, so that a change by hand is found and named. */
export const chainCheck: Check = {
  id: 'entry-chain',
  meaning:
    'Every entry has the hash of what it says and of the entry before it, up to the head of its journal.',
  find: async (db) => (await readChains(db)).found,
};

/** How many journals and entries were read, and every place where a chain is broken. */
export type ChainsRead = { journals: number; entries: number; found: Finding[] };

/** Reads the chains of all journals, in portions: never all entries at once, and others come in between. */
export async function readChains(db: Queryable): Promise<ChainsRead> {
  const journals = await db.select().from(journal).orderBy(asc(journal.code));
  const read: ChainsRead = { journals: journals.length, entries: 0, found: [] };
  for (const each of journals) await readChain(db, each, read);
  return read;
}

const portion = 1_000;

/** Reads one chain, and writes what it found into `read`. */
async function readChain(
  db: Queryable,
  { id, code, lastHash }: typeof journal.$inferSelect,
  read: ChainsRead,
): Promise<void> {
  let previous = genesisHash;
  for await (const { postings, ...entry } of entriesOf(db, id)) {
    const subject = `${entry.id}`;
    const place = `journal ${code} number ${entry.number}`;
    if (entryHash({ ...entry, postings }) !== entry.hash)
      read.found.push({ subject, detail: `${place} does not say what it said` });
    if (entry.prevHash !== previous)
      read.found.push({ subject, detail: `${place} does not follow on the one before` });
    previous = entry.hash;
    read.entries += 1;
  }
  if (lastHash !== previous) read.found.push({ subject: code, detail: 'the head is not its last entry' });
}

/** The entries of a journal in the order of their numbers, each with its postings. */
async function* entriesOf(db: Queryable, journalId: string) {
  const { id, number } = journalEntry;
  let rows: (typeof journalEntry.$inferSelect)[] = [];
  do {
    const last = rows.at(-1);
    const after = last && sql`(${number}, ${id}) > (${last.number}, ${last.id})`;
    rows = await db
      .select()
      .from(journalEntry)
      .where(and(eq(journalEntry.journalId, journalId), after))
      .orderBy(asc(number), asc(id))
      .limit(portion);
    const postings = await postingsOf(
      db,
      rows.map((row) => row.id),
    );
    for (const row of rows) yield { ...row, postings: postings.get(row.id) ?? [] };
  } while (rows.length === portion);
}

async function postingsOf(db: Queryable, entries: readonly bigint[]) {
  const rows = await db
    .select({
      entryId: posting.entryId,
      line: posting.line,
      accountCode: account.code,
      sourceId: posting.sourceId,
      cents: posting.cents,
      taskField: posting.taskField,
    })
    .from(posting)
    .innerJoin(account, eq(account.id, posting.accountId))
    .where(inArray(posting.entryId, [...entries]));
  const groups = new Map<bigint, typeof rows>();
  for (const row of rows) {
    const group = groups.get(row.entryId) ?? [];
    group.push(row);
    groups.set(row.entryId, group);
  }
  return groups;
}
