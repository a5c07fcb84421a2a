import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { databaseError } from '#db/fault';
import { calendarDate } from '~/domain/calendar';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { type Column, columnsOf, goodRow, insertRow } from '../support/good-row';
import { euros, raw } from '../support/money-world';
import { useGuards } from '../support/guards-world';

const world = useGuards();
const { database, answerTo } = world;

const denied = '42501';
const restricted = '23001';

describe('L4: facts are appended', () => {
  const facts = [
    ...['journal_entry', 'posting', 'council_vote', 'decision', 'initiative_event', 'audit_entry'],
    ...[
      'payee',
      'payee_confirmation',
      'settlement',
      'payment_batch',
      'payment_line',
      'payment_verdict',
      'payment_booking',
    ],
    ...['conflict_report', 'conflict_answer', 'conflict_ruling', 'rules_of_order'],
    ...['bank_file', 'bank_statement', 'bank_line', 'bank_match', 'money_task', 'money_task_end'],
    ...['year_end_preparation', 'year_end_verdict', 'factor_request', 'factor_verdict'],
    ...['postcode_file', 'postcode_part'],
    ...['division', 'division_part'],
    ...['check_run', 'check_result', 'backup_mark', 'gemeente_logo', 'gemeente_settings'],
    ...['round', 'round_withdrawal', 'round_meta', 'round_project', 'ballot', 'round_count'],
  ];
  /** Follow from facts by the database's own work; the app writes none of them. */
  const kept = ['balance', 'balance_day', 'journal', 'period', 'account'];
  let columns: Column[];
  beforeAll(async () => {
    columns = await columnsOf(database.owner.db);
  });

  const changes = (table: string) => {
    const name = columns.find((column) => column.table === table)?.name ?? '';
    return [`update ${table} set ${name} = ${name}`, `delete from ${table}`, `truncate ${table} cascade`];
  };

  /** What the owner hears on changing a table with a row in it. */
  async function ownerHears(table: string, change: string): Promise<string> {
    return answerTo('owner', async (tx) => {
      const [some] = await raw(tx, `select 1 from ${table} limit 1`);
      await raw(tx, 'set local session_replication_role = replica');
      if (!some) await insertRow(tx, table, goodRow(columns, table));
      await raw(tx, 'set local session_replication_role = origin');
      await raw(tx, change);
    });
  }

  test.each(facts)(
    '%s: the app has no right to change it, and the owner is stopped by its trigger',
    async (table) => {
      for (const change of changes(table)) {
        expect([change, await answerTo('app', change)]).toEqual([change, denied]);
        expect([change, await ownerHears(table, change)]).toEqual([change, restricted]);
      }
    },
  );

  test.each(kept)('%s: the app cannot change it either', async (table) => {
    for (const change of changes(table)) expect(await answerTo('app', change)).toBe(denied);
  });

  test('no other table has the triggers of a fact', async () => {
    const guarded = await database.owner.db.execute<{ name: string }>(sql`
      select tgrelid::regclass::text as name from pg_trigger
      where tgname in ('append_only', 'append_only_all') group by 1 having count(*) = 2`);
    expect(guarded.map(({ name }) => name).sort()).toEqual([...facts].sort());
  });

  test.each(['balance', 'balance_day', 'period', 'backup_mark'])(
    'the app cannot add a row to %s',
    async (table) => {
      const adding = answerTo('app', (tx) => insertRow(tx, table, goodRow(columns, table)));
      expect(await adding).toBe(denied);
    },
  );

  test('the app cannot switch the guards off', async () => {
    expect(await answerTo('app', 'alter table posting disable trigger all')).toBe(denied);
    expect(await answerTo('app', 'drop trigger append_only on posting')).toBe(denied);
    expect(await answerTo('app', 'set session_replication_role = replica')).toBe(denied);
    const hollow = 'create or replace function refuse_change() returns trigger language sql as $$$$';
    expect(await answerTo('app', hollow)).toBe(denied);
  });
});

