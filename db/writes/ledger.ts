import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Account, accountKinds, type Pool } from '~/domain/ledger/accounts';
import { cents, type Cents } from '~/domain/money/cents';
import { type Transaction } from '../client';
import { account, balance, journal, pool, poolWeight, source } from '../schema';

const newId = sql`gen_random_uuid()`;
/** What the first entry of a journal chains to. */
export const genesisHash = '0'.repeat(64);

/** What a journal is called; `null` is the journal of the whole gemeente. */
export const journalCode = (areaId: string | null) => areaId ?? 'centraal';

/** Makes a wijk's journal when it is not there yet. */
export async function ensureJournal(tx: Transaction, areaId: string | null): Promise<void> {
  const row = { id: newId, code: journalCode(areaId), areaId, lastHash: genesisHash };
  await tx.insert(journal).values(row).onConflictDoNothing();
}

/** The id of a wijk's pool of one year, made when it is not there yet. */
export async function ensurePool(tx: Transaction, { areaId, year }: Pool): Promise<string> {
  await tx.insert(pool).values({ id: newId, areaId, year }).onConflictDoNothing();
  return poolId(tx, { areaId, year });
}

/** The ids of accounts by code; those that were never booked on are made, with the bounds of their kind. */
export async function ensureAccounts(
  tx: Transaction,
  wanted: readonly Account[],
): Promise<Map<string, string>> {
  const byCode = new Map(wanted.map((each) => [each.code, each]));
  const found = await accountIds(tx, [...byCode.keys()]);
  const missing = [...byCode.values()].filter(({ code }) => !found.has(code));
  if (missing.length === 0) return found;
  missing.sort((a, b) => (a.code < b.code ? -1 : 1));
  const made = await tx
    .insert(account)
    .values(missing.map(accountRow))
    .onConflictDoNothing()
    .returning({ code: account.code, id: account.id });
  for (const { code, id } of made) found.set(code, id);
  // Somebody else made one of them in between: a shared account, such as the bank.
  return found.size < byCode.size ? accountIds(tx, [...byCode.keys()]) : found;
}

export type NewSource = typeof source.$inferInsert;

/** Adds a funder's promise of one year; no money moves yet. Says whether it was added: a code is used once. */
export async function insertSource(tx: Transaction, row: NewSource): Promise<boolean> {
  const added = await tx.insert(source).values(row).onConflictDoNothing().returning({ id: source.id });
  return added.length > 0;
}

/**
 * New money in a pool: from this entry on every source weighs what is left of it now, in cents (domain.md §5.5).
 * Call it under the lock of the pool's journal.
 */
export async function startEpoch(tx: Transaction, pooled: Pool, entryId: bigint): Promise<void> {
  const id = await poolId(tx, pooled);
  const left = await tx
    .select({ sourceId: balance.sourceId, cents: balance.cents })
    .from(balance)
    .innerJoin(account, eq(account.id, balance.accountId))
    .where(and(eq(account.poolId, id), eq(account.kind, 'available')));
  if (left.length === 0) return;
  await tx
    .insert(poolWeight)
    .values(
      left.map((row) => ({
        poolId: id,
        sourceId: row.sourceId,
        weightCents: cents(-row.cents),
        sinceEntryId: entryId,
      })),
    )
    .onConflictDoUpdate({
      target: [poolWeight.poolId, poolWeight.sourceId],
      set: { weightCents: sql`excluded.weight_cents`, sinceEntryId: sql`excluded.since_entry_id` },
    });
}

async function poolId(tx: Transaction, { areaId, year }: Pool): Promise<string> {
  const [found] = await tx
    .select({ id: pool.id })
    .from(pool)
    .where(and(eq(pool.areaId, areaId), eq(pool.year, year)));
  if (!found) throw new Error(`no pool of ${areaId} in ${year}`);
  return found.id;
}

async function accountIds(tx: Transaction, codes: string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ code: account.code, id: account.id })
    .from(account)
    .where(inArray(account.code, codes));
  return new Map(rows.map(({ code, id }) => [code, id]));
}

function accountRow({ kind, code, pool: pooled, subjectId }: Account) {
  const poolId = sql`(select id from pool where area_id = ${pooled?.areaId} and year = ${pooled?.year})`;
  return {
    id: newId,
    code,
    kind,
    poolId: pooled && poolId,
    initiativeId: pooled && subjectId,
    ...boundsOf(kind),
  };
}

/** Which bounds an account of this kind has per source, in cents, debit positive. */
export function boundsOf(kind: Account['kind']): { minCents: Cents | null; maxCents: Cents | null } {
  const { normal, mayGoBelowZero } = accountKinds[kind];
  const bound = mayGoBelowZero ? null : cents(0n);
  return normal === 'debit' ? { minCents: bound, maxCents: null } : { minCents: null, maxCents: bound };
}
