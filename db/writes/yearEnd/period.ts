import { sql } from 'drizzle-orm';
import { type Transaction } from '../../client';
import { asRefusal } from '../ledger/refusal';

/** Closes a year for ever. Throws 'periodClosed', 'moneyLeft', and 'samePerson' for who made its year end ready. */
export async function closePeriod(
  tx: Transaction,
  { year, at, by }: { year: number; at: Date; by: string | null },
): Promise<void> {
  await tx
    .execute(sql`select close_period(${year}, ${at.toISOString()}::timestamptz, ${by}::uuid)`)
    .catch(asRefusal);
}
