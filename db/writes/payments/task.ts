import { sql } from 'drizzle-orm';
import { type Queryable, type Transaction } from '../../client';
import { bankFile, moneyTask, moneyTaskEnd, moneyTaskProgress } from '../../schema';

/** Records long work that somebody asked for, and wakes the queue. */
export async function insertTask(tx: Transaction, row: typeof moneyTask.$inferInsert): Promise<void> {
  await tx.insert(moneyTask).values(row);
  await tx.execute(sql`select enqueue('money-tasks', '{}'::json)`);
}

/** Keeps a file that was handed in. Says whether it is new: the same file is kept once. */
export async function insertFile(tx: Transaction, row: typeof bankFile.$inferInsert): Promise<boolean> {
  const added = await tx.insert(bankFile).values(row).onConflictDoNothing().returning({ id: bankFile.id });
  return added.length > 0;
}

/**
 * Takes a task for this transaction; false when somebody else is at it. Nobody waits at a screen for what it does: it waits
 * longer for a row than visitors do, and keeps what it has done until then.
 */
export async function takeTask(tx: Transaction, taskId: string): Promise<boolean> {
  const [row] = await tx.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`task:${taskId}`}, 0)) as taken,
      set_config('lock_timeout', '25s', true)`,
  );
  return row?.taken ?? false;
}

/** Records how a task ended: done, or refused with a code. Says whether it had not ended before. */
export async function endTask(tx: Transaction, row: typeof moneyTaskEnd.$inferInsert): Promise<boolean> {
  const { taskId } = moneyTaskEnd;
  const ended = await tx.insert(moneyTaskEnd).values(row).onConflictDoNothing().returning({ taskId });
  return ended.length > 0;
}

/** Writes how far a task is: outside its transaction, so that it shows at once, or with the portion that was done. */
export async function putProgress(db: Queryable, row: typeof moneyTaskProgress.$inferInsert): Promise<void> {
  const { done, total, at } = row;
  await db
    .insert(moneyTaskProgress)
    .values(row)
    .onConflictDoUpdate({ target: moneyTaskProgress.taskId, set: { done, total, at } });
}
