import { sql } from 'drizzle-orm';
import { type Database } from '../client';
import { rateLimit } from '../schema';

/**
 * Counts one try under `key` and answers how many there were in this window. One statement, so that tries at the same
 * moment count each and a restart forgets none.
 */
export async function countTry(db: Database, key: string, now: Date, windowMs: number): Promise<number> {
  const expire = new Date(now.getTime() + windowMs);
  const over = sql`${rateLimit.expire} <= ${now.toISOString()}::timestamptz`;
  const [row] = await db
    .insert(rateLimit)
    .values({ key, points: 1, expire })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: {
        points: sql`case when ${over} then 1 else ${rateLimit.points} + 1 end`,
        expire: sql`case when ${over} then excluded.expire else ${rateLimit.expire} end`,
      },
    })
    .returning({ points: rateLimit.points });
  return row?.points ?? 1;
}
