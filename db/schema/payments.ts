import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  serial,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { type MatchKind } from '~/domain/money/statement';
import { type RefundKind } from '~/domain/money/refund';
import { windows } from '~/domain/windows';
import { calendarColumn, centsColumn, id, instant, sha256, signs, within } from './columns';
import { initiative } from './initiative';
import { person } from './people';
import { payee } from './grants';
import { entryId } from './ledger';
import { source } from './sources';

/** Payments that go to the bank together: one person makes the batch, another approves it. */
export const paymentBatch = pgTable(
  'payment_batch',
  {
    id: id(),
    number: serial('number').notNull().unique(),
    executeOn: calendarColumn('execute_on').notNull(),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => person.id),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [unique('payment_batch_maker').on(t.id, t.madeBy)],
);

/**
 * One payment of a batch: to a grant, with the payee as it was when the batch was made, or back (`refund`) to the giver of a
 * source or to who sent something by mistake, each to the account that a movement came from.
 */
export const paymentLine = pgTable(
  'payment_line',
  {
    id: id(),
    batchId: uuid('batch_id')
      .notNull()
      .references(() => paymentBatch.id),
    position: integer('position').notNull(),
    initiativeId: uuid('initiative_id').references(() => initiative.id),
    payeeId: uuid('payee_id').references(() => payee.id),
    refund: text('refund').$type<RefundKind>(),
    sourceId: uuid('source_id').references(() => source.id),
    cameById: uuid('came_by_id').references((): AnyPgColumn => bankLine.id),
    cents: centsColumn('cents').notNull(),
    /** What the bank sends back with this payment: names it for ever. */
    endToEndId: text('end_to_end_id').notNull().unique(),
  },
  (t) => [
    unique('payment_line_position').on(t.batchId, t.position),
    unique('payment_line_once').on(t.batchId, t.initiativeId),
    check('payment_line_refund_kind', sql`${t.refund} in ('giver', 'sender')`),
    check(
      'payment_line_to',
      sql`case when ${t.refund} is null
        then num_nonnulls(${t.initiativeId}, ${t.payeeId}) = 2 and num_nonnulls(${t.sourceId}, ${t.cameById}) = 0
        else num_nonnulls(${t.initiativeId}, ${t.payeeId}) = 0 and num_nonnulls(${t.sourceId}, ${t.cameById}) = 2 end`,
    ),
    index('payment_line_came_by').on(t.cameById),
    index('payment_line_initiative').on(t.initiativeId),
    check('payment_line_cents', sql`${t.cents} > 0`),
    check('payment_line_end_to_end', sql`${t.endToEndId} ~ '^[A-Z0-9-]{1,35}$'`),
  ],
);

/** The end of a batch: approved by somebody else than its maker, or withdrawn. */
export const paymentVerdict = pgTable(
  'payment_verdict',
  {
    batchId: uuid('batch_id').primaryKey(),
    verdict: text('verdict').$type<'approved' | 'withdrawn'>().notNull(),
    madeBy: uuid('made_by').notNull(),
    by: uuid('given_by')
      .notNull()
      .references(() => person.id),
    at: instant('given_at').notNull(),
    reason: text('reason'),
  },
  (t) => [
    foreignKey({ columns: [t.batchId, t.madeBy], foreignColumns: [paymentBatch.id, paymentBatch.madeBy] }),
    check('payment_verdict_kind', sql`${t.verdict} in ('approved', 'withdrawn')`),
    check('payment_verdict_two_people', sql`${t.verdict} = 'withdrawn' or ${t.by} <> ${t.madeBy}`),
  ],
);

/** Which entry ordered which line of an approved batch from the bank. */
export const paymentBooking = pgTable('payment_booking', {
  lineId: uuid('line_id')
    .primaryKey()
    .references(() => paymentLine.id),
  entryId: entryId().notNull().unique(),
});

