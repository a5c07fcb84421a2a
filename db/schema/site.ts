import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { type CheckFinding, type CheckScope } from '~/domain/audit/check';
import { id, instant } from './columns';
import { person } from './people';

/** That somebody wants the invariants looked at, or the chains of the journals alone; nobody, for a command or the night. */
export const checkRun = pgTable(
  'check_run',
  {
    id: id(),
    scope: text('scope').$type<CheckScope>().notNull(),
    askedBy: uuid('asked_by').references(() => person.id),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [
    index('check_run_asked').on(t.scope, t.askedAt),
    check('check_run_scope', sql`${t.scope} in ('all', 'chain')`),
  ],
);

/** What such a look brought. `found` holds the first of what is wrong, `violations` counts it all. */
export const checkResult = pgTable(
  'check_result',
  {
    runId: uuid('run_id')
      .primaryKey()
      .references(() => checkRun.id),
    endedAt: instant('ended_at').notNull(),
    /** How many invariants, or journals. */
    checks: integer('checks').notNull(),
    /** How many entries of journals were read; of all invariants nobody counts that. */
    entries: integer('entries'),
    violations: integer('violations').notNull(),
    found: jsonb('found').$type<readonly CheckFinding[]>().notNull(),
  },
  (t) => [
    check('check_result_counts', sql`${t.checks} >= 0 and ${t.entries} >= 0 and ${t.violations} >= 0`),
    check(
      'check_result_found',
      sql`case jsonb_typeof(${t.found}) when 'array' then (jsonb_array_length(${t.found}) > 0) = (${t.violations} > 0) else false end`,
    ),
  ],
);

/** That a backup ended well: how much is in it, and whether it is sealed. Where it lies only its maker knows. */
export const backupMark = pgTable(
  'backup_mark',
  {
    id: id(),
    madeAt: instant('made_at').notNull(),
    rows: bigint('rows', { mode: 'number' }).notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    sealed: boolean('sealed').notNull(),
  },
  (t) => [
    index('backup_mark_made').on(t.madeAt),
    check('backup_mark_counts', sql`${t.rows} >= 0 and ${t.bytes} >= 0`),
  ],
);
