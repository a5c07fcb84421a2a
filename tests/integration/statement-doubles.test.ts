import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { runChecks } from '#db/checks/run';
import { statementFaults } from '#db/reads/payments/chain';
import { statementLines } from '#db/reads/payments/statement';
import { taskById } from '#db/reads/payments/task';
import { bankFile, bankMatch, bankStatement } from '#db/schema';
import { type Cents, cents, sum } from '~/domain/money/cents';
import { askStatement } from '~/usecases/payments/ask-statement.server';
import { endDouble } from '~/usecases/payments/end-double.server';
import { matchLine } from '~/usecases/payments/match-line.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { ourAccount, type Movement, type TestStatement } from '../support/camt';
import { euros } from '../support/money-world';
import { sharedFile } from '../support/shared';
import { useStatements } from '../support/statement-world';

const world = useStatements('loose');
const { db, on, refused, statement, read, explained, entries, openOf, receipt, sourceOf } = world;

afterAll(async () => {
  const { found: findings } = await runChecks(world.it.owner.db);
  expect(findings.filter(({ check }) => check !== 'statement-follows')).toEqual([]);
});

async function rowOf({ id }: Pick<TestStatement, 'id'>) {
  const [row] = await db().select().from(bankStatement).where(eq(bankStatement.statementId, id));
  return row?.id ?? '';
}

const linesOf = async (of: Pick<TestStatement, 'id'>) =>
  (await statementLines(db(), await rowOf(of), { openOnly: false, page: 1 })).rows;

describe('a movement that stands on another statement already', () => {
  async function twice() {
    const { sourceId, line } = await receipt(euros(100));
    const [first, second] = [statement(line), statement(line, { ...line, on: '2026-05-30' })];
    await read(first);
    await read(second);
    const [told] = await linesOf(second);
    return { sourceId, first, second, told, lineId: told?.id ?? '' };
  }

  test('is not booked, and says on which and as what', async () => {
    const { first, second, told } = await twice();
    expect(await explained(second)).toEqual([null, 'receipt']);
    expect(told?.elsewhere).toMatchObject({
      statement: { statementId: first.id },
      match: { kind: 'receipt', entry: { number: expect.any(Number) } },
    });
  });

  test('can be ended as double, once, by who may', async () => {
    const { sourceId, second, lineId } = await twice();
    const before = await entries();
    await expect(endDouble(world.office.payer, lineId)).rejects.toEqual(refused('notYourRole'));
    await endDouble(world.office.controller, lineId);
    await expect(endDouble(world.office.controller, lineId)).rejects.toEqual(refused('alreadyDone'));
    expect(await explained(second)).toEqual(['double', 'receipt']);
    expect([await entries(), await openOf(sourceId)]).toEqual([before, euros(300)]);
    const [row] = await db().select().from(bankMatch).where(eq(bankMatch.lineId, lineId));
    expect(row).toMatchObject({
      kind: 'double',
      matchedBy: world.office.controller.actor.personId,
      matchedAt: world.office.controller.now,
    });
    expect((await linesOf(second))[0]?.elsewhere).not.toBeNull();
  });

  test('is booked as new with a reason only, and the reason is kept', async () => {
    const { sourceId, lineId } = await twice();
    const say = (reason?: string) =>
      matchLine(world.office.controller, { lineId, kind: 'receipt', id: sourceId, reason });
    await expect(say()).rejects.toEqual(refused('reasonsRequired'));
    await expect(say('  ')).rejects.toEqual(refused('reasonsRequired'));
    expect(await openOf(sourceId)).toBe(euros(300));
    await say('Zij betaalden die dag twee keer.');
    expect(await openOf(sourceId)).toBe(euros(200));
    const [row] = await db().select().from(bankMatch).where(eq(bankMatch.lineId, lineId));
    expect(row?.reason).toBe('Zij betaalden die dag twee keer.');
    const audited = await world.it.owner.db.execute(
      sql`select reason from audit_entry where act = 'statement.match' and subject_id = ${lineId}`,
    );
    expect(audited).toEqual([{ reason: 'Zij betaalden die dag twee keer.' }]);
  });

  test('a line that stands nowhere else is no double', async () => {
    const received = statement({ cents: cents(321), on, text: randomUUID() });
    await read(received);
    const [line] = await linesOf(received);
    expect(line?.elsewhere).toBeNull();
    await expect(endDouble(world.office.controller, line?.id ?? '')).rejects.toEqual(refused('notFound'));
  });

  test('two that look the same on one statement are two; a third on the next one is a third', async () => {
    const { sourceId, line } = await receipt(euros(100));
    const [first, second] = [statement(line, line), statement(line, line, line)];
    await read(first);
    expect(await explained(first)).toEqual(['receipt', 'receipt']);
    await read(second);
    expect(await explained(second)).toEqual([null, null, 'receipt']);
    expect(await openOf(sourceId)).toBe(euros(200));
    for (const { id } of (await linesOf(second)).slice(0, 2)) await endDouble(world.office.controller, id);
    expect(await explained(second)).toEqual(['double', 'double', 'receipt']);
  });
});

