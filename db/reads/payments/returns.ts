import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { whyBack } from '~/domain/money/return-reason';
import { type Queryable } from '../../client';
import { bankLine, bankMatch, payee, paymentLine } from '../../schema';

async function returns(db: Queryable, where: SQL | undefined) {
  const rows = await db
    .select({
      lineId: paymentLine.id,
      initiativeId: paymentLine.initiativeId,
      on: bankLine.bookedOn,
      text: bankLine.returnReason,
      payeeChanged: sql<boolean>`exists (select 1 from payee newer
        where newer.initiative_id = ${payee.initiativeId} and newer.seq > ${payee.seq})`,
    })
    .from(bankMatch)
    .innerJoin(bankLine, eq(bankLine.id, bankMatch.lineId))
    .innerJoin(paymentLine, eq(paymentLine.id, bankMatch.paymentLineId))
    .leftJoin(payee, eq(payee.id, paymentLine.payeeId))
    .where(and(eq(bankMatch.kind, 'return'), where));
  return rows.map(({ text, ...row }) => ({ ...row, why: whyBack(text) }));
}

/** A payment that the bank sent back: on which day, why, and whether the account is another since. */
export type Returned = Awaited<ReturnType<typeof returns>>[number];

/** The payments of a batch that came back, by line. */
export async function returnsOfBatch(db: Queryable, batchId: string): Promise<Map<string, Returned>> {
  const rows = await returns(db, eq(paymentLine.batchId, batchId));
  return new Map(rows.map((row) => [row.lineId, row]));
}

/** Of these initiatives the last payment, where that came back, by initiative. What was paid since, came back no more. */
export async function lastReturns(
  db: Queryable,
  initiativeIds: readonly string[],
): Promise<Map<string, Returned>> {
  if (initiativeIds.length === 0) return new Map();
  const isLast = sql`not exists (select 1 from payment_line l join payment_batch b on b.id = l.batch_id
      join payment_booking k on k.line_id = l.id
    where l.initiative_id = ${paymentLine.initiativeId}
      and b.number > (select own.number from payment_batch own where own.id = ${paymentLine.batchId})
      and (exists (select 1 from bank_match m where m.payment_line_id = l.id)
        or not exists (select 1 from journal_entry r where r.reverses_id = k.entry_id)))`;
  const rows = await returns(db, and(inArray(paymentLine.initiativeId, [...initiativeIds]), isLast));
  return new Map(
    rows.flatMap((row) => (row.initiativeId === null ? [] : [[row.initiativeId, row] as const])),
  );
}
