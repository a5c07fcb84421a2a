import { randomBytes, randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { type Database } from '#db/client';
import { sql } from 'drizzle-orm';
import { type Ask, amount, year } from './ledger-world';

const tables = ['journal', 'account', 'journal_entry', 'posting', 'balance', 'balance_day', 'audit_entry'];

/** Copies the tables of the books as they stand to the schema `plain`: rows, indexes, checks and foreign keys; no triggers. */
export async function copyTables(owner: Database): Promise<void> {
  const keys = await owner.execute<{ on: string; key: string }>(sql`
    select conrelid::regclass::text as on, pg_get_constraintdef(oid) as key from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace`);
  const copied = keys.filter(({ on }) => tables.includes(on));
  const statements = [
    'create schema plain',
    ...tables.map((table) => `create table plain.${table} (like public.${table} including all)`),
    ...tables.map((table) => `insert into plain.${table} select * from public.${table}`),
    ...copied.map(({ on, key }) => `alter table plain.${on} add ${key.replace(/REFERENCES (\w+)/, own)}`),
    'analyze',
  ];
  for (const statement of statements) await owner.execute(sql.raw(statement));
}

const own = (all: string, table: string) => (tables.includes(table) ? `REFERENCES plain.${table}` : all);

type Move = { kind: string; from: string; to: string };
type Tx = postgres.TransactionSql;

const digest = () => randomBytes(32).toString('hex');
const half = amount / 2n;

/** What a decision writes, by hand: money of two sources reserved and granted, one statement per table. */
export function decideByHand(db: postgres.Sql, ask: Ask): Promise<unknown> {
  const [reserved, committed] = [randomUUID(), randomUUID()];
  return bookByHand(db, ask, [
    { kind: 'reserved', from: 'available', to: reserved },
    { kind: 'committed', from: reserved, to: committed },
  ]);
}

/** What a reservation writes, by hand. */
export function reserveByHand(db: postgres.Sql, ask: Ask): Promise<unknown> {
  return bookByHand(db, ask, [{ kind: 'reserved', from: 'available', to: randomUUID() }]);
}

/** Each move is an entry, to a new account; the first comes out of the pool. */
function bookByHand(db: postgres.Sql, ask: Ask, moves: readonly Move[]): Promise<unknown> {
  const { wijk, initiativeId, decisionId, actorId } = ask;
  return db.begin(async (tx) => {
    const [head] =
      await tx`select j.id, j.last_number, j.last_hash, a.id as available from plain.journal j, plain.account a
      where j.area_id = ${wijk.areaId} and a.pool_id = ${wijk.poolId} and a.kind = 'available' for update of j`;
    if (!head) throw new Error('no journal');
    const accounts = moves.map(({ kind, to }) => ({
      id: to,
      code: `pool:${wijk.areaId}:${year}:${kind}:${initiativeId}`,
      kind,
      pool_id: wijk.poolId,
      initiative_id: initiativeId,
      max_cents: 0,
    }));
    await tx`insert into plain.account ${tx(accounts)}`;
    const entries = moves.map(({ kind }, index) => ({
      journal_id: head.id as string,
      number: (head.last_number as number) + index + 1,
      kind,
      idempotency_key: randomUUID(),
      request_hash: digest(),
      effective_on: '2026-06-01',
      booked_at: new Date(),
      decision_id: decisionId,
      actor_id: actorId,
      reason: 'Besluit',
      line_count: 4,
      prev_hash: head.last_hash as string,
      hash: digest(),
    }));
    const ids = await tx`insert into plain.journal_entry ${tx(entries)} returning id`;
    const last = entries.at(-1);
    await tx`update plain.journal set last_number = ${last?.number ?? 0}, last_hash = ${last?.hash ?? ''} where id = ${head.id}`;
    const lines = moves.flatMap(({ from, to }, index) =>
      wijk.sourceIds.flatMap((sourceId) => [
        {
          entry_id: ids[index]?.id as string,
          account_id: from === 'available' ? (head.available as string) : from,
          source_id: sourceId,
          cents: half,
        },
        { entry_id: ids[index]?.id as string, account_id: to, source_id: sourceId, cents: -half },
      ]),
    );
    await postByHand(tx, lines);
    await tx`insert into plain.audit_entry ${tx(
      ids.map(({ id }) => ({
        at: new Date(),
        actor_id: actorId,
        act: 'money',
        subject_kind: 'journalEntry',
        subject_id: String(id),
        reason: 'Besluit',
      })),
    )}`;
  });
}

type Line = { entry_id: string; account_id: string; source_id: string; cents: bigint };

/** Balances, sums per day and lines; what an account gains and loses in one act is one change of its balance. */
async function postByHand(tx: Tx, lines: readonly Line[]): Promise<void> {
  const net = new Map<string, Omit<Line, 'entry_id'>>();
  for (const { account_id, source_id, cents } of lines) {
    const key = `${account_id} ${source_id}`;
    net.set(key, { account_id, source_id, cents: cents + (net.get(key)?.cents ?? 0n) });
  }
  const moved = [...net.values()].map((row) => ({ ...row, cents: String(row.cents) }));
  const after = await tx`insert into plain.balance ${tx(moved)}
    on conflict (account_id, source_id) do update set cents = balance.cents + excluded.cents
    returning account_id, source_id, cents`;
  await tx`insert into plain.balance_day ${tx(moved.map((row) => ({ ...row, day: '2026-06-01' })))}
    on conflict (account_id, source_id, day) do update set cents = balance_day.cents + excluded.cents`;
  const standing = new Map(after.map((row) => [`${row.account_id} ${row.source_id}`, String(row.cents)]));
  const rows = lines.map((line, index) => ({
    ...line,
    cents: String(line.cents),
    line: (index % 4) + 1,
    task_field: '6.1',
    balance_after: standing.get(`${line.account_id} ${line.source_id}`) ?? '0',
  }));
  await tx`insert into plain.posting ${tx(rows)}`;
}
