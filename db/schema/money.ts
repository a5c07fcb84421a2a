import { sql } from 'drizzle-orm';
import { check, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { type MoneyTaskKind } from '~/domain/money/task';
import { id, instant, sha256 } from './columns';
import { person } from './people';
import { bankFile } from './payments';

/** Long work that somebody asked for, taken up again after a crash. */
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