describe('the six gaps of domain.md §5.2, as attacks', () => {
  const head = `(select id, last_number, last_hash from journal where area_id = 'AREA') j`;
  const entry = (change: Record<string, string> = {}) => {
    const columns: Record<string, string> = {
      journal_id: 'j.id',
      number: 'j.last_number + 1',
      kind: `'pledge'`,
      idempotency_key: `'${randomUUID()}'`,
      request_hash: `repeat('0', 64)`,
      effective_on: `date '2026-06-01'`,
      booked_at: 'now()',
      reason: `'attack'`,
      line_count: '2',
      prev_hash: 'j.last_hash',
      hash: `repeat('a', 64)`,
      ...change,
    };
    const from = head.replace('AREA', world.wijk.areaId);
    return `insert into journal_entry (${Object.keys(columns).join()}) select ${Object.values(columns).join()} from ${from}`;
  };
  const newest = `(select max(id) from journal_entry)`;
  const account = (kind: string) =>
    `(select id from account where kind = '${kind}' and (pool_id = '${world.wijk.poolId}' or code like '%${world.sourceIds[0]}') limit 1)`;
  const line = (n: number, kind: string, cents: number, source = world.sourceIds[0], to = newest) =>
    `insert into posting (entry_id, line, account_id, source_id, cents, task_field, balance_after)
      values (${to}, ${n}, ${account(kind)}, '${source}', ${cents}, '6.1', 0)`;

  test('the attacks below work when nothing is wrong with them', async () => {
    expect(await answerTo('app', entry(), line(1, 'receivable', 5), line(2, 'available', -5))).toBe('done');
  });

  test('1: the journal cannot be emptied', async () => {
    expect(await answerTo('owner', 'truncate journal_entry cascade')).toBe(restricted);
  });

  test('2: a balanced pair cannot be slipped into an old entry', async () => {
    const old = `(select min(entry_id) from posting)`;
    const pair = [
      line(3, 'receivable', 5, world.sourceIds[0], old),
      line(4, 'available', -5, world.sourceIds[0], old),
    ];
    expect(await answerTo('app', ...pair)).toBe('23514 entry_whole');
  });

  test('2b: nor can an entry stay without its lines', async () => {
    expect(await answerTo('app', entry())).toBe('23514 entry_whole');
  });

  test('3: an entry must follow on the one before, by number and by hash', async () => {
    const pair = [line(1, 'receivable', 5), line(2, 'available', -5)];
    for (const [column, value] of [
      ['number', 'j.last_number + 2'],
      ['number', 'j.last_number'],
      ['prev_hash', `repeat('b', 64)`],
    ] as const) {
      expect(await answerTo('app', entry({ [column]: value }), ...pair)).toBe('23514 journal_chain');
    }
  });

  test('4: an entry must balance for every source, not only in total', async () => {
    const crossed = [line(1, 'receivable', 5), line(2, 'available', -5, world.sourceIds[1])];
    expect(await answerTo('app', entry(), ...crossed)).toBe('23514 entry_balanced');
  });

  test('4b: a pool is never overdrawn for one source, whatever the others have', async () => {
    const overdraw = [line(1, 'available', 8_001), line(2, 'reserved', -8_001)];
    expect(await answerTo('app', entry(), ...overdraw)).toBe('23514 balance_max');
    const below = [line(1, 'receivable', -10_001), line(2, 'available', 10_001)];
    expect(await answerTo('app', entry(), ...below)).toBe('23514 balance_min');
  });

  test('5: nothing is booked in a closed period', async () => {
    await raw(database.owner.db, `insert into period (year, closed_at) values (2019, now())`);
    const pair = [line(1, 'receivable', 5), line(2, 'available', -5)];
    expect(await answerTo('app', entry({ effective_on: `date '2019-12-31'` }), ...pair)).toBe(
      '23514 period_open',
    );
    const late = pledgeSource(
      { ...world.context, today: calendarDate('2019-12-31') },
      { sourceId: world.sourceIds[0] ?? '', areaId: world.wijk.areaId, cents: euros(1), key: randomUUID() },
    );
    await expect(late).rejects.toMatchObject({ code: 'periodClosed' });
  });

  test('5b: a period cannot close while an entry is booked in it', async () => {
    let answer = 'closed';
    await database.app.db
      .transaction(async (tx) => {
        await raw(tx, entry());
        const closing = database.owner.db.transaction(async (other) => {
          await raw(other, `set local lock_timeout = '200ms'`);
          await raw(other, `update period set closed_at = now() where year = 2026`);
          other.rollback();
        });
        answer = await closing.then(
          () => 'closed',
          (error: unknown) => databaseError(error)?.code ?? 'closed',
        );
        tx.rollback();
      })
      .catch(() => undefined);
    expect(answer).toBe('55P03');
  });

  test('5c: a year closes once, when nothing is left in it, and only by close_period', async () => {
    const close = (at: number) => `select close_period(${at}, now(), null)`;
    expect(await answerTo('app', close(2026))).toBe('23514 period_empty');
    // Everything that is free or set apart leaves the pool; the grants of the year stay.
    const left = `from balance b join account a on a.id = b.account_id
      join account due on due.kind = 'receivable' and due.code like '%' || b.source_id
      cross join lateral (values (a.id, -b.cents), (due.id, b.cents)) as leg (account_id, cents)
      where a.kind in ('available', 'reserved') and b.cents <> 0`;
    const out = `insert into posting (entry_id, line, account_id, source_id, cents, task_field, balance_after)
      select ${newest}, row_number() over (), leg.account_id, b.source_id, leg.cents, '6.1', 0 ${left}`;
    const emptied = [entry({ line_count: `(select count(*) ${left})` }), out];
    expect(await answerTo('app', ...emptied, close(2026))).toBe('done');
    expect(await answerTo('app', ...emptied, close(2026), close(2026))).toBe('23514 period_open');
    expect(await answerTo('app', close(1999))).toBe('23514 period_open');
    const apart = `from balance b join account a on a.id = b.account_id and a.kind = 'available'
      cross join lateral (values (a.id, -b.cents), (${account('reserved')}, b.cents)) as leg (account_id, cents)
      where a.pool_id = '${world.wijk.poolId}' and b.cents <> 0`;
    const setApart = [entry({ line_count: `(select count(*) ${apart})` }), out.replace(left, apart)];
    expect(await answerTo('app', ...setApart, close(2026))).toBe('23514 period_empty');
    const again = entry({ effective_on: `date '2026-12-31'` });
    expect(await answerTo('app', ...emptied, close(2026), again)).toBe('23514 period_open');
  });

  test('6: the app works under a role that owns nothing', async () => {
    const [row] = await database.app.db.execute(sql`
      select current_user as role, rolsuper, rolcanlogin,
        (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns
      from pg_roles where rolname = current_user`);
    expect(row).toEqual({ role: 'wijkkas_app', rolsuper: false, rolcanlogin: false, owns: 0 });
  });
});
