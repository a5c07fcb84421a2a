import { eq, sql } from 'drizzle-orm';
import { ownMoneyOf } from '~/domain/ledger/source';
import { type Transaction } from '../../client';
import { source } from '../../schema';

/** The id of the source that stands for the gemeente's own money of a year, made when it is first needed. */
export async function ownMoney(tx: Transaction, year: number): Promise<string> {
  const row = ownMoneyOf(year);
  await tx
    .insert(source)
    .values({ ...row, id: sql`gen_random_uuid()` })
    .onConflictDoNothing();
  const [found] = await tx.select({ id: source.id }).from(source).where(eq(source.code, row.code));
  if (!found) throw new Error(`no source ${row.code}`);
  return found.id;
}
