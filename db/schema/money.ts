import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
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
import { type SettlementGround } from '~/domain/ledger/grant';
import { type MoneyTaskKind } from '~/domain/money/task';
import { type MatchKind } from '~/domain/money/statement';
import { windows } from '~/domain/windows';
import { calendarColumn, centsColumn, id, instant, sha256, signs, within } from './columns';
import { initiative } from './initiative';
import { journalEntry } from './ledger';
import { person } from './people';

const entryId = () => bigint('entry_id', { mode: 'bigint' }).references(() => journalEntry.id);

/** To whose account a grant is paid; the newest row counts, and older ones stay to explain older payments. */
export const payee = pgTable(
  'payee',
  {
    id: id(),
    initiativeId: uuid('initiative_id')
      .notNull()
      .references(() => initiative.id),
    iban: text('iban').notNull(),
    name: text('name').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => person.id),
    recordedAt: instant('recorded_at').notNull(),
    seq: bigserial('seq', { mode: 'bigint' }).notNull(),
    /** Nothing is paid to it before a second person confirmed it; a trigger says so (domain/money/payee). */
    waits: boolean('waits').notNull().default(false),
  },
  (t) => [
    index('payee_initiative').on(t.initiativeId, t.seq),
    unique('payee_recorder').on(t.id, t.recordedBy),
    check('payee_iban', sql`${t.iban} ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'`),
    check('payee_name', sql`char_length(${t.name}) between 1 and ${signs(70)}`),
  ],
);

/** That somebody else than who recorded an account asked after it, and that it is right. */
export const payeeConfirmation = pgTable(
  'payee_confirmation',
  {
    payeeId: uuid('payee_id').primaryKey(),
    recordedBy: uuid('recorded_by').notNull(),
    confirmedBy: uuid('confirmed_by')
      .notNull()
      .references(() => person.id),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.payeeId, t.recordedBy], foreignColumns: [payee.id, payee.recordedBy] }),
    check('payee_confirmation_two_people', sql`${t.confirmedBy} <> ${t.recordedBy}`),
  ],
);

/** How a grant was settled: what it cost, what others paid, what the grantee keeps, and why it is lower (4:46 Awb). */
export const settlement = pgTable(
  'settlement',
  {
    entryId: entryId().primaryKey(),
    initiativeId: uuid('initiative_id')
      .notNull()
      .references(() => initiative.id),
    costCents: centsColumn('cost_cents').notNull(),
    otherIncomeCents: centsColumn('other_income_cents').notNull(),
    settledCents: centsColumn('settled_cents').notNull(),
    ground: text('ground').$type<SettlementGround>(),
    explanation: text('explanation').notNull(),
    settledOn: calendarColumn('settled_on').notNull(),
  },
  (t) => [
    index('settlement_initiative').on(t.initiativeId),
    check(
      'settlement_amounts',
      sql`${t.costCents} >= 0 and ${t.otherIncomeCents} >= 0 and ${t.settledCents} >= 0 and ${t.settledCents} <= greatest(0, ${t.costCents} - ${t.otherIncomeCents})`,
    ),
    check(
      'settlement_ground',
      sql`${t.ground} in ('notDone', 'obligations', 'wrongInformation', 'wrongGrant')`,
    ),
    check('settlement_explanation', sql`char_length(${t.explanation}) between 1 and ${signs(2000)}`),
  ],
);

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

