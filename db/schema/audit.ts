import { bigserial, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** Who did what to which thing, when and why. Written in the transaction of the act; never changed. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    seq: bigserial('seq', { mode: 'bigint' }).primaryKey(),
    at: instant('at').notNull(),
    actorId: uuid('actor_id'),
    act: text('act').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    reason: text('reason'),
  },
  (t) => [index('audit_entry_subject').on(t.subjectKind, t.subjectId)],
);
