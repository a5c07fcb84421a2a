import { sql } from 'drizzle-orm';
import { type Transaction } from '../../client';
import { asRefusal } from '../ledger/refusal';

/** Closes a year for ever. Throws 'periodClosed' and 'moneyLeft'. */
export async function closePeriod(tx: Transaction, year: number, at: Date): Promise<void> {
  await tx.execute(sql`select close_period(${year}, ${at.toISOString()}::timestamptz)`).catch(asRefusal);
}
