import { sql } from 'drizzle-orm';
import { check, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { type SeatKind } from '~/domain/council/composition';
import { bounds, type RuleNumber } from '~/domain/council/rules-of-order';
import { calendarColumn, id, within } from './columns';
import { body } from './council';
import { windows } from '~/domain/windows';

const between = (name: RuleNumber) => sql.raw(`between ${bounds[name].join(' and ')}`);

/** The rules of order of a council from a day on, until the next version. Never changed: a new version follows. */
export const rulesOfOrder = pgTable(
  'rules_of_order',
  {
    id: id(),
    bodyId: uuid('body_id')
      .notNull()
      .references(() => body.id),
    validFrom: calendarColumn('valid_from').notNull(),
    noticeDays: smallint('notice_days').notNull(),
    termYears: smallint('term_years').notNull(),
    minSeats: smallint('min_seats').notNull(),
    maxSeats: smallint('max_seats').notNull(),
    residentsPct: smallint('residents_pct').notNull(),
    graceDays: smallint('grace_days').notNull(),
    votingKinds: text('voting_kinds').array().$type<SeatKind[]>().notNull(),
  },
  (t) => [
    unique('rules_of_order_once').on(t.bodyId, t.validFrom),
    check('rules_of_order_valid_from', sql`${t.validFrom} ${within(windows.other)}`),
    check('rules_of_order_notice', sql`${t.noticeDays} ${between('noticeDays')}`),
    check('rules_of_order_term', sql`${t.termYears} ${between('termYears')}`),
    check('rules_of_order_min', sql`${t.minSeats} ${between('minSeats')}`),
    check('rules_of_order_max', sql`${t.maxSeats} ${between('maxSeats')} and ${t.maxSeats} >= ${t.minSeats}`),
    check('rules_of_order_residents', sql`${t.residentsPct} ${between('residentsPct')}`),
    check('rules_of_order_grace', sql`${t.graceDays} ${between('graceDays')}`),
    check(
      'rules_of_order_voting',
      sql`${t.votingKinds} <@ array['resident', 'professional', 'networker', 'areaManager'] and 'resident' = any (${t.votingKinds})`,
    ),
  ],
);
