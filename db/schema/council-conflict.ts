import { sql } from 'drizzle-orm';
import { check, foreignKey, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { type ConflictAnswer, type ConflictRuling } from '~/domain/lifecycle/conflict-report';
import { id, instant, signs } from './columns';
import { agendaItem, membership } from './council';

/** The interest of a member in an item (art. 28 Gemeentewet): declared, or because they ask for the money. */
export const conflictDeclaration = pgTable(
  'conflict_declaration',
  {
    itemId: uuid('item_id')
      .notNull()
      .references(() => agendaItem.id),
    membershipId: uuid('membership_id')
      .notNull()
      .references(() => membership.id),
    source: text('source').$type<'applicant' | 'coApplicant' | 'declared'>().notNull(),
    declaredAt: instant('declared_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.membershipId] }),
    check('conflict_source', sql`${t.source} in ('applicant', 'coApplicant', 'declared')`),
  ],
);

/** Somebody of the council says that another member has an interest in an item: once a member and item, for ever. */
export const conflictReport = pgTable(
  'conflict_report',
  {
    id: id(),
    itemId: uuid('item_id')
      .notNull()
      .references(() => agendaItem.id),
    membershipId: uuid('membership_id')
      .notNull()
      .references(() => membership.id),
    reportedBy: uuid('reported_by')
      .notNull()
      .references(() => membership.id),
    reason: text('reason').notNull(),
    reportedAt: instant('reported_at').notNull(),
  },
  (t) => [
    unique('conflict_report_once').on(t.itemId, t.membershipId),
    unique('conflict_report_member').on(t.id, t.membershipId),
    check('conflict_report_of_another', sql`${t.reportedBy} <> ${t.membershipId}`),
    check('conflict_report_reason', sql`char_length(${t.reason}) between 1 and ${signs(1000)}`),
  ],
);

/** What the member who was reported says to it, once; a denial has its reason. */
export const conflictAnswer = pgTable(
  'conflict_answer',
  {
    reportId: uuid('report_id').primaryKey(),
    /** The member who was reported: the key refuses everybody else. */
    answeredBy: uuid('answered_by').notNull(),
    answer: text('answer').$type<ConflictAnswer>().notNull(),
    reason: text('reason'),
    answeredAt: instant('answered_at').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'conflict_answer_by_member',
      columns: [t.reportId, t.answeredBy],
      foreignColumns: [conflictReport.id, conflictReport.membershipId],
    }),
    check('conflict_answer_kind', sql`${t.answer} in ('accepted', 'denied')`),
    check('conflict_answer_reason', sql`char_length(${t.reason}) between 1 and ${signs(1000)}`),
    check('conflict_answer_denied', sql`${t.answer} = 'accepted' or ${t.reason} is not null`),
  ],
);

/** What a third member rules on a report that was not accepted, once, with the reason. */
export const conflictRuling = pgTable(
  'conflict_ruling',
  {
    reportId: uuid('report_id')
      .primaryKey()
      .references(() => conflictReport.id),
    ruledBy: uuid('ruled_by')
      .notNull()
      .references(() => membership.id),
    ruling: text('ruling').$type<ConflictRuling>().notNull(),
    reason: text('reason').notNull(),
    ruledAt: instant('ruled_at').notNull(),
  },
  (t) => [
    check('conflict_ruling_kind', sql`${t.ruling} in ('sustained', 'dismissed')`),
    check('conflict_ruling_reason', sql`char_length(${t.reason}) between 1 and ${signs(1000)}`),
  ],
);