/** One payment of a batch, with the payee as it was when the batch was made. */
export const paymentLine = pgTable(
  'payment_line',
  {
    id: id(),
    batchId: uuid('batch_id')
      .notNull()
      .references(() => paymentBatch.id),
    position: integer('position').notNull(),
    initiativeId: uuid('initiative_id')
      .notNull()
      .references(() => initiative.id),
    payeeId: uuid('payee_id')
      .notNull()
      .references(() => payee.id),
    cents: centsColumn('cents').notNull(),
    /** What the bank sends back with this payment: names it for ever. */
    endToEndId: text('end_to_end_id').notNull().unique(),
  },
  (t) => [
    unique('payment_line_position').on(t.batchId, t.position),
    unique('payment_line_once').on(t.batchId, t.initiativeId),
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

/** Which entry pays which line of an approved batch. */
export const paymentBooking = pgTable('payment_booking', {
  lineId: uuid('line_id')
    .primaryKey()
    .references(() => paymentLine.id),
  entryId: entryId().notNull().unique(),
});

/** A file that was handed in, as it came; work on it starts from here again after a crash. */
export const bankFile = pgTable('bank_file', {
  id: id(),
  sha256: sha256('sha256').notNull().unique(),
  text: text('text').notNull(),
  uploadedBy: uuid('uploaded_by')
    .notNull()
    .references(() => person.id),
  uploadedAt: instant('uploaded_at').notNull(),
});

/** A bank statement (afschrift), whole: what came in and went out of one account. */
export const bankStatement = pgTable(
  'bank_statement',
  {
    id: id(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => bankFile.id),
    iban: text('iban').notNull(),
    statementId: text('statement_id').notNull(),
    fromOn: calendarColumn('from_on'),
    toOn: calendarColumn('to_on'),
    openingCents: centsColumn('opening_cents').notNull(),
    closingCents: centsColumn('closing_cents').notNull(),
  },
  (t) => [unique('bank_statement_once').on(t.iban, t.statementId)],
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
    counterName: text('counter_name'),
    counterIban: text('counter_iban'),
    text: text('text').notNull(),
    returnReason: text('return_reason'),
  },
  (t) => [
    unique('bank_line_position').on(t.statementId, t.position),
    check('bank_line_booked_on', sql`${t.bookedOn} ${within(windows.other)}`),
    check('bank_line_not_zero', sql`${t.cents} <> 0`),
  ],
);

/** What a movement turned out to be: a payment of ours that arrived or came back, or money for a source or a claim. */
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
    matchedBy: uuid('matched_by')
      .notNull()
      .references(() => person.id),
    matchedAt: instant('matched_at').notNull(),
  },
  (t) => [
    index('bank_match_line').on(t.lineId),
    unique('bank_match_payment').on(t.kind, t.paymentLineId),
    check('bank_match_kind', sql`${t.kind} in ('payment', 'return', 'receipt', 'clawback')`),
    check(
      'bank_match_payment_line',
      sql`(${t.kind} in ('payment', 'return')) = (${t.paymentLineId} is not null)`,
    ),
    check('bank_match_entry', sql`(${t.kind} = 'payment') = (${t.entryId} is null)`),
  ],
);

/** Long work that somebody asked for: done whole or not at all, and taken up again after a crash. */
export const moneyTask = pgTable(
  'money_task',
  {
    id: id(),
    kind: text('kind').$type<MoneyTaskKind>().notNull(),
    year: integer('year'),
    fileId: uuid('file_id').references(() => bankFile.id),
    /** What the person saw and agreed to; other figures by then are refused. */
    previewHash: sha256('preview_hash'),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => person.id),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [
    check('money_task_kind', sql`${t.kind} in ('statement', 'yearEnd')`),
    check('money_task_statement', sql`(${t.kind} = 'statement') = (${t.fileId} is not null)`),
    check(
      'money_task_year_end',
      sql`(${t.kind} = 'yearEnd') = (${t.year} is not null and ${t.previewHash} is not null)`,
    ),
  ],
);

/** How long work ended: once. `refusal` is the code of what stood in the way. */
export const moneyTaskEnd = pgTable('money_task_end', {
  taskId: uuid('task_id')
    .primaryKey()
    .references(() => moneyTask.id),
  refusal: text('refusal'),
  detail: text('detail'),
  at: instant('ended_at').notNull(),
});

/** How far long work is; written beside the work, so that others can see it before it is done. */
export const moneyTaskProgress = pgTable(
  'money_task_progress',
  {
    taskId: uuid('task_id')
      .primaryKey()
      .references(() => moneyTask.id),
    done: integer('done').notNull(),
    total: integer('total').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [check('money_task_progress_part', sql`${t.done} between 0 and ${t.total}`)],
);
