import { sql } from 'drizzle-orm';
import { check, type Check } from './check';

/** What must be true of a closed year (domain.md §6). */
export const yearEndChecks: readonly Check[] = [
  check(
    'closed-year-empty',
    'In a closed year nothing is left to decide about.',
    sql`select a.code as subject, 'source ' || b.source_id || ' has ' || -b.cents as detail
      from balance b join account a on a.id = b.account_id join pool on pool.id = a.pool_id
        join period on period.year = pool.year and period.closed_at is not null
      where a.kind in ('available', 'reserved') and b.cents <> 0`,
  ),
];
