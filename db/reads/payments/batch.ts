import { and, asc, count, desc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { cents, type Cents } from '~/domain/money/cents';
import { type BatchCounts, batchState, mostPayments } from '~/domain/money/payment';
import { type MatchKind } from '~/domain/money/statement';
import { type Paged } from '~/domain/paging';
import { type Queryable } from '../../client';
import {
  account,
  area,
  balance,
  bankLine,
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
  source,
} from '../../schema';
import { readPage } from '../page';

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

/** What waits, by initiative: whether an account that must be confirmed is, and the open batch that it stands on. */
function waits(db: Queryable, of?: SQL) {
  const total = sql<string>`-sum(${balance.cents})`;
  const payable = db
    .select({ initiativeId: account.initiativeId, total: total.as('total') })
    .from(account)
    .innerJoin(balance, eq(balance.accountId, account.id))
    .where(and(eq(account.kind, 'payable'), of))
    .groupBy(account.initiativeId)
    .having(gt(total, sql`0`))
    .as('payable');
  const latest = db
    .select({
      payeeId: sql<string>`${payee.id}`.as('payee_id'),
      iban: payee.iban,
      name: payee.name,
      unconfirmed:
        sql<boolean>`${payee.waits} and not exists (select 1 from payee_confirmation c where c.payee_id = ${payee.id})`.as(
          'unconfirmed',
        ),
    })
    .from(payee)
    .where(eq(payee.initiativeId, payable.initiativeId))
    .orderBy(desc(payee.seq))
    .limit(1)
    .as('latest');
  const open = db
    .select({ initiativeId: paymentLine.initiativeId, batch: paymentBatch.number })
    .from(paymentLine)
    .innerJoin(paymentBatch, eq(paymentBatch.id, paymentLine.batchId))
    .leftJoin(paymentVerdict, eq(paymentVerdict.batchId, paymentLine.batchId))
    .where(isNull(paymentVerdict.batchId))
    .as('open');
  return db
    .select({
      initiativeId: initiative.id,
      number: initiative.number,
      title: initiative.title,
      wijk: sql<string>`${area.name}`.as('wijk'),
      cents: payable.total,
      payeeId: latest.payeeId,
      iban: latest.iban,
      name: sql<string | null>`${latest.name}`.as('payee_name'),
      unconfirmed: sql<boolean>`coalesce(${latest.unconfirmed}, false)`.as('must_confirm'),
      inBatch: sql<number | null>`${open.batch}`.as('in_batch'),
    })
    .from(payable)
    .innerJoin(initiative, eq(initiative.id, payable.initiativeId))
    .innerJoin(area, eq(area.id, initiative.areaId))
    .leftJoinLateral(latest, sql`true`)
    .leftJoin(open, eq(open.initiativeId, initiative.id))
    .as('waits');
}

async function waitingRows(
  db: Queryable,
  from: ReturnType<typeof waits>,
  where?: SQL,
  { limit, offset }: { limit?: number; offset?: number } = {},
): Promise<Waiting[]> {
  const query = db.select().from(from).where(where).orderBy(asc(from.wijk), asc(from.number)).$dynamic();
  const rows = await (limit === undefined ? query : query.limit(limit).offset(offset ?? 0));
  return rows.map(({ unconfirmed: _, ...row }) => ({ ...row, cents: cents(BigInt(row.cents)) }));
}

/** What waits for payment and stands on no open batch, by wijk, as many a page as one batch takes. */
export function waitingPayments(db: Queryable, page: number): Promise<Paged<Waiting>> {
  const from = waits(db);
  const loose = isNull(from.inBatch);
  return readPage({ page, size: mostPayments }, countOf(db, from, loose), (limit, offset) =>
    waitingRows(db, from, loose, { limit, offset }),
  );
}

/** What waits whose account somebody has to confirm first, by wijk, 25 a page. */
export function unconfirmedPayments(db: Queryable, page: number): Promise<Paged<Waiting>> {
  const from = waits(db);
  const wanted = sql`${from.unconfirmed}`;
  return readPage({ page, size: 25 }, countOf(db, from, wanted), (limit, offset) =>
    waitingRows(db, from, wanted, { limit, offset }),
  );
}

async function countOf(db: Queryable, from: ReturnType<typeof waits>, where: SQL): Promise<number> {
  const [found] = await db.select({ count: count() }).from(from).where(where);
  return found?.count ?? 0;
}

/** What waits for payment to these initiatives; one for which nothing waits is absent. */
export async function paymentsTo(db: Queryable, initiativeIds: readonly string[]): Promise<Waiting[]> {
  if (initiativeIds.length === 0) return [];
  return waitingRows(db, waits(db, inArray(account.initiativeId, [...initiativeIds])));
}

/** All that waits: how many payments and cents on no open batch, how many on one, and how many accounts to confirm. */
export async function waitingTotals(db: Queryable) {
  const from = waits(db);
  const [found] = await db
    .select({
      payments: sql<number>`(count(*) filter (where ${from.inBatch} is null))::int`,
      cents: sql<string>`coalesce(sum(${from.cents}) filter (where ${from.inBatch} is null), 0)`,
      listed: sql<number>`count(${from.inBatch})::int`,
      unconfirmed: sql<number>`(count(*) filter (where ${from.unconfirmed}))::int`,
    })
    .from(from);
  const { payments = 0, listed = 0, unconfirmed = 0 } = found ?? {};
  return { payments, listed, unconfirmed, cents: cents(BigInt(found?.cents ?? 0)) };
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
const isReported = (kind: MatchKind) =>
  sql`exists (select 1 from bank_match m where m.payment_line_id = l.id and m.kind = ${kind})`;

/** Whether somebody took back the booking of a line `l` of which the bank told nothing. */
const isUndone = sql`exists (select 1 from payment_booking b join journal_entry r on r.reverses_id = b.entry_id
  where b.line_id = l.id) and not exists (select 1 from bank_match m where m.payment_line_id = l.id)`;

/** Whether the account of a line `l` is another by now, while the bank told nothing and its booking stands. */
const isChanged = sql`exists (select 1 from payee p join payee newer on newer.initiative_id = p.initiative_id and newer.seq > p.seq
  where p.id = l.payee_id) and not exists (select 1 from bank_match m where m.payment_line_id = l.id) and not (${isUndone})`;

const countLines = (wanted: SQL) =>
  sql<number>`(select count(*)::int from payment_line l where l.batch_id = ${paymentBatch.id} and ${wanted})`;

function batches(db: Queryable) {
  return db
    .select({
      ...batchColumns,
      lines: countLines(sql`true`),
      arrived: countLines(sql`${isReported('payment')} and not ${isReported('return')}`),
      returned: countLines(isReported('return')),
      changed: countLines(isChanged),
      undone: countLines(isUndone),
      total: sql<string>`(select sum(l.cents) from payment_line l where l.batch_id = ${paymentBatch.id})`,
    })
    .from(paymentBatch)
    .innerJoin(maker, eq(maker.id, paymentBatch.madeBy))
    .leftJoin(paymentVerdict, eq(paymentVerdict.batchId, paymentBatch.id))
    .leftJoin(judge, eq(judge.id, paymentVerdict.by))
    .$dynamic();
}

const asBatch = <Row extends BatchCounts & { total: string }>(row: Row) => ({
  ...row,
  total: cents(BigInt(row.total)),
  state: batchState(row),
});

/** A batch of payments: who made it, how it ended, how far it is, its total in cents, and how many arrived and came back. */
export type Batch = Awaited<ReturnType<typeof batchesPage>>['rows'][number];

const isOpen = isNull(paymentVerdict.batchId);

/** How many batches wait for approval. */
export async function countOpenBatches(db: Queryable): Promise<number> {
  const [found] = await db
    .select({ count: count() })
    .from(paymentBatch)
    .leftJoin(paymentVerdict, eq(paymentVerdict.batchId, paymentBatch.id))
    .where(isOpen);
  return found?.count ?? 0;
}

/** The batches that wait for approval, the newest first, 25 a page. */
export function openBatches(db: Queryable, page: number) {
  return readPage({ page, size: 25 }, countOpenBatches(db), (limit, offset) =>
    newestBatches(db, isOpen, limit, offset),
  );
}

/** All batches, the newest first, 25 a page. */
export function batchesPage(db: Queryable, page: number) {
  return readPage({ page, size: 25 }, db.$count(paymentBatch), (limit, offset) =>
    newestBatches(db, undefined, limit, offset),
  );
}

async function newestBatches(db: Queryable, where: SQL | undefined, limit: number, offset: number) {
  const found = batches(db).where(where).orderBy(desc(paymentBatch.number)).limit(limit).offset(offset);
  return (await found).map(asBatch);
}

/** One batch by its public number. */
export async function batchByNumber(db: Queryable, number: number): Promise<Batch | undefined> {
  const [found] = await batches(db).where(eq(paymentBatch.number, number));
  return found && asBatch(found);
}

/**
 * The lines of a batch, at most `mostPayments`: to whom, how much in cents, and what became of it: its entry in the books,
 * whether the bank said that it was paid or came back, whether the account is another by now, and whether its booking
 * was taken back. Holds account numbers: for those who make or approve payments.
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
      refund: paymentLine.refund,
      source: { id: source.id, code: source.code, name: source.name },
      cameById: paymentLine.cameById,
      cameOn: bankLine.statementId,
      iban: sql<string>`coalesce(${payee.iban}, ${bankLine.counterIban})`,
      name: sql<string>`coalesce(${payee.name}, ${bankLine.counterName}, ${source.funder})`,
      cents: paymentLine.cents,
      endToEndId: paymentLine.endToEndId,
      entry: { journal: journal.code, number: journalEntry.number },
      confirmed: has('payment'),
      returned: has('return'),
      payeeChanged: sql<boolean>`exists (select 1 from payee newer where newer.initiative_id = ${payee.initiativeId} and newer.seq > ${payee.seq})`,
      undone: sql<boolean>`exists (select 1 from journal_entry r where r.reverses_id = ${paymentBooking.entryId})`,
    })
    .from(paymentLine)
    .leftJoin(payee, eq(payee.id, paymentLine.payeeId))
    .leftJoin(initiative, eq(initiative.id, paymentLine.initiativeId))
    .leftJoin(source, eq(source.id, paymentLine.sourceId))
    .leftJoin(bankLine, eq(bankLine.id, paymentLine.cameById))
    .leftJoin(paymentBooking, eq(paymentBooking.lineId, paymentLine.id))
    .leftJoin(journalEntry, eq(journalEntry.id, paymentBooking.entryId))
    .leftJoin(journal, eq(journal.id, journalEntry.journalId))
    .where(eq(paymentLine.batchId, batchId))
    .orderBy(asc(paymentLine.position));
}
