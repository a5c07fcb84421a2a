import { sql } from 'drizzle-orm';
import { type Transaction } from '../../client';
import { ensureJournal, journalCode } from './accounts';

/** Where a journal ends: what the next entry follows on. */
export type Head = { journalId: string; number: number; hash: string };

/**
 * Takes the locks of these journals, in one order for everybody, and waits for who holds them. Whoever reads a pool to
 * decide about its money does so after this.
 */
export async function lockJournals(
  tx: Transaction,
  areaIds: Iterable<string | null>,
): Promise<Map<string | null, Head>> {
  const wanted = [...new Set(areaIds)].sort();
  const found = await lockExisting(tx, wanted);
  if (found.size === wanted.length) return found;
  for (const areaId of wanted) await ensureJournal(tx, areaId);
  return lockExisting(tx, wanted);
}

/**
 * Keeps a year open or closed as it is until this transaction ends: shared by who puts money into its pools, alone for who
 * closes it. Whoever acts on whether a year is closed reads that after this.
 */
export async function holdYear(tx: Transaction, year: number, how: 'shared' | 'alone'): Promise<void> {
  const lock = sql.raw(how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared');
  await tx.execute(sql`select ${lock}(hashtextextended(${`year:${year}`}, 0))`);
}

/**
 * Makes those wait who would send money of this closed year on at the same time from another wijk: how much of a source
 * may stay is counted over all wijken. Whoever counts that does so after this.
 */
export async function lockRollover(tx: Transaction, year: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`rollover:${year}`}, 0))`);
}

async function lockExisting(tx: Transaction, areaIds: (string | null)[]): Promise<Map<string | null, Head>> {
  const codes = areaIds.map((areaId) => sql`${journalCode(areaId)}`);
  const rows = await tx.execute<{
    area_id: string | null;
    id: string;
    last_number: number;
    last_hash: string;
  }>(sql`select wanted.area_id, wanted.id, head.last_number, head.last_hash
    from (select id, area_id from journal where code in (${sql.join(codes, sql`, `)}) order by id) wanted
      cross join lateral lock_journal(wanted.id) head`);
  return new Map(
    rows.map((row) => [row.area_id, { journalId: row.id, number: row.last_number, hash: row.last_hash }]),
  );
}
