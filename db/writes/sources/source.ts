import { type Transaction } from '../../client';
import { source } from '../../schema';

export type NewSource = typeof source.$inferInsert;

/** Adds a funder's promise of one year; no money moves yet. Says whether it was added: a code is used once. */
export async function insertSource(tx: Transaction, row: NewSource): Promise<boolean> {
  const added = await tx.insert(source).values(row).onConflictDoNothing().returning({ id: source.id });
  return added.length > 0;
}
