import { sql } from 'drizzle-orm';
import { DomainError } from '~/domain/errors';
import { type Transaction } from '../../client';
import { bankLine, bankMatch, bankStatement } from '../../schema';

const atOnce = 1000;

/** Records a statement with its lines. Throws 'alreadyDone' for the same statement of this account. */
export async function insertStatement(
  tx: Transaction,
  statement: typeof bankStatement.$inferInsert,
  lines: readonly Omit<typeof bankLine.$inferInsert, 'statementId'>[],
): Promise<void> {
  const added = await tx
    .insert(bankStatement)
    .values(statement)
    .onConflictDoNothing()
    .returning({ id: bankStatement.id });
  if (added.length === 0) {
    throw new DomainError('alreadyDone', { field: 'file', detail: { statement: statement.statementId } });
  }
  const rows = lines.map((line) => ({ ...line, statementId: statement.id }));
  for (let from = 0; from < rows.length; from += atOnce) {
    await tx.insert(bankLine).values(rows.slice(from, from + atOnce));
  }
}

export type NewMatch = typeof bankMatch.$inferInsert;

/** Records what movements turned out to be. */
export async function insertMatches(tx: Transaction, rows: readonly NewMatch[]): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    await tx.insert(bankMatch).values(rows.slice(from, from + atOnce));
  }
}

/** The lock under which statements are read and explained, one at a time. */
export async function lockBank(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('bank', 0))`);
}
