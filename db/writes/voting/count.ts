import { sql } from 'drizzle-orm';
import { type Database, type Transaction } from '../../client';
import { roundCount, roundCountProgress } from '../../schema';

/** Keeps the outcome of a round by a rule, once; false when it was there. */
export async function insertCount(tx: Transaction, row: typeof roundCount.$inferInsert): Promise<boolean> {
  const added = await tx
    .insert(roundCount)
    .values(row)
    .onConflictDoNothing()
    .returning({ rule: roundCount.rule });
  return added.length > 0;
}

/**
 * Writes how far the counting of a round is, outside its transaction, so that it shows at once. Outcomes are only added:
 * of two who count, who knows of fewer does not take back what the other told.
 */
export async function putCountProgress(
  db: Database,
  row: typeof roundCountProgress.$inferInsert,
): Promise<void> {
  const { total, failed = null, at } = row;
  const done = sql`greatest(${roundCountProgress.done}, ${row.done})`;
  await db
    .insert(roundCountProgress)
    .values(row)
    .onConflictDoUpdate({ target: roundCountProgress.roundId, set: { done, total, failed, at } });
}
