import { integer, pgTable } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** A year of bookkeeping; nothing is booked in a closed one. */
export const period = pgTable('period', {
  year: integer('year').primaryKey(),
  closedAt: instant('closed_at'),
});
