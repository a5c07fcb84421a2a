import { isClosed, poolsAtYearEnd } from '#db/reads/yearEnd/figures';
import { poolOf } from '#db/reads/ledger/pool';
import { type Transaction } from '#db/client';
import { type Booking } from '#db/writes/ledger/journal';
import { holdYear, lockRollover } from '#db/writes/ledger/lock';
import { type Pool } from '~/domain/ledger/accounts';
import { planYearEnd } from '~/domain/ledger/year-end';
import { bookPoolYearEnd } from './year-end.server';

/**
 * Money that comes free in a year that is closed goes at once where the year end would have sent it: on to the next
 * year, or back to its funder (JAAREINDE); what went on before, from any wijk, counts. Does nothing while the year is open.
 * Call it under the lock of the journal.
 */
export async function sweepLate(tx: Transaction, booking: Booking, pool: Pool, key: string): Promise<void> {
  await holdYear(tx, pool.year, 'shared');
  if (!(await isClosed(tx, pool.year))) return;
  const found = await poolOf(tx, pool);
  if (!found) return;
  await lockRollover(tx, pool.year);
  const [left] = await poolsAtYearEnd(tx, { poolId: found.id });
  const [plan] = left ? planYearEnd(pool.year, [left]) : [];
  if (!left || !plan) return;
  await bookPoolYearEnd(tx, booking, left, plan, `${key}:yearEnd:${pool.year}`);
  await sweepLate(tx, booking, { ...pool, year: pool.year + 1 }, key);
}
