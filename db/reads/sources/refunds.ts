import { and, eq, type SQL, sql } from 'drizzle-orm';
import { type Queryable } from '../../client';
import { bankMatch, paymentBooking, paymentLine, source } from '../../schema';

/** An order to give back, as `refunds` reads it. */
export type Refunded = Awaited<ReturnType<typeof refunds>>[number];

/** What the bank was ordered to give back to givers, per source in cents, and whether its statement told that it did. */
export async function refunds(db: Queryable, where: SQL) {
  return db
    .select({
      sourceId: source.id,
      cents: paymentLine.cents,
      paid: sql<boolean>`${bankMatch.id} is not null`,
    })
    .from(paymentLine)
    .innerJoin(source, eq(source.id, paymentLine.sourceId))
    .innerJoin(paymentBooking, eq(paymentBooking.lineId, paymentLine.id))
    .leftJoin(bankMatch, and(eq(bankMatch.paymentLineId, paymentLine.id), eq(bankMatch.kind, 'payment')))
    .where(
      and(
        where,
        eq(paymentLine.refund, 'giver'),
        sql`not exists (select 1 from journal_entry r where r.reverses_id = ${paymentBooking.entryId})`,
      ),
    );
}
