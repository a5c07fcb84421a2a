import { and, asc, eq, gt, inArray, notInArray, or, sql } from 'drizzle-orm';
import { accounts } from '~/domain/ledger/accounts';
import { claimReference, type Expected } from '~/domain/money/statement';
import { cents, type Cents } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import {
  account,
  balance,
  bankLine,
  bankMatch,
  initiative,
  journalEntry,
  paymentBatch,
  paymentBooking,
  paymentLine,
  posting,
  source,
} from '../../schema';

/** Money that may come in, what it is called, of which year where it is of a source, and in which wijk's journal it is booked (null: the gemeente's own). */
export type ExpectedMoney = Expected & { name: string; year: number | null; areaId: string | null };

/** Money that may come in: what sources still have to send, and what was asked back of grants; cents. */
export async function expectedMoney(db: Queryable): Promise<ExpectedMoney[]> {
  const receivables = await db
    .select({
      id: source.id,
      reference: source.code,
      name: source.name,
      year: source.year,
      open: balance.cents,
    })
    .from(balance)
    .innerJoin(account, and(eq(account.id, balance.accountId), eq(account.kind, 'receivable')))
    .innerJoin(source, eq(source.id, balance.sourceId))
    .where(gt(balance.cents, sql`0`))
    .orderBy(source.position);
  const { id, number, title, areaId } = initiative;
  const claims = await db
    .select({ id, number, name: title, areaId, open: sql<string>`sum(${balance.cents})` })
    .from(balance)
    .innerJoin(account, and(eq(account.id, balance.accountId), eq(account.kind, 'claim')))
    .innerJoin(initiative, eq(initiative.id, account.initiativeId))
    .groupBy(initiative.id)
    .having(sql`sum(${balance.cents}) > 0`)
    .orderBy(initiative.number);
  return [
    ...receivables.map((row) => ({ kind: 'receipt' as const, areaId: null, ...row })),
    ...claims.map(({ number, open, ...row }) => ({
      kind: 'clawback' as const,
      year: null,
      ...row,
      reference: claimReference(number),
      open: cents(BigInt(open)),
    })),
  ];
}

/** A payment of an approved batch as a bank may name it; `reported` is what statements said of it. */
export type KnownLine = Awaited<ReturnType<typeof knownPayments>>[number];

/** The payments that these end-to-end ids name, and those of these batches, with what they need to be matched. */
export async function knownPayments(
  db: Queryable,
  named: { endToEndIds: readonly string[]; batchNumbers: readonly number[] },
) {
  const total = sql<string>`(select sum(l.cents) from payment_line l where l.batch_id = ${paymentLine.batchId})`;
  const reported = sql<string>`(select coalesce(string_agg(m.kind, ' '), '') from ${bankMatch} m where m.payment_line_id = ${paymentLine.id})`;
  const rows = await db
    .select({
      lineId: paymentLine.id,
      areaId: initiative.areaId,
      cents: paymentLine.cents,
      endToEndId: paymentLine.endToEndId,
      batch: paymentBatch.number,
      batchTotal: total,
      reported,
    })
    .from(paymentLine)
    .innerJoin(paymentBatch, eq(paymentBatch.id, paymentLine.batchId))
    .innerJoin(paymentBooking, eq(paymentBooking.lineId, paymentLine.id))
    .innerJoin(initiative, eq(initiative.id, paymentLine.initiativeId))
    .where(
      or(
        inArray(paymentLine.endToEndId, [...new Set(named.endToEndIds)]),
        inArray(paymentBatch.number, [...new Set(named.batchNumbers)]),
      ),
    );
  return rows.map((row) => ({
    ...row,
    batchTotal: cents(BigInt(row.batchTotal)),
    reported: new Set(
      (['payment', 'return'] as const).filter((kind) => row.reported.split(' ').includes(kind)),
    ),
  }));
}

/** The lines of a statement that another statement of the account told of before: files of a bank may overlap. */
export async function linesReportedBefore(db: Queryable, statementId: string): Promise<Set<string>> {
  const rows = await db.execute<{ id: string }>(sql`select distinct l.id
    from bank_line l join bank_statement s on s.id = l.statement_id
      join bank_statement os on os.iban = s.iban and os.id <> s.id
      join bank_line o on o.statement_id = os.id and o.booked_on = l.booked_on and o.cents = l.cents and o.text = l.text
        and o.end_to_end_id is not distinct from l.end_to_end_id and o.counter_iban is not distinct from l.counter_iban
    where s.id = ${statementId}`);
  return new Set(rows.map(({ id }) => id));
}

/** A line of a statement that nobody has explained yet. */
export async function unexplainedLine(db: Queryable, lineId: string) {
  const [found] = await db
    .select({ id: bankLine.id, bookedOn: bankLine.bookedOn, cents: bankLine.cents, text: bankLine.text })
    .from(bankLine)
    .where(and(eq(bankLine.id, lineId), unexplained));
  return found;
}

/**
 * An entry that was booked by hand for exactly this money, still counts, and that no statement told of yet: the oldest
 * that is not one of `taken`; null when there is none. `id` is that of the source or the initiative, as in `Expected`.
 */
export async function bookedByHand(
  db: Queryable,
  { kind, id, cents: amount }: { kind: Expected['kind']; id: string; cents: Cents },
  taken: readonly bigint[],
): Promise<bigint | null> {
  const ofMoney =
    kind === 'receipt'
      ? eq(account.code, accounts.receivable(id).code)
      : and(eq(account.kind, 'claim'), eq(account.initiativeId, id));
  const [found] = await db
    .select({ entryId: journalEntry.id })
    .from(posting)
    .innerJoin(account, eq(account.id, posting.accountId))
    .innerJoin(journalEntry, eq(journalEntry.id, posting.entryId))
    .where(
      and(
        ofMoney,
        eq(journalEntry.kind, kind),
        taken.length > 0 ? notInArray(journalEntry.id, [...taken]) : undefined,
        sql`not exists (select 1 from bank_match m where m.entry_id = ${journalEntry.id})`,
        sql`not exists (select 1 from journal_entry r where r.reverses_id = ${journalEntry.id})`,
      ),
    )
    .groupBy(journalEntry.id)
    .having(sql`sum(${posting.cents}) = ${-amount}`)
    .orderBy(asc(journalEntry.id))
    .limit(1);
  return found?.entryId ?? null;
}

/** That nobody has said yet what a line is. */
export const unexplained = sql`not exists (select 1 from bank_match m where m.line_id = ${bankLine.id})`;
