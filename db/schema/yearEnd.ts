import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, instant, sha256 } from './columns';
import { person } from './people';

/** A year of bookkeeping; nothing is booked in a closed one. */
export const period = pgTable('period', {
  year: integer('year').primaryKey(),
  closedAt: instant('closed_at'),
});

/** A year end that one person made ready, with the figures that were seen; the newest of a year is the one that counts. */
export const yearEndPreparation = pgTable(
  'year_end_preparation',
  {
    id: id(),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    previewHash: sha256('preview_hash').notNull(),
    preparedBy: uuid('prepared_by')
      .notNull()
      .references(() => person.id),
    preparedAt: instant('prepared_at').notNull(),
  },
  (t) => [
    unique('year_end_preparation_once').on(t.year, t.number),
    unique('year_end_preparation_maker').on(t.id, t.preparedBy),
    check('year_end_preparation_number', sql`${t.number} > 0`),
  ],
);

/** The end of a preparation: confirmed by somebody else than who made it, or withdrawn. */
export const yearEndVerdict = pgTable(
  'year_end_verdict',
  {
    preparationId: uuid('preparation_id').primaryKey(),
    verdict: text('verdict').$type<'confirmed' | 'withdrawn'>().notNull(),
    preparedBy: uuid('prepared_by').notNull(),
    by: uuid('given_by')
      .notNull()
      .references(() => person.id),
    at: instant('given_at').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'year_end_verdict_of',
      columns: [t.preparationId, t.preparedBy],
      foreignColumns: [yearEndPreparation.id, yearEndPreparation.preparedBy],
    }),
    check('year_end_verdict_kind', sql`${t.verdict} in ('confirmed', 'withdrawn')`),
    check('year_end_verdict_two_people', sql`${t.verdict} = 'withdrawn' or ${t.by} <> ${t.preparedBy}`),
  ],
);
