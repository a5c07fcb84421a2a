import { type Transaction } from '../../client';
import { conflictAnswer, conflictReport, conflictRuling } from '../../schema';

/** Writes down that somebody reported a member's interest in an item. The only INSERT; after `lockItem`. */
export async function insertReport(tx: Transaction, row: typeof conflictReport.$inferInsert): Promise<void> {
  await tx.insert(conflictReport).values(row);
}

/** Writes down what the member says to it. */
export async function insertAnswer(tx: Transaction, row: typeof conflictAnswer.$inferInsert): Promise<void> {
  await tx.insert(conflictAnswer).values(row);
}

/** Writes down what was ruled. */
export async function insertRuling(tx: Transaction, row: typeof conflictRuling.$inferInsert): Promise<void> {
  await tx.insert(conflictRuling).values(row);
}
