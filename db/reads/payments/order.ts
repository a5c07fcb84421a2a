import { eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Queryable } from '../../client';
import { journalEntry, paymentBooking, paymentLine } from '../../schema';

const paid = alias(journalEntry, 'paid');
/** The key under which the books have what the bank told of a line. */
const paymentKey = sql`'paid:' || ${paymentBooking.lineId}`;

/**
 * A line of an approved batch in the books: the entry that ordered it, of which kind, and the one that says that the bank paid
 * it. Older books have no order: there approval was the payment.
 */
export async function orderOf(db: Queryable, lineId: string) {
  const [found] = await db
    .select({
      orderId: paymentBooking.entryId,
      kind: journalEntry.kind,
      initiativeId: paymentLine.initiativeId,
      sourceId: paymentLine.sourceId,
      cents: paymentLine.cents,
      paidId: paid.id,
    })
    .from(paymentBooking)
    .innerJoin(paymentLine, eq(paymentLine.id, paymentBooking.lineId))
    .innerJoin(journalEntry, eq(journalEntry.id, paymentBooking.entryId))
    .leftJoin(paid, eq(paid.idempotencyKey, paymentKey))
    .where(eq(paymentBooking.lineId, lineId));
  return found;
}
