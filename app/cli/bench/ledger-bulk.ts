import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';
import { entryHash, sha256 } from '#db/writes/hash';
import { type Head } from '#db/writes/ledger/lock';
import { type CalendarDate } from '~/domain/calendar';
import { type EntryKind } from '~/domain/ledger/kinds';
import { type Leg } from '~/domain/ledger/posting';
import { generalTaskField } from '~/domain/ledger/task-field';
import { type Wijk } from './ledger-world';

export type History = {
  wijken: readonly Wijk[];
  actorId: string;
  sources: Map<number, string[]>;
  accountIds: Map<string, string>;
  heads: Map<string | null, Head>;
  /** What stands on each account and source, for the balance beside each posting. */
  standing: Map<string, bigint>;
  entryId: bigint;
  rounds: number;
};

type Draft = { areaId: string | null; kind: EntryKind; on: CalendarDate; legs: readonly Leg[] };
type Row = readonly (string | number | bigint | null)[];
/** The rows of one entry, as they go into their tables. */
export type BulkEntry = { entry: Row; postings: Row[]; kind: EntryKind; id: bigint; at: string };

const reason = 'Geschiedenis';
const columns = {
  journal_entry:
    'id, journal_id, number, kind, idempotency_key, request_hash, effective_on, booked_at, actor_id, reason, line_count, prev_hash, hash',
  posting: 'entry_id, line, account_id, source_id, cents, task_field, balance_after',
  audit_entry: 'at, actor_id, act, subject_kind, subject_id, reason',
};

/** What `bookEntries` would write for this entry, with its place in the chain and the balances after it. */
export function bookInBulk(history: History, { areaId, kind, on, legs }: Draft): BulkEntry {
  const head = history.heads.get(areaId);
  if (!head) throw new Error(`no journal of ${areaId}`);
  const id = ++history.entryId;
  const bookedAt = new Date(`${on}T10:00:00Z`);
  const lines = [...legs]
    .sort((a, b) => order(a, b))
    .map(({ account, sourceId, cents }, index) => {
      return { line: index + 1, accountCode: account.code, sourceId, cents, taskField: generalTaskField };
    });
  const row = {
    journalId: head.journalId,
    number: head.number + 1,
    idempotencyKey: `history:${id}`,
    requestHash: sha256(`history:${id}`),
    kind,
    effectiveOn: on,
    bookedAt,
    reversesId: null,
    linkGroup: null,
    decisionId: null,
    actorId: history.actorId,
    reason,
    lineCount: lines.length,
    prevHash: head.hash,
  };
  const hash = entryHash({ ...row, postings: lines });
  history.heads.set(areaId, { ...head, number: row.number, hash });
  const at = bookedAt.toISOString();
  const about = [kind, row.idempotencyKey, row.requestHash, on, at, history.actorId, reason];
  return {
    entry: [id, row.journalId, row.number, ...about, row.lineCount, row.prevHash, hash],
    postings: lines.map(({ line, accountCode, sourceId, cents, taskField }) => {
      const accountId = history.accountIds.get(accountCode) ?? '';
      const place = `${accountId} ${sourceId}`;
      const after = (history.standing.get(place) ?? 0n) + cents;
      history.standing.set(place, after);
      return [id, line, accountId, sourceId, cents, taskField, after];
    }),
    kind,
    id,
    at,
  };
}

function order(a: Leg, b: Leg): number {
  if (a.account.code !== b.account.code) return a.account.code < b.account.code ? -1 : 1;
  return a.sourceId < b.sourceId ? -1 : 1;
}

/** Lets the triggers of the books rest during `work`, and checks their foreign keys all at once after it. */
export async function inBulk(sql: postgres.Sql, work: () => Promise<void>): Promise<void> {
  const keys = await sql<{ on: string; name: string; key: string }[]>`
    select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as key from pg_constraint
    where contype = 'f' and conrelid in ('journal_entry'::regclass, 'posting'::regclass)`;
  for (const { on, name } of keys) await sql.unsafe(`alter table ${on} drop constraint ${name}`);
  for (const on of ['journal_entry', 'posting']) await sql.unsafe(`alter table ${on} disable trigger user`);
  await work();
  for (const on of ['journal_entry', 'posting']) await sql.unsafe(`alter table ${on} enable trigger user`);
  for (const { on, name, key } of keys) await sql.unsafe(`alter table ${on} add constraint ${name} ${key}`);
}

/** Puts entries, postings and audit rows in their tables. */
export async function copyEntries(
  sql: postgres.Sql,
  booked: readonly BulkEntry[],
  actorId: string,
): Promise<void> {
  const audits = booked.map(({ id, kind, at }) => [at, actorId, `money.${kind}`, 'journalEntry', id, reason]);
  await copy(
    sql,
    'journal_entry',
    booked.map(({ entry }) => entry),
  );
  await copy(
    sql,
    'posting',
    booked.flatMap(({ postings }) => postings),
  );
  await copy(sql, 'audit_entry', audits);
}

async function copy(sql: postgres.Sql, table: keyof typeof columns, rows: readonly Row[]): Promise<void> {
  const into = await sql.unsafe(`copy ${table} (${columns[table]}) from stdin`).writable();
  const text = rows.map((row) => `${row.map((value) => value ?? '\\N').join('\t')}\n`).join('');
  await pipeline(Readable.from([text]), into);
}

/** Sums the postings after an entry into balances, days and weights, as the triggers and the use cases would have. */
export async function settleBalances(sql: postgres.Sql, history: History, from: bigint): Promise<void> {
  const [after, last] = [String(from), String(history.entryId)];
  await sql`insert into period (year) select distinct extract(year from effective_on)::integer from journal_entry
    on conflict do nothing`;
  await sql`insert into balance (account_id, source_id, cents, min_cents, max_cents)
    select account.id, posting.source_id, sum(posting.cents), min_cents, max_cents
    from posting join account on account.id = posting.account_id where entry_id > ${after} group by 1, 2
    on conflict (account_id, source_id) do update set cents = balance.cents + excluded.cents`;
  await sql`insert into balance_day (account_id, source_id, day, cents)
    select account_id, source_id, effective_on, sum(cents)
    from posting join journal_entry on journal_entry.id = entry_id where entry_id > ${after} group by 1, 2, 3
    on conflict (account_id, source_id, day) do update set cents = balance_day.cents + excluded.cents`;
  await sql`insert into pool_weight (pool_id, source_id, weight_cents, since_entry_id)
    select pool_id, source_id, -cents, ${last} from balance join account on account.id = account_id
    where kind = 'available' and exists (
      select 1 from posting where entry_id > ${after} and posting.account_id = account.id)
    on conflict (pool_id, source_id) do update
      set weight_cents = excluded.weight_cents, since_entry_id = excluded.since_entry_id`;
  for (const { journalId, number, hash } of history.heads.values()) {
    await sql`update journal set last_number = ${number}, last_hash = ${hash} where id = ${journalId}`;
  }
  await sql`select setval('journal_entry_id_seq', ${last})`;
}
