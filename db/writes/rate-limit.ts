import { eq, sql } from 'drizzle-orm';
import { type Budget } from '~/domain/access/limits';
import { type Queryable } from '../client';
import { rateLimit } from '../schema';

/** How long it takes until one of a budget is back, in milliseconds. */
const each = ({ most, minutes }: Budget) => Math.ceil((minutes * 60_000) / most);

/**
 * Takes one of the budget under `key`. Answers null when there was one, or else the moment at which there is again;
 * then nothing was taken. What is kept is when the budget is whole again (the generic cell rate algorithm): one
 * statement, so that takers at the same moment count each, and a restart forgets none.
 */
export async function spend(db: Queryable, key: string, budget: Budget, now: Date): Promise<Date | null> {
  const one = each(budget);
  const whole = sql`greatest(${rateLimit.expire}, ${now.toISOString()}::timestamptz) + ${one} * interval '1 ms'`;
  const room = new Date(now.getTime() + one * budget.most).toISOString();
  const [spent] = await db
    .insert(rateLimit)
    .values({ key, expire: new Date(now.getTime() + one) })
    .onConflictDoUpdate({
      target: rateLimit.key,
      set: { expire: whole },
      setWhere: sql`${whole} <= ${room}::timestamptz`,
    })
    .returning({ key: rateLimit.key });
  if (spent) return null;
  const [row] = await db.select({ expire: rateLimit.expire }).from(rateLimit).where(eq(rateLimit.key, key));
  return new Date((row?.expire ?? now).getTime() - one * (budget.most - 1));
}
