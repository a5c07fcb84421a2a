import { asc, desc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { cents, type Cents } from '~/domain/money/cents';
import { type MatchKind } from '~/domain/money/statement';
import { type Queryable } from '../client';
import {
  account,
  area,
  balance,
  bankMatch,
  initiative,
  journal,
  journalEntry,
  payee,
  paymentBatch,
  paymentBooking,
  paymentLine,
  paymentVerdict,
  person,
} from '../schema';

const maker = alias(person, 'maker');
const judge = alias(person, 'judge');

/** What waits for payment to one initiative, in cents, and whether it stands on a batch that is still open. */
export type Waiting = {
  initiativeId: string;
  number: number;
  title: string;
  wijk: string;
  cents: Cents;
  payeeId: string | null;
  iban: string | null;
  name: string | null;
  inBatch: number | null;
};

/** Everything that was approved and not yet paid, by initiative. */
export async function waitingPayments(db: Queryable): Promise<Waiting[]> {
  const latest = db
    .selectDistinctOn([payee.initiativeId], {
      initiativeId: payee.initiativeId,
      payeeId: sql<string>`${payee.id}`.as('payee_id'),
      iban: payee.iban,
      name: payee.name,
    })
    .from(payee)
    .orderBy(payee.initiativeId, desc(payee.seq))
    .as('latest');
  const open = db
    .select({ initiativeId: paymentLine.initiativeId, batch: paymentBatch.number })
    .from(paymentLine)
    .innerJoin(paymentBatch, eq(paymentBatch.id, paymentLine.batchId))
    .leftJoin(paymentVerdict, eq(paymentVerdict.batchId, paymentLine.batchId))
    .where(isNull(paymentVerdict.batchId))
    .as('open');
  const total = sql<string>`-sum(${balance.cents})`;
  const rows = await db
    .select({
      initiativeId: initiative.id,
      number: initiative.number,
      title: initiative.title,
      wijk: area.name,
      cents: total,
      payeeId: latest.payeeId,
      iban: latest.iban,
      name: latest.name,
      inBatch: open.batch,
    })
    .from(account)
    .innerJoin(balance, eq(balance.accountId, account.id))
    .innerJoin(initiative, eq(initiative.id, account.initiativeId))
    .innerJoin(area, eq(area.id, initiative.areaId))
    .leftJoin(latest, eq(latest.initiativeId, initiative.id))
    .leftJoin(open, eq(open.initiativeId, initiative.id))
    .where(eq(account.kind, 'payable'))
    .groupBy(initiative.id, area.name, latest.payeeId, latest.iban, latest.name, open.batch)
    .having(gt(total, sql`0`))
    .orderBy(asc(area.name), asc(initiative.number));
  return rows.map((row) => ({ ...row, cents: cents(BigInt(row.cents)) }));
}

const batchColumns = {
  id: paymentBatch.id,
  number: paymentBatch.number,
  executeOn: paymentBatch.executeOn,
  madeAt: paymentBatch.madeAt,
  madeBy: paymentBatch.madeBy,
  maker: maker.name,
  verdict: paymentVerdict.verdict,
  judge: judge.name,
  judgedAt: paymentVerdict.at,
  reason: paymentVerdict.reason,
};

/** Whether a bank statement told this of a line `l`. */
const hasTold = (kind: MatchKind) =>
  sql`exists (select 1 from bank_match m where m.payment_line_id = l.id and m.kind = ${kind})`;

const countLines = (wanted: SQL) =>
  sql<number>`(select count(*)::int from payment_line l where l.batch_id = ${paymentBatch.id} and ${wanted})`;

function batches(db: Queryable) {
  return db
    .select({
      ...batchColumns,
      lines: countLines(sql`true`),
      arrived: countLines(sql`${hasTold('payment')} and not ${hasTold('return')}`),
      returned: countLines(hasTold('return')),
      total: sql<string>`(select sum(l.cents) from payment_line l where l.batch_id = ${paymentBatch.id})`,
    })
    .from(paymentBatch)
    .innerJoin(maker, eq(maker.id, paymentBatch.madeBy))
    .leftJoin(paymentVerdict, eq(paymentVerdict.batchId, paymentBatch.id))
    .leftJoin(judge, eq(judge.id, paymentVerdict.by))
    .$dynamic();
}

const asBatch = <Row extends { total: string }>(row: Row) => ({ ...row, total: cents(BigInt(row.total)) });

/** A batch of payments: who made it, how it ended, its total in cents, and how many arrived and came back. */
export type Batch = Awaited<ReturnType<typeof batchList>>[number];

/** The batches, newest first. */
export async function batchList(db: Queryable) {
  return (await batches(db).orderBy(desc(paymentBatch.number)).limit(200)).map(asBatch);
}

/** One batch by its public number. */
export async function batchByNumber(db: Queryable, number: number): Promise<Batch | undefined> {
  const [found] = await batches(db).where(eq(paymentBatch.number, number));
  return found && asBatch(found);
}

/**
 * The lines of a batch: to whom, how much in cents, and what became of it: its entry in the books, and whether the bank
 * said that it was paid or came back. Holds account numbers: for those who make or approve payments.
 */
export function batchLines(db: Queryable, batchId: string) {
  const has = (kind: MatchKind) =>
    sql<boolean>`exists (select 1 from ${bankMatch} m where m.payment_line_id = ${paymentLine.id} and m.kind = ${kind})`;
  return db
    .select({
      id: paymentLine.id,
      position: paymentLine.position,
      initiativeId: paymentLine.initiativeId,
      initiative: { number: initiative.number, title: initiative.title },
      payeeId: paymentLine.payeeId,
      iban: payee.iban,
      name: payee.name,
      cents: paymentLine.cents,
      endToEndId: paymentLine.endToEndId,
      entry: { journal: journal.code, number: journalEntry.number },
      confirmed: has('payment'),
      returned: has('return'),
    })
    .from(paymentLine)
    .innerJoin(payee, eq(payee.id, paymentLine.payeeId))
    .innerJoin(initiative, eq(initiative.id, paymentLine.initiativeId))
    .leftJoin(paymentBooking, eq(paymentBooking.lineId, paymentLine.id))
    .leftJoin(journalEntry, eq(journalEntry.id, paymentBooking.entryId))
    .leftJoin(journal, eq(journal.id, journalEntry.journalId))
    .where(eq(paymentLine.batchId, batchId))
    .orderBy(asc(paymentLine.position));
}

/** The entry that paid a line of an approved batch, and the one that took it back, if somebody did. */
export async function paymentEntryOf(
  db: Queryable,
  lineId: string,
): Promise<{ entryId: bigint; reversedBy: bigint | null } | undefined> {
  const [found] = await db
    .select({ entryId: paymentBooking.entryId, reversedBy: journalEntry.id })
    .from(paymentBooking)
    .leftJoin(journalEntry, eq(journalEntry.reversesId, paymentBooking.entryId))
    .where(eq(paymentBooking.lineId, lineId));
  return found;
}
