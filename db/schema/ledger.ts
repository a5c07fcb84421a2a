import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  pgView,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { type AccountKind } from '~/domain/ledger/accounts';
import { type EntryKind } from '~/domain/ledger/kinds';
import { type TaskField } from '~/domain/ledger/task-field';
import { area } from './area';
import { calendarColumn, centsColumn, id, instant, sha256, signs } from './columns';
import { decision } from './council';
import { initiative } from './initiative';
import { person } from './people';
import { source } from './sources';

/** The money of one wijk in one year. */
export const pool = pgTable(
  'pool',
  {
    id: id(),
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id),
    year: integer('year').notNull(),
  },
  (t) => [unique('pool_once').on(t.areaId, t.year)],
);

/** A source's weight in a pool: what was left of it after the entry that last brought new money (domain.md §5.5). */
export const poolWeight = pgTable(
  'pool_weight',
  {
    poolId: uuid('pool_id')
      .notNull()
      .references(() => pool.id),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => source.id),
    weightCents: centsColumn('weight_cents').notNull(),
    sinceEntryId: bigint('since_entry_id', { mode: 'bigint' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.poolId, t.sourceId] }),
    foreignKey({ columns: [t.sinceEntryId], foreignColumns: [journalEntry.id] }),
    check('pool_weight_positive', sql`${t.weightCents} >= 0`),
  ],
);

export const account = pgTable(
  'account',
  {
    id: id(),
    code: text('code').notNull().unique(),
    kind: text('kind').$type<AccountKind>().notNull(),
    poolId: uuid('pool_id').references(() => pool.id),
    initiativeId: uuid('initiative_id').references(() => initiative.id),
    /** The taakveld of cost, the kolom of income. */
    detail: text('detail'),
    /** Debit is positive. A bound that is null does not bind. */
    minCents: centsColumn('min_cents'),
    maxCents: centsColumn('max_cents'),
  },
  (t) => [
    index('account_pool').on(t.poolId, t.kind),
    index('account_initiative').on(t.initiativeId),
    index('account_kind').on(t.kind),
  ],
);

/** What stands on an account per source; the bounds are copied from the account so that a CHECK can hold them. */
export const balance = pgTable(
  'balance',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => source.id),
    cents: centsColumn('cents').notNull(),
    minCents: centsColumn('min_cents'),
    maxCents: centsColumn('max_cents'),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.sourceId] }),
    check('balance_min', sql`${t.cents} >= ${t.minCents}`),
    check('balance_max', sql`${t.cents} <= ${t.maxCents}`),
  ],
);

/** What moved on an account per source and day, so that a balance at any date is a sum of days and not of postings. */
export const balanceDay = pgTable(
  'balance_day',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => source.id),
    day: calendarColumn('day').notNull(),
    cents: centsColumn('cents').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.sourceId, t.day] })],
);

/**
 * Where money stands in the pool of its own year: the balance, and what the end of the year took out of it. Cents, debit
 * positive. The database has the view.
 */
export const standing = pgView('standing', {
  accountId: uuid('account_id').notNull(),
  sourceId: uuid('source_id').notNull(),
  cents: centsColumn('cents').notNull(),
}).existing();

/**
 * A dagboek: one per wijk (and one for the whole gemeente, without area). Entries are numbered and hash-chained
 * per journal, and its row is the lock that every act on that wijk's money takes first.
 */
export const journal = pgTable('journal', {
  id: id(),
  code: text('code').notNull().unique(),
  areaId: uuid('area_id')
    .references(() => area.id)
    .unique(),
  lastNumber: integer('last_number').notNull().default(0),
  lastHash: sha256('last_hash').notNull(),
});

export const journalEntry = pgTable(
  'journal_entry',
  {
    id: bigserial('id', { mode: 'bigint' }).primaryKey(),
    journalId: uuid('journal_id')
      .notNull()
      .references(() => journal.id),
    number: integer('number').notNull(),
    kind: text('kind').$type<EntryKind>().notNull(),
    idempotencyKey: text('idempotency_key').notNull().unique(),
    requestHash: sha256('request_hash').notNull(),
    effectiveOn: calendarColumn('effective_on').notNull(),
    bookedAt: instant('booked_at').notNull(),
    reversesId: bigint('reverses_id', { mode: 'bigint' }).unique(),
    linkGroup: uuid('link_group'),
    decisionId: uuid('decision_id').references(() => decision.id),
    actorId: uuid('actor_id').references(() => person.id),
    reason: text('reason').notNull(),
    lineCount: smallint('line_count').notNull(),
    prevHash: sha256('prev_hash').notNull(),
    hash: sha256('hash').notNull().unique(),
  },
  (t) => [
    unique('journal_entry_number').on(t.journalId, t.number),
    foreignKey({ columns: [t.reversesId], foreignColumns: [t.id] }),
    check('journal_entry_lines', sql`${t.lineCount} >= 2`),
    check('journal_entry_reason', sql`char_length(${t.reason}) between 1 and ${signs(500)}`),
  ],
);

export const posting = pgTable(
  'posting',
  {
    entryId: bigint('entry_id', { mode: 'bigint' })
      .notNull()
      .references(() => journalEntry.id),
    line: smallint('line').notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => source.id),
    cents: centsColumn('cents').notNull(),
    taskField: text('task_field').$type<TaskField>().notNull(),
    balanceAfter: centsColumn('balance_after').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.line] }),
    index('posting_account').on(t.accountId),
    check('posting_not_zero', sql`${t.cents} <> 0`),
    check('posting_line', sql`${t.line} >= 1`),
    check('posting_task_field', sql`${t.taskField} ~ '^[0-9]{1,2}[.][0-9]{1,3}$'`),
  ],
);

/** The column of a row that belongs to a booked entry. */
export const entryId = () => bigint('entry_id', { mode: 'bigint' }).references(() => journalEntry.id);
