import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { desc, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { expectedMoney, unexplainedLine } from '#db/reads/payments/bank';
import { batchByNumber } from '#db/reads/payments/batch';
import { statementLines, statementList } from '#db/reads/payments/statement';
import { taskById } from '#db/reads/payments/task';
import { bankLine, bankStatement, journalEntry, source } from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { cents, type Cents, negate } from '~/domain/money/cents';
import { messageIdOf } from '~/domain/money/payment';
import { claimReference } from '~/domain/money/statement';
import { askStatement } from '~/usecases/payments/ask-statement.server';
import { askYearEnd } from '~/usecases/yearEnd/ask-year-end.server';
import { matchLine } from '~/usecases/payments/match-line.server';
import { previewYearEnd } from '~/usecases/yearEnd/preview-year-end.server';
import { receiveClawback } from '~/usecases/grants/receive-clawback.server';
import { receiveSource } from '~/usecases/sources/receive-source.server';
import { reverseEntry } from '~/usecases/ledger/reverse-entry.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { settleGrant } from '~/usecases/grants/settle-grant.server';
import { camtOf, type Movement, type TestStatement } from '../support/camt';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { euros, makeWijk, pledged } from '../support/money-world';
import {
  advanced,
  cutOff,
  entriesOf,
  type Grant,
  makeOffice,
  type Office,
  onBank,
  paid,
  waitingGrants,
  waits,
} from '../support/payment-world';

const it = useDatabase();
useChecks(it);
let office: Office;
beforeAll(async () => {
  office = await makeOffice(it);
});

const db = () => it.app.db;
const on = '2026-05-29';
const refused = (code: string) => expect.objectContaining({ name: 'DomainError', code });
const statement = (...lines: Movement[]): TestStatement => ({ id: randomUUID().slice(0, 18), lines });
const ask = (...statements: TestStatement[]) => askStatement(office.controller, camtOf(...statements));

/** Hands in a file and does the work; answers how the task ended. */
async function read(...statements: TestStatement[]) {
  const id = await ask(...statements);
  await runMoneyTasks(office.controller);
  return taskById(db(), id);
}

/** What each line of a statement turned out to be, in order. */
async function explained({ id }: TestStatement): Promise<(string | null)[]> {
  const [row] = await db().select().from(bankStatement).where(eq(bankStatement.statementId, id));
  const { rows } = await statementLines(db(), row?.id ?? '', { openOnly: false, page: 1 });
  return rows.map(({ matches }) => matches[0]?.kind ?? null);
}

async function entries(): Promise<number> {
  const [row] = await db().execute<{ count: number }>(sql`select count(*)::int as count from journal_entry`);
  return row?.count ?? 0;
}

const one = async () => {
  const [grant] = await waitingGrants(it, office, 1);
  if (!grant) throw new Error('no grant');
  return grant;
};

const sourceOf = async (id: string | undefined) => {
  const [row] = await db()
    .select()
    .from(source)
    .where(eq(source.id, id ?? ''));
  if (!row) throw new Error('no source');
  return row;
};

/** A grant whose whole advance is asked back. */
async function claimed(): Promise<Grant> {
  const grant = await one();
  await paid(office, [grant]);
  await settleGrant(office.controller, {
    number: grant.number,
    costCents: euros(0),
    otherIncomeCents: euros(0),
    ground: 'notDone',
    explanation: 'Het ging niet door.',
    key: randomUUID(),
  });
  return grant;
}

const openOf = async (id: string) => (await expectedMoney(db())).find((money) => money.id === id)?.open;

async function receipt(amount: Cents, change: Partial<Movement> = {}) {
  const wijk = await makeWijk(it.owner.db);
  const [sourceId = ''] = await pledged(office.controller, wijk.areaId, [euros(500)]);
  const { code } = await sourceOf(sourceId);
  return { sourceId, line: { cents: amount, on, text: `Bijdrage ${code}`, ...change } };
}

describe('payments that the bank tells of', () => {
  test('one by one: each is confirmed, and nothing is booked twice', async () => {
    const { number, lines } = await paid(office, await waitingGrants(it, office, 3));
    const before = await entries();
    const received = statement(
      ...lines.map(({ cents: amount, endToEndId }) => ({ cents: negate(amount), on, endToEndId })),
    );
    expect(await read(received)).toMatchObject({ refusal: null, done: 3, total: 3 });
    expect(await explained(received)).toEqual(['payment', 'payment', 'payment']);
    expect(await batchByNumber(db(), number)).toMatchObject({ lines: 3, arrived: 3, returned: 0 });
    expect(await entries()).toBe(before);
  });

  test('as one amount for the whole batch', async () => {
    const { number } = await paid(office, await waitingGrants(it, office, 3));
    const batchId = messageIdOf(number);
    const received = statement({ cents: negate(cents(3n * advanced)), on, batchId });
    await read(received);
    expect(await batchByNumber(db(), number)).toMatchObject({ arrived: 3 });
  });

  test('that came back are reversed, wait again, and are paid in a new batch', async () => {
    const grant = await one();
    const before = await onBank(db(), grant.sourceIds);
    const { number, lines } = await paid(office, [grant]);
    const endToEndId = lines[0]?.endToEndId;
    const received = statement(
      { cents: negate(advanced), on, endToEndId },
      { cents: advanced, on, endToEndId, reason: 'AC04' },
    );
    await read(received);
    expect(await explained(received)).toEqual(['payment', 'return']);
    expect(await batchByNumber(db(), number)).toMatchObject({ arrived: 0, returned: 1 });
    expect(await entriesOf(db(), grant, 'reversal')).toBe(1);
    expect([await waits(db(), grant), await onBank(db(), grant.sourceIds)]).toEqual([advanced, before]);
    const [last] = await db().select().from(journalEntry).orderBy(desc(journalEntry.id)).limit(1);
    expect(last).toMatchObject({
      kind: 'reversal',
      effectiveOn: on,
      reason: expect.stringContaining('AC04'),
    });
    await paid(office, [grant]);
    expect([await waits(db(), grant), await entriesOf(db(), grant, 'payment')]).toEqual([0n, 2]);
  });

  test('told again are left to a person, and so is a return that comes twice', async () => {
    const grant = await one();
    const { lines } = await paid(office, [grant]);
    const endToEndId = lines[0]?.endToEndId;
    const back = { cents: advanced, on, endToEndId, reason: 'AC04' };
    const out = { cents: negate(advanced), on, endToEndId };
    const first = statement(out, out, back, back);
    await read(first);
    expect(await explained(first)).toEqual(['payment', null, 'return', null]);
    const second = statement(out, back);
    expect(await read(second)).toMatchObject({ refusal: null });
    expect(await explained(second)).toEqual([null, null]);
    expect(await entriesOf(db(), grant, 'reversal')).toBe(1);
  });

  test('taken back by hand before: the return is that entry', async () => {
    const grant = await one();
    const { lines } = await paid(office, [grant]);
    const [paying] = await db().execute<{ entry_id: string }>(
      sql`select entry_id from payment_booking where line_id = ${lines[0]?.id}`,
    );
    const entryId = BigInt(paying?.entry_id ?? 0);
    await reverseEntry(office.controller, { entryId, reason: 'De bank belde.', key: randomUUID() });
    const received = statement({ cents: advanced, on, endToEndId: lines[0]?.endToEndId });
    await read(received);
    expect(await explained(received)).toEqual(['return']);
    expect(await entriesOf(db(), grant, 'reversal')).toBe(1);
  });

  test('with the own words of a bank: who and which account stay out of the public books', async () => {
    const grant = await one();
    const { lines } = await paid(office, [grant]);
    const reason = 'Rekening NL91ABNA0417164300 van J. Jansen';
    await read(statement({ cents: advanced, on, endToEndId: lines[0]?.endToEndId, reason }));
    const [last] = await db().select().from(journalEntry).orderBy(desc(journalEntry.id)).limit(1);
    expect(last).toMatchObject({ kind: 'reversal', reason: expect.not.stringMatching(/NL91|Jansen/) });
  });
});

describe('money that comes in', () => {
  test('of a source, by its code, until all of it came', async () => {
    const { sourceId, line } = await receipt(euros(300));
    const received = statement(line, { ...line, cents: euros(200) }, { ...line, cents: cents(1) });
    await read(received);
    expect(await explained(received)).toEqual(['receipt', 'receipt', null]);
    expect(await openOf(sourceId)).toBeUndefined();
    expect(await onBank(db(), [sourceId])).toBe(euros(500));
  });

  test('of a grant, by its reference', async () => {
    const grant = await claimed();
    const text = `terugbetaling ${claimReference(grant.number).toLowerCase()}, sorry`;
    const received = statement({ cents: euros(100), on, text }, { cents: euros(200.01), on, text });
    await read(received);
    expect(await explained(received)).toEqual(['clawback', null]);
    expect(await openOf(grant.initiativeId)).toBe(euros(200));
  });

  test('told again by a statement that overlaps: a person looks, and nothing is counted twice', async () => {
    const { sourceId, line } = await receipt(euros(100));
    const month = statement(line, { ...line, on: '2026-05-30' });
    await read(statement(line, line));
    await read(month);
    expect(await explained(month)).toEqual([null, 'receipt']);
    expect(await openOf(sourceId)).toBe(euros(200));
  });

  test('booked by hand before the bank told of it: that entry, and nothing is counted twice', async () => {
    const { sourceId, line } = await receipt(euros(100));
    const grant = await claimed();
    const byHand = { cents: euros(100), key: randomUUID() };
    await receiveSource(office.controller, { sourceId, ...byHand });
    await receiveClawback(office.controller, { number: grant.number, ...byHand, key: randomUUID() });
    const back = { cents: euros(100), on, text: claimReference(grant.number) };
    const received = statement(line, line, back, { ...back, cents: euros(50) });
    await read(received);
    expect(await explained(received)).toEqual(['receipt', 'receipt', 'clawback', 'clawback']);
    expect([await openOf(sourceId), await onBank(db(), [sourceId])]).toEqual([euros(300), euros(200)]);
    expect(await openOf(grant.initiativeId)).toBe(euros(150));
    expect(await entriesOf(db(), grant, 'clawback')).toBe(2);
  });

  test('nobody knows: a person says it, once', async () => {
    const grant = await claimed();
    const { sourceId } = await receipt(euros(1));
    const lines = [euros(250), euros(40), negate(euros(12))].map((amount) => ({
      cents: amount,
      on,
      text: 'hallo',
    }));
    const received = statement(...lines);
    await read(received);
    expect(await explained(received)).toEqual([null, null, null]);
    expect((await statementList(db(), 1)).rows).toContainEqual(
      expect.objectContaining({ statementId: received.id, lines: 3, open: 3 }),
    );
    const [row] = await db().select().from(bankStatement).where(eq(bankStatement.statementId, received.id));
    const [first, second, out] = await db()
      .select()
      .from(bankLine)
      .where(eq(bankLine.statementId, row?.id ?? ''))
      .orderBy(bankLine.position);
    const say = (lineId = '', kind: 'receipt' | 'clawback', id: string) =>
      matchLine(office.controller, { lineId, kind, id });
    await expect(
      matchLine(office.payer, { lineId: first?.id ?? '', kind: 'receipt', id: sourceId }),
    ).rejects.toEqual(refused('notYourRole'));
    const tries = await Promise.allSettled([1, 2, 3].map(() => say(first?.id, 'receipt', sourceId)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(say(first?.id, 'clawback', grant.initiativeId)).rejects.toEqual(refused('alreadyDone'));
    await say(second?.id, 'clawback', grant.initiativeId);
    await expect(say(out?.id, 'receipt', sourceId)).rejects.toEqual(refused('amountInvalid'));
    expect([await openOf(sourceId), await openOf(grant.initiativeId)]).toEqual([euros(250), euros(260)]);
    expect(await explained(received)).toEqual(['receipt', 'clawback', null]);
    expect(await unexplainedLine(db(), out?.id ?? '')).toMatchObject({ cents: negate(euros(12)) });
  });

  test('and is more than is open: refused, by hand too', async () => {
    const grant = await claimed();
    const { sourceId, line } = await receipt(euros(500.01));
    const received = statement(line);
    await read(received);
    const [row] = await db().select().from(bankStatement).where(eq(bankStatement.statementId, received.id));
    const [of] = await db()
      .select()
      .from(bankLine)
      .where(eq(bankLine.statementId, row?.id ?? ''));
    const lineId = of?.id ?? '';
    await expect(matchLine(office.controller, { lineId, kind: 'receipt', id: sourceId })).rejects.toEqual(
      refused('poolInsufficient'),
    );
    await expect(
      matchLine(office.controller, { lineId, kind: 'clawback', id: grant.initiativeId }),
    ).rejects.toEqual(refused('claimTooLow'));
    expect(await explained(received)).toEqual([null]);
  });
});

describe('all or nothing', () => {
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
    expect(await runMoneyTasks(office.controller)).toBe(1);
  });

  test('one line that cannot be booked: nothing is, and it may be handed in again once it can', async () => {
    const { sourceId, line } = await receipt(euros(100));
    await it.owner.db.execute(sql`insert into period (year, closed_at) values (2019, now())`);
    const received = statement(line, { ...line, on: '2019-12-31' });
    const before = await entries();
    expect(await read(received)).toMatchObject({
      refusal: 'periodClosed',
      detail: { bookedOn: '2019-12-31', cents: '10000' },
    });
    expect([await entries(), await openOf(sourceId)]).toEqual([before, euros(500)]);
    expect(await db().select().from(bankStatement).where(eq(bankStatement.statementId, received.id))).toEqual(
      [],
    );
    await it.owner.db.execute(sql`update period set closed_at = null where year = 2019`);
    expect(await read(received)).toMatchObject({ refusal: null });
    await expect(ask(received)).rejects.toEqual(refused('alreadyDone'));
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
    await expect(askStatement(office.controller, broken)).rejects.toMatchObject({
      code: 'statementInvalid',
      detail: { what: 'directionInvalid', entry: 1 },
    });
    await expect(askStatement(office.payer, text)).rejects.toEqual(refused('notYourRole'));
    await expect(askStatement(office.controller, text, 'NL00VIER0000000001')).rejects.toEqual(
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
    await expect(runMoneyTasks({ ...office.controller, newId })).rejects.toThrow('the process fell over');
    expect(await taskById(db(), first)).toMatchObject({ refusal: 'statementInvalid' });
    expect(await taskById(db(), second)).toMatchObject({ endedAt: null });
    expect(await runMoneyTasks(office.controller)).toBe(1);
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
    expect(await db().select().from(bankStatement).where(eq(bankStatement.statementId, received.id))).toEqual(
      [],
    );
  }

  async function expectWhole(received: TestStatement, ids: string[], before: number) {
    expect(await entries()).toBe(before + 3);
    for (const id of ids) expect(await openOf(id)).toBe(euros(400));
    expect(await explained(received)).toEqual(['receipt', 'receipt', 'receipt']);
  }

  test('a query that fails leaves nothing; the next run does all of it', async () => {
    const { received, ids, third } = await three();
    const before = await entries();
    const id = await ask(received);
    const [outcome] = await cutOff(it, third, () => runMoneyTasks(office.controller));
    expect(outcome?.status).toBe('rejected');
    await expectNothing(received, ids, before);
    expect(await taskById(db(), id)).toMatchObject({ endedAt: null });
    expect(await runMoneyTasks(office.controller)).toBe(1);
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
    expect(await runMoneyTasks(office.controller)).toBe(1);
    await expectWhole(received, ids, before);
  });

  test('two workers at once do it once', async () => {
    const { received, ids } = await three();
    const before = await entries();
    await ask(received);
    const ended = await Promise.all([1, 2, 3].map(() => runMoneyTasks(office.controller)));
    expect(ended.reduce((sum, each) => sum + each, 0)).toBe(1);
    await expectWhole(received, ids, before);
  });
});

test('two thousand lines are read in reasonable time', async () => {
  const wijk = await makeWijk(it.owner.db);
  const sourceIds = await pledged(
    office.controller,
    wijk.areaId,
    Array.from({ length: 20 }, () => euros(10_000)),
  );
  const codes: string[] = [];
  for (const id of sourceIds) codes.push((await sourceOf(id)).code);
  const { lines } = await paid(office, await waitingGrants(it, office, 100));
  const received = statement(
    ...lines.map(({ cents: amount, endToEndId }) => ({ cents: negate(amount), on, endToEndId })),
    ...Array.from({ length: 1_000 }, (_, index) => ({
      cents: euros(1),
      on,
      text: `gift ${codes[index % 20]}`,
    })),
    ...Array.from({ length: 900 }, (_, index) => ({ cents: negate(euros(1)), on, text: `kosten ${index}` })),
  );
  const started = performance.now();
  const id = await ask(received);
  const asked = performance.now();
  await runMoneyTasks(office.controller);
  const done = performance.now();
  expect(await taskById(db(), id)).toMatchObject({ refusal: null, done: 2_000, total: 2_000 });
  const [row] = await db().select().from(bankStatement).where(eq(bankStatement.statementId, received.id));
  const open = { openOnly: true, page: 9 };
  expect(await statementLines(db(), row?.id ?? '', open)).toMatchObject({ total: 900, pages: 18 });
  const ms = (time: number) => `${Math.round(time)} ms`;
  process.stdout.write(`2,000 lines: handed in ${ms(asked - started)}, booked ${ms(done - asked)}\n`);
});

describe('the end of a year, as long work', () => {
  const nextYear = () => ({
    ...office.controller,
    now: new Date('2027-01-11T10:00:00Z'),
    today: calendarDate('2027-01-11'),
  });
  const yearEnds = async () => {
    const rows = await db().select().from(journalEntry).where(eq(journalEntry.kind, 'yearEnd'));
    return rows.length;
  };

  test('figures that changed since they were shown: refused, nothing is booked', async () => {
    const { hash } = await previewYearEnd(nextYear(), 2026);
    const id = await askYearEnd(nextYear(), { year: 2026, previewHash: hash });
    const wijk = await makeWijk(it.owner.db);
    await pledged(office.controller, wijk.areaId, [euros(10)]);
    await runMoneyTasks(nextYear());
    expect(await taskById(db(), id)).toMatchObject({ refusal: 'yearChanged', detail: {} });
    expect(await yearEnds()).toBe(0);
  });

  test('cut off half way it leaves nothing; two workers then do it whole, once', async () => {
    const { hash, pools } = await previewYearEnd(nextYear(), 2026);
    const id = await askYearEnd(nextYear(), { year: 2026, previewHash: hash });
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
