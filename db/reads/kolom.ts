import { type CalendarDate } from '~/domain/calendar';
import { type Budget } from '~/domain/ledger/balance';
import { budgetsBy } from '~/domain/ledger/figure';
import { type Kolom, kolommen } from '~/domain/ledger/kolom';
import { type Queryable } from '../client';
import { moneyCells } from './money-as-of';

/** What a kolom brought into the pools and where that stands, in cents. */
export type KolomBudget = Budget & { kolom: Kolom };

/**
 * The report per kolom of a pool or of all pools of a year, at the end of a day (now without one), in the fixed order;
 * kolommen that brought nothing are left out. It sums to the budget of the pools.
 */
export async function kolomReport(
  db: Queryable,
  which: { year: number } | { poolId: string },
  on: CalendarDate | null = null,
): Promise<KolomBudget[]> {
  const budgets = budgetsBy(await moneyCells(db, which, on), ({ kolom }) => kolom);
  return kolommen.flatMap((kolom) => {
    const budget = budgets.get(kolom);
    return budget ? [{ kolom, ...budget }] : [];
  });
}
