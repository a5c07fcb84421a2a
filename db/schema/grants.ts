import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { type SettlementGround } from '~/domain/ledger/grant';
import { calendarColumn, centsColumn, id, instant, signs } from './columns';
import { initiative } from './initiative';
import { person } from './people';
import { entryId } from './ledger';

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
