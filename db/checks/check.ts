import { type SQL } from 'drizzle-orm';
import { type Queryable } from '../client';

/** A row that should not be there: which one, and what is wrong with it. */
export type Finding = { subject: string; detail: string };

/** An invariant of the whole database: its meaning in one sentence, and how to find what breaks it. */
export type Check = { id: string; meaning: string; find: (db: Queryable) => Promise<Finding[]> };

/** A check in SQL; the query returns `subject` and `detail` of every violating row, and nothing when all is well. */
export function check(id: string, meaning: string, query: SQL): Check {
  const find = async (db: Queryable) => [
    ...(await db.execute<{ subject: string; detail: string | null }>(query)).map((row) => ({
      subject: String(row.subject),
      detail: String(row.detail ?? ''),
    })),
  ];
  return { id, meaning, find };
}
