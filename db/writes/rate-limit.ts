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
  const [at, room] = [now, new Date(now.getTime() + one * budget.most)].map((date) => date.toISOString());
  // What lies further ahead than a whole budget was spent by a clock that was put back since: it locks nobody out.
  const spentTill = sql`case when ${rateLimit.expire} > ${room}::timestamptz then ${at}::timestamptz else greatest(${rateLimit.expire}, ${at}::timestamptz) end`;
  const whole = sql`(${spentTill}) + ${one} * interval '1 ms'`;
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

/** Puts back one that was taken from the budget under `key`. */
export async function giveBack(db: Queryable, key: string, budget: Budget): Promise<void> {
  const expire = sql`${rateLimit.expire} - ${each(budget)} * interval '1 ms'`;
  await db.update(rateLimit).set({ expire }).where(eq(rateLimit.key, key));
}
