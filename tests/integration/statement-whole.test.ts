import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { statementLines } from '#db/reads/payments/statement';
import { taskById } from '#db/reads/payments/task';
import { bankStatement, journalEntry } from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { negate } from '~/domain/money/cents';
import { askStatement } from '~/usecases/payments/ask-statement.server';
import { previewYearEnd } from '~/usecases/yearEnd/preview-year-end.server';
import { matchLine } from '~/usecases/payments/match-line.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { bytesOf, camtOf, type TestStatement } from '../support/camt';
import { euros, makeWijk, pledged } from '../support/money-world';
import { cutOff, ordered, waitingGrants } from '../support/payment-world';
import { useStatements } from '../support/statement-world';
import { colleagueOf, endOfYearBy } from '../support/year-end';

const world = useStatements();
const { it, db, on, refused, statement, ask, read, explained, entries, sourceOf, openOf, receipt } = world;

const openLine = async ({ id }: TestStatement): Promise<string> => {
  const [row] = await db().select().from(bankStatement).where(eq(bankStatement.statementId, id));
  const open = await statementLines(db(), row?.id ?? '', { openOnly: true, page: 1 });
  return open.rows[0]?.id ?? '';
};

describe('a file', () => {
  test('the same file twice, and the same statement in another file', async () => {
    const { sourceId, line } = await receipt(euros(100));
    const received = statement(line);
    await read(received);
    await expect(ask(received)).rejects.toEqual(refused('alreadyDone'));
    const other = (await receipt(euros(50))).line;
    expect(await read(statement(other), received)).toMatchObject({
      refusal: 'alreadyDone',
      detail: { statement: received.id },
    });
    expect(await openOf(sourceId)).toBe(euros(400));
  });

  test('handed in three times at once: one task', async () => {
    const received = statement((await receipt(euros(100))).line);
    const tries = await Promise.allSettled([1, 2, 3].map(() => ask(received)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await runMoneyTasks(world.office.controller)).toBe(1);
  });

  test('one line that cannot be booked waits for a person, and keeps no other from being booked', async () => {
    const { sourceId, line } = await receipt(euros(100));
    await it.owner.db.execute(sql`insert into period (year, closed_at) values (2019, now())`);
    const received = statement(line, { ...line, on: '2019-12-31' });
    const before = await entries();
    expect(await read(received)).toMatchObject({ refusal: null, done: 2, total: 2 });
    expect([await entries(), await openOf(sourceId)]).toEqual([before + 1, euros(400)]);
    expect(await explained(received)).toEqual(['receipt', null]);
    await it.owner.db.execute(sql`update period set closed_at = null where year = 2019`);
    const lineId = await openLine(received);
    await matchLine(world.office.controller, { lineId, kind: 'receipt', id: sourceId });
    expect(await openOf(sourceId)).toBe(euros(300));
  });

  test('a line of a day to come: nothing is booked, and no year is opened', async () => {
    const { sourceId, line } = await receipt(euros(100));
    expect(await read(statement(line, { ...line, on: '2062-05-05' }))).toMatchObject({
      refusal: 'dateInvalid',
      detail: { bookedOn: '2062-05-05', cents: '10000' },
    });
    expect(await openOf(sourceId)).toBe(euros(500));
    expect(await db().execute(sql`select 1 from period where year = 2062`)).toHaveLength(0);
  });

  test('a file that is not whole is refused when it is handed in', async () => {
    const text = camtOf(statement((await receipt(euros(1))).line));
    const broken = text.replace('<CdtDbtInd>CRDT</CdtDbtInd><Sts>', '<CdtDbtInd>X</CdtDbtInd><Sts>');
    await expect(askStatement(world.office.controller, bytesOf(broken))).rejects.toMatchObject({
      code: 'statementInvalid',
      detail: { what: 'directionInvalid', entry: 1 },
    });
    await expect(askStatement(world.office.payer, bytesOf(text))).rejects.toEqual(refused('notYourRole'));
    await expect(askStatement(world.office.controller, bytesOf(text), 'NL00VIER0000000001')).rejects.toEqual(
      refused('otherAccount'),
    );
  });

  test('two statements in one file, and progress over both', async () => {
    const [first, second] = [
      statement((await receipt(euros(1))).line),
      statement((await receipt(euros(2))).line),
    ];
    expect(await read(first, second)).toMatchObject({ refusal: null, done: 2, total: 2 });
    expect([...(await explained(first)), ...(await explained(second))]).toEqual(['receipt', 'receipt']);
  });

  test('one task that fails keeps no other from being done', async () => {
    const [bad, good] = [await receipt(euros(1)), await receipt(euros(2))];
    const first = await ask(statement(bad.line));
    const second = await ask(statement(good.line));
    await it.owner.db.execute(sql`alter table bank_file disable trigger append_only`);
    await it.owner.db.execute(
      sql`update bank_file set text = repeat('x', 10) where id = (select file_id from money_task where id = ${first})`,
    );
    await it.owner.db.execute(sql`alter table bank_file enable trigger append_only`);
    let calls = 0;
    const newId = () => {
      calls += 1;
      if (calls === 1) throw new Error('the process fell over');
      return randomUUID();
    };
    await expect(runMoneyTasks({ ...world.office.controller, newId })).rejects.toThrow(
      'the process fell over',
    );
    expect(await taskById(db(), first)).toMatchObject({ refusal: 'statementInvalid' });
    expect(await taskById(db(), second)).toMatchObject({ endedAt: null });
    expect(await runMoneyTasks(world.office.controller)).toBe(1);
    expect(await openOf(good.sourceId)).toBe(euros(498));
  });
});

describe('a crash half way', () => {
  /** A statement with a receipt of each of three sources, and the lock that stops its work at the third. */
  async function three() {
    const receipts = [await receipt(euros(100)), await receipt(euros(100)), await receipt(euros(100))];
    const ids = receipts.map(({ sourceId }) => sourceId);
    const third = sql`select 1 from balance b join account a on a.id = b.account_id
      where a.kind = 'receivable' and b.source_id = ${ids[2]} for update of b`;
    return { received: statement(...receipts.map(({ line }) => line)), ids, third };
  }

  async function expectNothing(received: TestStatement, ids: string[], before: number) {
    expect(await entries()).toBe(before);
    for (const id of ids) expect(await openOf(id)).toBe(euros(500));
    expect(await explained(received)).toEqual([null, null, null]);
  }

  async function expectWhole(received: TestStatement, ids: string[], before: number) {
    expect(await entries()).toBe(before + 3);
    for (const id of ids) expect(await openOf(id)).toBe(euros(400));
    expect(await explained(received)).toEqual(['receipt', 'receipt', 'receipt']);
  }

  test('a query that fails leaves nothing of its portion; the next run does all of it', async () => {
    const { received, ids, third } = await three();
    const before = await entries();
    const id = await ask(received);
    const [outcome] = await cutOff(it, third, () => runMoneyTasks(world.office.controller));
    expect(outcome?.status).toBe('rejected');
    await expectNothing(received, ids, before);
    expect(await taskById(db(), id)).toMatchObject({ endedAt: null });
    expect(await runMoneyTasks(world.office.controller)).toBe(1);
    await expectWhole(received, ids, before);
  });

  test('the process itself is killed: the same', async () => {
    const { received, ids, third } = await three();
    const before = await entries();
    await ask(received);
    const env = { ...process.env, DATABASE_URL: it.url, PORT: '0', DEMO: '0', LOG_LEVEL: 'silent' };
    const server = spawn(process.execPath, ['server.js'], { env, stdio: 'ignore' });
    onTestFinished(() => void server.kill('SIGKILL'));
    const exited = once(server, 'exit');
    await cutOff(
      it,
      third,
      () => exited,
      () => Promise.resolve(server.kill('SIGKILL')),
    );
    expect(server.signalCode, 'it stood half way').toBe('SIGKILL');
    await expectNothing(received, ids, before);
    expect(await runMoneyTasks(world.office.controller)).toBe(1);
    await expectWhole(received, ids, before);
  });

  test('between two portions: what was booked stays, and the next run goes on from there', async () => {
    const wijk = await makeWijk(it.owner.db);
    const [sourceId = ''] = await pledged(world.office.controller, wijk.areaId, [euros(500)]);
    const { code } = await sourceOf(sourceId);
    const received = statement(
      ...Array.from({ length: 50 }, (_, index) => ({
        cents: euros(1 + (index % 3)),
        on,
        text: `deel ${code}`,
      })),
    );
    const before = await entries();
    const id = await ask(received);
    let calls = 0;
    const newId = () => {
      calls += 1;
      // A statement, its fifty lines, the first portion of twenty, and some of the second.
      if (calls > 1 + 50 + 20 + 5) throw new Error('the process fell over');
      return randomUUID();
    };
    await expect(runMoneyTasks({ ...world.office.controller, newId })).rejects.toThrow('fell over');
    expect(await taskById(db(), id)).toMatchObject({ endedAt: null, done: 20, total: 50 });
    expect(await entries()).toBe(before + 20);
    expect((await explained(received)).filter((kind) => kind === 'receipt')).toHaveLength(20);
    expect(await runMoneyTasks(world.office.controller)).toBe(1);
    expect(await taskById(db(), id)).toMatchObject({ refusal: null, done: 50, total: 50 });
    expect(await entries()).toBe(before + 50);
    expect(await explained(received)).toEqual(Array(50).fill('receipt'));
    expect(await openOf(sourceId)).toBe(euros(500 - 17 * 1 - 17 * 2 - 16 * 3));
  });

  test('two workers at once do it once', async () => {
    const { received, ids } = await three();
    const before = await entries();
    await ask(received);
    const ended = await Promise.all([1, 2, 3].map(() => runMoneyTasks(world.office.controller)));
    expect(ended.reduce((sum, each) => sum + each, 0)).toBe(1);
    await expectWhole(received, ids, before);
  });
});

test('a long statement is read portion after portion, to its last line', async () => {
  const wijk = await makeWijk(it.owner.db);
  const sourceIds = await pledged(
    world.office.controller,
    wijk.areaId,
    Array.from({ length: 20 }, () => euros(10_000)),
  );
  const codes: string[] = [];
  for (const id of sourceIds) codes.push((await sourceOf(id)).code);
  const { lines } = await ordered(world.office, await waitingGrants(it, world.office, 10));
  const received = statement(
    ...lines.map(({ cents: amount, endToEndId }) => ({ cents: negate(amount), on, endToEndId })),
    ...Array.from({ length: 100 }, (_, index) => ({
      cents: euros(1),
      on,
      text: `gift ${codes[index % 20]}`,
    })),
    ...Array.from({ length: 101 }, (_, index) => ({ cents: negate(euros(1)), on, text: `kosten ${index}` })),
  );
  const id = await ask(received);
  await runMoneyTasks(world.office.controller);
  expect(await taskById(db(), id)).toMatchObject({ refusal: null, done: 211, total: 211 });
  const [row] = await db().select().from(bankStatement).where(eq(bankStatement.statementId, received.id));
  const open = { openOnly: true, page: 3 };
  expect(await statementLines(db(), row?.id ?? '', open)).toMatchObject({ total: 101, pages: 3 });
});

describe('the end of a year, as long work', () => {
  const nextYear = () => ({
    ...world.office.controller,
    now: new Date('2027-01-11T10:00:00Z'),
    today: calendarDate('2027-01-11'),
  });
  const yearEnds = async () => {
    const rows = await db().select().from(journalEntry).where(eq(journalEntry.kind, 'yearEnd'));
    return rows.length;
  };

  test('figures that changed since they were shown: refused, nothing is booked', async () => {
    const id = await endOfYearBy(nextYear(), await colleagueOf(it.owner.db, nextYear()), 2026);
    const wijk = await makeWijk(it.owner.db);
    await pledged(world.office.controller, wijk.areaId, [euros(10)]);
    await runMoneyTasks(nextYear());
    expect(await taskById(db(), id)).toMatchObject({ refusal: 'yearChanged', detail: {} });
    expect(await yearEnds()).toBe(0);
  });

  test('cut off half way it leaves nothing; two workers then do it whole, once', async () => {
    const { pools } = await previewYearEnd(nextYear(), 2026);
    const id = await endOfYearBy(nextYear(), await colleagueOf(it.owner.db, nextYear()), 2026);
    const poolId = pools.at(-1)?.pool.poolId;
    const last = sql`select 1 from balance b join account a on a.id = b.account_id
      where a.pool_id = ${poolId} and a.kind = 'available' for update of b`;
    const [outcome] = await cutOff(it, last, () => runMoneyTasks(nextYear()));
    expect(outcome?.status).toBe('rejected');
    expect(await taskById(db(), id)).toMatchObject({ endedAt: null, done: pools.length - 1 });
    expect(await yearEnds()).toBe(0);
    const ended = await Promise.all([1, 2].map(() => runMoneyTasks(nextYear())));
    expect(ended.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await taskById(db(), id)).toMatchObject({ refusal: null, done: pools.length });
    expect(await yearEnds()).toBe(pools.length);
    expect((await previewYearEnd(nextYear(), 2026)).booked).toBe(true);
  });
});
