import { and, asc, eq, gt, inArray, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { accounts } from '~/domain/ledger/accounts';
import { claimReference, type Expected } from '~/domain/money/statement';
import { cents, type Cents, negate } from '~/domain/money/cents';
import { type Queryable } from '../../client';
import {
  account,
  balance,
  bankLine,
  bankMatch,
  bankStatement,
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
  const reported = sql<string>`(select coalesce(string_agg(m.kind, ' '), '') from ${bankMatch} m where m.payment_line_id = ${paymentLine.id})`;
  const rows = await db
    .select({
      lineId: paymentLine.id,
      /** Null for money that goes back: that is booked in the journal of the whole gemeente. */
      areaId: initiative.areaId,
      cents: paymentLine.cents,
      endToEndId: paymentLine.endToEndId,
      batch: paymentBatch.number,
      reported,
    })
    .from(paymentLine)
    .innerJoin(paymentBatch, eq(paymentBatch.id, paymentLine.batchId))
    .innerJoin(paymentBooking, eq(paymentBooking.lineId, paymentLine.id))
    .leftJoin(initiative, eq(initiative.id, paymentLine.initiativeId))
    .where(
      and(
        or(
          inArray(paymentLine.endToEndId, [...new Set(named.endToEndIds)]),
          inArray(paymentBatch.number, [...new Set(named.batchNumbers)]),
        ),
        // An order that a person took back should never be paid: if it is, a person says what that was.
        sql`not exists (select 1 from journal_entry r where r.reverses_id = ${paymentBooking.entryId})`,
      ),
    );
  return rows.map((row) => ({
    ...row,
    reported: new Set(
      (['payment', 'return'] as const).filter((kind) => row.reported.split(' ').includes(kind)),
    ),
  }));
}

/** Lines that came back of these payments, and that nobody explained because no statement had told that the payment left. */
export async function earlyReturns(db: Queryable, paymentLineIds: readonly string[]) {
  if (paymentLineIds.length === 0) return [];
  const rows = await db
    .select({ line: bankLine })
    .from(bankLine)
    .innerJoin(paymentLine, eq(paymentLine.endToEndId, bankLine.endToEndId))
    .innerJoin(bankStatement, eq(bankStatement.id, bankLine.statementId))
    .where(
      and(
        inArray(paymentLine.id, [...paymentLineIds]),
        gt(bankLine.cents, sql`0`),
        sql`not exists (select 1 from ${bankMatch} m where m.line_id = ${bankLine.id})`,
      ),
    )
    .orderBy(asc(bankStatement.seq), asc(bankLine.position));
  return rows.map(({ line }) => line);
}

/** A line of a statement that nobody has explained yet, with what of it is left to explain in cents. */
export async function unexplainedLine(db: Queryable, lineId: string) {
  const { id, bookedOn, text } = bankLine;
  const rest = restOf(sql`${bankLine}`);
  const [found] = await db
    .select({ id, bookedOn, cents: sql<string>`${rest}`, text })
    .from(bankLine)
    .leftJoin(sql`(${bookedPerLine(sql`${lineId}`)}) booked`, sql`booked.line_id = ${id}`)
    .where(and(eq(id, lineId), sql`${rest} <> 0`));
  return found && { ...found, cents: cents(BigInt(found.cents)) };
}

/** How often it was said before what a line is, and taken back by a person since. */
export function matchesBefore(db: Queryable, lineId: string): Promise<number> {
  return db.$count(bankMatch, eq(bankMatch.lineId, lineId));
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
      ? // One line an entry, of this amount: a source that sends often is not summed entry after entry.
        and(eq(account.code, accounts.receivable(id).code), eq(posting.cents, negate(amount)))
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

/**
 * That what a match `m` says still holds: its entry was not taken back, or the bank itself told of that. What a person took
 * back leaves its movement unexplained again.
 */
export const matchHolds = sql`not exists (
  select 1 from journal_entry r where r.reverses_id = m.entry_id
    and not exists (select 1 from bank_match told where told.entry_id = r.id))`;

/** The same of a row of its table in a query. */
export const holds = sql`exists (select 1 from bank_match m where m.id = ${bankMatch.id} and ${matchHolds})`;

/** What movements were booked as and still holds, all or those of `of`, in cents, and whether each is an entry of its own. */
export const bookedPerLine = (
  of?: SQL,
) => sql`select m.line_id, bool_or(m.entry_id is null) as whole, sum(p.cents) as cents
  from bank_match m left join (posting p join account a on a.id = p.account_id and a.kind = 'bank') on p.entry_id = m.entry_id
  where m.kind <> 'assigned' and ${matchHolds} ${of ? sql`and m.line_id in (${of})` : sql``} group by 1`;

/** What of a line nobody has explained, in cents, in a query that has `bookedPerLine` beside it as `booked`; none of what is whole. */
export const restOf = (line: SQL) =>
  sql`case when booked.whole then 0 else ${line}.cents - coalesce(booked.cents, 0) end`;

/** How many lines of a statement nobody has explained yet, in a query of statements. */
export const openLines = sql<number>`(select count(*)::int from bank_line l
  left join (${bookedPerLine(sql`select own.id from bank_line own where own.statement_id = ${bankStatement.id}`)}) booked
    on booked.line_id = l.id
  where l.statement_id = ${bankStatement.id} and ${restOf(sql`l`)} <> 0)`;