describe('a statement', () => {
  const days = ['2026-05-01', '2026-05-29'] as const;

  test('with an id that was there before is another when its days or balances are', async () => {
    const { line } = await receipt(euros(100));
    const name = `N-${randomUUID().slice(0, 8)}`;
    const lastYear = { id: name, days: ['2025-05-01', '2025-05-29'] as const };
    const other = (await receipt(euros(50))).line;
    expect(await read({ ...lastYear, lines: [] })).toMatchObject({ refusal: null });
    expect(await read({ id: name, days, lines: [line] })).toMatchObject({ refusal: null });
    expect(await read({ id: name, days, lines: [line, other] })).toMatchObject({ refusal: null });
    const again = statement(line);
    expect(await read({ id: name, days, lines: [line] }, again)).toMatchObject({
      refusal: 'alreadyDone',
      detail: { statement: name },
    });
    expect(await rowOf(again)).toBe('');
  });

  test('is the same under another id when its days, balances and lines are', async () => {
    const { line } = await receipt(euros(100));
    const first = { ...statement(line), days };
    await read(first);
    expect(await read({ ...first, id: 'anders' })).toMatchObject({
      refusal: 'alreadyDone',
      detail: { statement: first.id },
    });
    expect(
      await read({ ...first, id: 'anders', lines: [{ ...line, text: `${line.text} b` }] }),
    ).toMatchObject({ refusal: null });
  });
});

describe('whatever statements arrive in whatever order, and however often', () => {
  test('each movement stands in the books at most once, and what one statement alone tells at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(2), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 5 }),
        async (history, parts) => {
          const { sourceId } = await receipt(euros(1));
          const { code } = await sourceOf(sourceId);
          const moves: Movement[] = history.map((kind) => ({
            cents: euros(kind + 1),
            on,
            text: `deel ${code}`,
          }));
          const before = await entries();
          const told = new Set<number>();
          for (const [one, other] of parts) {
            const [from, to] = [Math.min(one, other) % moves.length, Math.max(one, other)];
            const lines = moves.slice(from, to + 1);
            for (const index of moves.keys()) if (index >= from && index <= to) told.add(index);
            await read(statement(...lines));
          }
          const booked = await db().execute<{ cents: string; times: number }>(sql`
            select l.cents, count(*)::int as times from bank_line l join bank_match m on m.line_id = l.id
            where l.text = ${`deel ${code}`} group by l.cents`);
          for (const { cents: amount, times } of booked) {
            const really = moves.filter((move, index) => `${move.cents}` === `${amount}` && told.has(index));
            expect(times).toBeLessThanOrEqual(really.length);
          }
          const total = booked.reduce((count, { times }) => count + times, 0);
          expect([await entries(), total > 0]).toEqual([before + total, told.size > 0]);
        },
      ),
      { numRuns: 8 },
    );
  });
});

const found = sharedFile('data/found/bank');

describe('the files that failed', () => {
  async function readFile(name: string) {
    const bytes = readFileSync(`${found}/${name}`);
    const id = await askStatement(world.office.controller, bytes, ourAccount);
    await runMoneyTasks({ ...world.office.controller, ...later, ownIban: ourAccount });
    return taskById(db(), id);
  }
  const later = { now: new Date('2026-11-29T10:00:00Z'), today: '2026-11-29' as never };

  test.skipIf(!found)('one after the other (skipped where ../shared is absent)', async () => {
    const names = ['c01-receipt', 'c02-overlap', 'c05-batch-abn', 'c07-latin1', 'c09-statement-id-reused'];
    for (const name of [...names, 'c13-gap-balance', '5-multi-account']) {
      expect(await readFile(`${name}.xml`), name).toMatchObject({ refusal: null });
    }
    await expect(
      askStatement(world.office.controller, readFileSync(`${found}/c14-mt940.sta`)),
    ).rejects.toEqual(refused('otherFormat'));
    const [told, fresh] = await linesOf({ id: 'B-2' });
    expect(told?.elsewhere).toMatchObject({ statement: { statementId: 'B-1' }, match: null });
    expect(fresh?.elsewhere).toBeNull();
    const faults = await statementFaults(db(), [ourAccount]);
    const kinds = (faults.get(await rowOf({ id: 'B-13' })) ?? []).map(({ kind }) => kind);
    // It begins on a day of others, so which one it does not join is for their order to say.
    expect([expect.arrayContaining(['balance']), expect.arrayContaining(['gap'])]).toContainEqual(kinds);
    expect(kinds.at(-1)).toBe('overlap');
    const { found: findings } = await runChecks(world.it.owner.db);
    expect(findings.map(({ check, subject }) => `${check} ${subject}`)).toContain('statement-follows B-13');
    const [file] = await db()
      .select()
      .from(bankFile)
      .innerJoin(bankStatement, eq(bankStatement.fileId, bankFile.id))
      .where(eq(bankStatement.statementId, 'BNG-0232'));
    expect(file?.bank_file.otherAccounts).toEqual(['NL02BNGH0285000000']);
  });
});

test('the balances of a line of statements: in any order nothing is said, and one left out is', async () => {
  const { line } = await receipt(euros(1));
  const moves = [1, 2, 3].map((euro) => ({ ...line, cents: euros(euro), text: randomUUID() }));
  const made = moves.map((move, index) => ({
    ...statement(move),
    days: [`2026-04-0${index + 1}`, `2026-04-0${index + 1}`] as const,
    opening: sum([5_000_000_00n as Cents, ...moves.slice(0, index).map(({ cents: amount }) => amount)]),
  }));
  const [first, second, third] = made;
  if (!first || !second || !third) throw new Error('no statements');
  const kinds = async (of: TestStatement) => {
    const faults = await statementFaults(db(), [ourAccount]);
    return (faults.get(await rowOf(of)) ?? []).map(({ kind, other }) => `${kind} ${other.statementId}`);
  };
  await read(third);
  await read(first);
  expect(await kinds(third)).toEqual([`gap ${first.id}`]);
  await read(second);
  expect([...(await kinds(second)), ...(await kinds(third))]).toEqual([]);
});
