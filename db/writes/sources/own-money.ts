import { eq, sql } from 'drizzle-orm';
import { ownMoneyCode } from '~/domain/ledger/source';
import { type Transaction } from '../../client';
import { source } from '../../schema';

/**
 * The id of the source that stands for the gemeente's own money of a year, made when it is first needed: the books know no
 * cent without a source, and what a bank takes for its work, or what is not ours, has no other.
 */
export async function ownMoney(tx: Transaction, year: number): Promise<string> {
  const code = ownMoneyCode(year);
  const row = { code, name: `Bankrekening ${year}`, funder: 'Gemeente', kolom: 'bedrijfsvoering' as const };
  await tx
    .insert(source)
    .values({ ...row, id: sql`gen_random_uuid()`, year, rollover: 'stays' })
    .onConflictDoNothing();
  const [found] = await tx.select({ id: source.id }).from(source).where(eq(source.code, code));
  if (!found) throw new Error(`no source ${code}`);
  return found.id;
}
