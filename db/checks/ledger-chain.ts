import { asc, eq } from 'drizzle-orm';
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
  find: async (db) => {
    const postings = await postingsPerEntry(db);
    const journals = await db.select().from(journal).orderBy(asc(journal.code));
    const found: Finding[] = [];
    for (const each of journals) found.push(...(await brokenLinks(db, each, postings)));
    return found;
  },
};

type Postings = Awaited<ReturnType<typeof postingsPerEntry>>;

async function postingsPerEntry(db: Queryable) {
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
    .innerJoin(account, eq(account.id, posting.accountId));
  const groups = new Map<bigint, typeof rows>();
  for (const row of rows) groups.set(row.entryId, [...(groups.get(row.entryId) ?? []), row]);
  return groups;
}

async function brokenLinks(
  db: Queryable,
  { id, code, lastHash }: typeof journal.$inferSelect,
  postings: Postings,
): Promise<Finding[]> {
  const entries = await db
    .select()
    .from(journalEntry)
    .where(eq(journalEntry.journalId, id))
    .orderBy(asc(journalEntry.number));
  const found: Finding[] = [];
  let previous = genesisHash;
  for (const entry of entries) {
    const subject = `${entry.id}`;
    const place = `journal ${code} number ${entry.number}`;
    const hash = entryHash({ ...entry, postings: postings.get(entry.id) ?? [] });
    if (hash !== entry.hash) found.push({ subject, detail: `${place} does not say what it said` });
    if (entry.prevHash !== previous)
      found.push({ subject, detail: `${place} does not follow on the one before` });
    previous = entry.hash;
  }
  if (lastHash !== previous) found.push({ subject: code, detail: 'the head is not its last entry' });
  return found;
}
