import { openTasks, taskById } from '#db/reads/payments/task';
import { type Transaction } from '#db/client';
import { transaction } from '#db/transaction';
import { endTask, putProgress, takeTask } from '#db/writes/payments/task';
import { DomainError } from '~/domain/errors';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { readHere, type ReadStatement } from '../payments/parts/read-here.server';
import { type Progress } from './parts/progress.server';
import { runStatement } from '../payments/parts/run-statement.server';
import { runYearEnd } from '../yearEnd/parts/run-year-end.server';

/** `ownIban` is the account of the gemeente, where it is known. */
type Worker = Pick<Context, 'db' | 'now' | 'today' | 'newId'> & { read?: ReadStatement; ownIban?: string };
type Task = NonNullable<Awaited<ReturnType<typeof taskById>>>;

/**
 * Does the long work that was asked for and has not ended, one task after the other. The end of a year is one transaction; a
 * bank statement is done in portions, each a transaction of its own (docs/decisions/0018). What a crash cuts off leaves
 * nothing behind, and this goes on from there when it runs again. A refusal ends its task and is kept. Answers how many tasks
 * ended. What somebody else is doing is left to them. A task that fails keeps no other from being done; its error comes out
 * at the end.
 */
export async function runMoneyTasks(worker: Worker): Promise<number> {
  const tasks = await openTasks(worker.db);
  const failed: unknown[] = [];
  let ended = 0;
  for (const { id } of tasks) {
    try {
      if (await runTask(worker, id)) ended += 1;
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw failed[0];
  return ended;
}

async function runTask(worker: Worker, id: string): Promise<boolean> {
  const progress: Progress = (done, total) =>
    putProgress(worker.db, { taskId: id, done, total, at: worker.now });
  try {
    for (;;) {
      const state = await transaction(worker.db, async (tx) => {
        const task = (await takeTask(tx, id)) ? await taskById(tx, id) : undefined;
        if (!task || task.endedAt !== null) return 'elsewhere';
        if (await work(tx, worker, task, progress)) return 'more';
        await endTask(tx, { taskId: id, at: worker.now });
        return 'ended';
      });
      if (state !== 'more') return state === 'ended';
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return transaction(worker.db, (tx) => endRefused(tx, worker, id, error));
  }
}

/** Keeps why a task was refused; unless somebody else took it up since: then theirs is the outcome. */
async function endRefused(
  tx: Transaction,
  { now: at }: Worker,
  taskId: string,
  { code, detail }: DomainError,
) {
  if (!(await takeTask(tx, taskId))) return false;
  const detailJson = JSON.stringify(detail, (_name, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  return endTask(tx, { taskId, refusal: code, detail: detailJson, at });
}

/** Does a task, or a portion of it; answers whether there is more. */
async function work(tx: Transaction, worker: Worker, task: Task, progress: Progress): Promise<boolean> {
  const doer = { ...worker, actor: { personId: task.askedBy } };
  if (task.kind === 'yearEnd' && task.year !== null && task.previewHash !== null) {
    const { id, year, previewHash } = task;
    await runYearEnd(
      tx,
      bookedBy(doer, 'money.closeYear', `Jaareinde ${year}`),
      { id, year, previewHash },
      progress,
    );
    return false;
  }
  const { id: taskId, fileId, done, total } = task;
  if (fileId === null) throw new Error(`task ${taskId} has nothing to work on`);
  const { newId, read = readHere, ownIban } = worker;
  return runStatement(tx, bookedBy(doer, 'statement.import', ''), {
    ...{ taskId, fileId, newId, read, ownIban },
    progress: done === null || total === null ? null : { done, total },
  });
}
