import { and, eq, sql } from 'drizzle-orm';
import { type Account, accountKinds, type Pool } from '~/domain/ledger/accounts';
import { cents, type Cents } from '~/domain/money/cents';
import { type Transaction } from '../../client';
import { account, balance, journal, pool, poolWeight } from '../../schema';

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
  const codes = sql.param([...byCode.keys()]);
  const rows = JSON.stringify([...byCode.values()].map(accountRow));
  // One text whatever the number of accounts, and each found by its code: this runs while a journal is locked.
  const ids = () =>
    tx.execute<{ code: string; id: string }>(sql`
      with found as materialized (select code, id from account where code = any(${codes}::text[])),
      made as (
        insert into account (id, code, kind, pool_id, initiative_id, detail, min_cents, max_cents)
        select gen_random_uuid(), code, kind, (select id from pool where area_id = wanted_area and year = wanted_year),
          initiative_id, detail, min_cents, max_cents
        from jsonb_to_recordset(${rows}::jsonb) as wanted (code text, kind text, wanted_area uuid, wanted_year integer,
          initiative_id uuid, detail text, min_cents bigint, max_cents bigint)
        where code not in (select code from found)
        order by code on conflict do nothing returning code, id)
      select code, id from made union all select code, id from found`);
  const found = await ids();
  // Somebody else made one of them in between: a shared account, such as the bank.
  const all = found.length < byCode.size ? await ids() : found;
  return new Map(all.map(({ code, id }) => [code, id]));
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

/**
 * Money came back to a pool: a new epoch starts only when a source has more left than it weighs, because newer money
 * came in since it was given out. Call it under the lock of the pool's journal.
 */
export async function takeBack(tx: Transaction, pooled: Pool, entryId: bigint): Promise<void> {
  const [over] = await tx
    .select({ sourceId: balance.sourceId })
    .from(balance)
    .innerJoin(account, and(eq(account.id, balance.accountId), eq(account.kind, 'available')))
    .leftJoin(
      poolWeight,
      and(eq(poolWeight.poolId, account.poolId), eq(poolWeight.sourceId, balance.sourceId)),
    )
    .where(
      and(
        eq(account.poolId, await poolId(tx, pooled)),
        sql`-${balance.cents} > coalesce(${poolWeight.weightCents}, 0)`,
      ),
    )
    .limit(1);
  if (over) await startEpoch(tx, pooled, entryId);
}

async function poolId(tx: Transaction, { areaId, year }: Pool): Promise<string> {
  const [found] = await tx
    .select({ id: pool.id })
    .from(pool)
    .where(and(eq(pool.areaId, areaId), eq(pool.year, year)));
  if (!found) throw new Error(`no pool of ${areaId} in ${year}`);
  return found.id;
}

function accountRow({ kind, code, pool: pooled, subjectId, detail }: Account) {
  const { minCents, maxCents } = boundsOf(kind);
  return {
    code,
    kind,
    wanted_area: pooled?.areaId,
    wanted_year: pooled?.year,
    initiative_id: pooled && subjectId,
    detail,
    min_cents: minCents?.toString(),
    max_cents: maxCents?.toString(),
  };
}

/** Which bounds an account of this kind has per source, in cents, debit positive. */
export function boundsOf(kind: Account['kind']): { minCents: Cents | null; maxCents: Cents | null } {
  const { normal, mayGoBelowZero } = accountKinds[kind];
  const bound = mayGoBelowZero ? null : cents(0n);
  return normal === 'debit' ? { minCents: bound, maxCents: null } : { minCents: null, maxCents: bound };
}
