import { connect, type Database } from '#db/client';
import { statementLines, statementsOfFile } from '#db/reads/payments/statement';
import { taskById } from '#db/reads/payments/task';
import { transaction } from '#db/transaction';
import { lockJournals } from '#db/writes/ledger/lock';
import { cents, negate, sum, zero } from '~/domain/money/cents';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { askStatement } from '~/usecases/payments/ask-statement.server';
import { readInThread } from '~/usecases/payments/parts/read-in-thread.server';
import { type Movement, statementFile } from '../seed/statement-file';
import { inOrder, type Figure, load, rounded } from './figure';
import { controllerAtWork, makeWijk } from './ledger-world';

/** How long others wait between two tries for a journal that a statement is read into, in milliseconds. */
const pause = 20;

/**
 * Reads a statement of so many lines in the database at `url`, four of five from sources and the rest unknown, while somebody
 * else takes the gemeente's journal again and again (docs/how-it-works/benchmarks.md).
 */
export async function benchStatement(
  url: string,
  lines: number,
  print: (figure: Figure) => void,
): Promise<void> {
  const owner = connect(url, { owner: true, max: 2 });
  const app = connect(url, { max: 4 });
  try {
    const context = await controllerAtWork(owner.db, app.db);
    const { areaId } = await makeWijk(context, owner.db);
    const bytes = new TextEncoder().encode(statementOf(areaId, lines, context.now));
    const started = performance.now();
    const taskId = await askStatement(context, bytes, undefined, readInThread);
    const asked = performance.now();
    const held = await whileWorking(runMoneyTasks({ ...context, read: readInThread }), () =>
      transaction(app.db, (tx) => lockJournals(tx, [null])),
    );
    const booked = performance.now();
    const unknown = await unknownLines(app.db, taskId);
    const looked = performance.now();
    const seconds = (ms: number) => rounded(ms / 1000, 2);
    print({
      ...{ figure: 'a bank statement', lines, unknown },
      ...{ handedInS: seconds(asked - started), bookedS: seconds(booked - asked) },
      linesPerSecond: Math.round((lines / (booked - asked)) * 1000),
      journalHeldMs: { median: Math.round(inOrder(held)(0.5)), longest: Math.round(Math.max(...held)) },
      unknownReadMs: Math.round(looked - booked),
      load: load(),
    });
  } finally {
    await Promise.all([owner.close(), app.close()]);
  }
}

function statementOf(areaId: string, lines: number, at: Date): string {
  const known = (n: number) => n % 5 > 0;
  const amount = (n: number) => cents(BigInt(100 + n));
  const movements: Movement[] = Array.from({ length: lines }, (_, n) => ({
    at,
    cents: known(n) ? amount(n) : negate(amount(n)),
    name: 'Gever',
    iban: 'NL04VIER0002000009',
    text: known(n) ? `Bijdrage ${n % 2 ? 'a' : 'b'}-${areaId}` : `Kosten ${n}`,
  }));
  const closing = sum(movements.map((movement) => movement.cents));
  return statementFile({
    ...{ id: '2026-001', at, iban: 'NL71VIER0123456789' },
    ...{ opening: zero, closing, lines: movements },
  });
}

/** How long each try took, one after the other, while work was going on; milliseconds. */
async function whileWorking(work: Promise<unknown>, tryOut: () => Promise<unknown>): Promise<number[]> {
  let over = false;
  const working = work.finally(() => (over = true));
  const took: number[] = [];
  do {
    const began = performance.now();
    await tryOut();
    took.push(performance.now() - began);
    await new Promise((go) => setTimeout(go, pause));
  } while (!over);
  await working;
  return took;
}

/** How many lines of the statement that a task read nobody knows, as its page finds them. */
async function unknownLines(db: Database, taskId: string): Promise<number> {
  const task = await taskById(db, taskId);
  const [statement] = task?.fileId ? await statementsOfFile(db, task.fileId) : [];
  if (!statement) throw new Error('the statement was not read');
  const { total } = await statementLines(db, statement.id, { openOnly: true, page: 1 });
  return total;
}