/** A file that was handed in: the hash of its bytes and its text; work on it starts from here again after a crash. */
export const bankFile = pgTable('bank_file', {
  id: id(),
  sha256: sha256('sha256').notNull().unique(),
  text: text('text').notNull(),
  /** The accounts in it that are not ours, as the bank names them: not read. */
  otherAccounts: text('other_accounts')
    .array()
    .notNull()
    .default(sql`'{}'`),
  uploadedBy: uuid('uploaded_by')
    .notNull()
    .references(() => person.id),
  uploadedAt: instant('uploaded_at').notNull(),
});

/**
 * A bank statement (afschrift), whole: what came in and went out of one account. `seq` is the order in which they were
 * read. Banks use an id again in another year, so it takes all of it to tell one from another.
 */
export const bankStatement = pgTable(
  'bank_statement',
  {
    id: id(),
    seq: serial('seq').notNull().unique(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => bankFile.id),
    iban: text('iban').notNull(),
    statementId: text('statement_id').notNull(),
    number: text('number'),
    fromOn: calendarColumn('from_on'),
    toOn: calendarColumn('to_on'),
    openingCents: centsColumn('opening_cents').notNull(),
    closingCents: centsColumn('closing_cents').notNull(),
  },
  (t) => [
    unique('bank_statement_once')
      .on(t.iban, t.statementId, t.number, t.fromOn, t.toOn, t.openingCents, t.closingCents)
      .nullsNotDistinct(),
  ],
);

/** One movement on a statement; cents, positive is into the account. */
export const bankLine = pgTable(
  'bank_line',
  {
    id: id(),
    statementId: uuid('statement_id')
      .notNull()
      .references(() => bankStatement.id),
    position: integer('position').notNull(),
    bookedOn: calendarColumn('booked_on').notNull(),
    cents: centsColumn('cents').notNull(),
    endToEndId: text('end_to_end_id'),
    batchId: text('batch_id'),
    counterName: text('counter_name'),
    counterIban: text('counter_iban'),
    text: text('text').notNull(),
    returnReason: text('return_reason'),
  },
  (t) => [
    unique('bank_line_position').on(t.statementId, t.position),
    index('bank_line_figures').on(t.bookedOn, t.cents),
    check('bank_line_booked_on', sql`${t.bookedOn} ${within(windows.other)}`),
    check('bank_line_not_zero', sql`${t.cents} <> 0`),
  ],
);

/**
 * What a movement turned out to be: a payment of ours that left or came back, money for a source or a claim, a double of a
 * line on another statement, what the bank takes, or money that is set apart, and what became of that. A movement of many
 * payments has as many rows. `reason` is why a person says so.
 */
export const bankMatch = pgTable(
  'bank_match',
  {
    id: id(),
    lineId: uuid('line_id')
      .notNull()
      .references(() => bankLine.id),
    kind: text('kind').$type<MatchKind>().notNull(),
    paymentLineId: uuid('payment_line_id').references(() => paymentLine.id),
    entryId: entryId().unique(),
    doubleOf: uuid('double_of').references(() => bankLine.id),
    reason: text('reason'),
    matchedBy: uuid('matched_by')
      .notNull()
      .references(() => person.id),
    matchedAt: instant('matched_at').notNull(),
  },
  (t) => [
    index('bank_match_line').on(t.lineId),
    unique('bank_match_payment').on(t.kind, t.paymentLineId),
    check(
      'bank_match_kind',
      sql`${t.kind} in ('payment', 'return', 'receipt', 'clawback', 'double', 'bankCost', 'parked', 'notOurs', 'assigned')`,
    ),
    check(
      'bank_match_payment_line',
      sql`(${t.kind} in ('payment', 'return')) = (${t.paymentLineId} is not null)`,
    ),
    // Older books paid when a list was approved: there the bank only confirmed.
    check(
      'bank_match_entry',
      sql`case ${t.kind} when 'payment' then true when 'double' then ${t.entryId} is null else ${t.entryId} is not null end`,
    ),
    check('bank_match_double', sql`(${t.kind} = 'double') = (${t.doubleOf} is not null)`),
    check(
      'bank_match_reason',
      sql`${t.kind} <> 'notOurs' or coalesce(char_length(${t.reason}), 0) between 1 and ${signs(500)}`,
    ),
  ],
);
