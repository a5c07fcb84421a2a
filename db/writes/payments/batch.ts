import { sql } from 'drizzle-orm';
import { endToEndIdOf } from '~/domain/money/payment';
import { type Transaction } from '../../client';
import { paymentBatch, paymentBooking, paymentLine, paymentVerdict } from '../../schema';
import { asRefusal } from '../ledger/refusal';

/**
 * Records a batch of payments with its lines. Returns its public number. Throws 'payeeChanged' for an account that is not
 * the last one, 'payeeUnconfirmed' and 'confirmedByMaker'.
 */
export async function insertBatch(
  tx: Transaction,
  batch: Omit<typeof paymentBatch.$inferInsert, 'number'>,
  lines: readonly Omit<typeof paymentLine.$inferInsert, 'batchId' | 'position' | 'endToEndId'>[],
): Promise<number> {
  const [made] = await tx.insert(paymentBatch).values(batch).returning({ number: paymentBatch.number });
  if (!made) throw new Error('no batch was made');
  const rows = lines.map((line, index) => {
    const position = index + 1;
    return { ...line, batchId: batch.id, position, endToEndId: endToEndIdOf(made.number, position) };
  });
  await tx.insert(paymentLine).values(rows).catch(asRefusal);
  return made.number;
}

/**
 * Ends a batch: approved by somebody else than its maker, or withdrawn. Throws 'samePerson', 'recordedByApprover',
 * 'batchStale' for an account that is not the last one, and 'alreadyDone' for a batch that ended before.
 */
export async function insertVerdict(tx: Transaction, row: typeof paymentVerdict.$inferInsert): Promise<void> {
  await tx.insert(paymentVerdict).values(row).catch(asRefusal);
}

/** Records which entry pays which line. */
export async function insertPaymentBookings(
  tx: Transaction,
  rows: readonly (typeof paymentBooking.$inferInsert)[],
): Promise<void> {
  await tx.insert(paymentBooking).values([...rows]);
}

/** The lock that making and ending batches takes: who waits for payment is decided by one person at a time. */
export async function lockPayments(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('payments', 0))`);
}
