import { desc } from 'drizzle-orm';
import { type PerHead, perHead, shareSpent } from '~/domain/area/spending';
import { type CalendarDate } from '~/domain/calendar';
import { type Budget } from '~/domain/ledger/balance';
import { type Queryable } from '../../client';
import { pool } from '../../schema';
import { type Wijk, wijkenOn } from '../area/area';
import { type AreaBudget, budgetsByArea } from '../ledger/account';

/**
 * A wijk with its money of one year, in cents. `share` is the whole percentage that is granted or paid, null without
 * a budget; `perHead` is the budget per inhabitant (domain.md E7).
 */
export type WijkBudget = Wijk & Budget & { poolId: string | null; share: number | null; perHead: PerHead };

/** The money of every wijk of this gemeente in a year, by name; all zero for a wijk without a pool. */
export async function wijkBudgets(db: Queryable, year: number, on: CalendarDate): Promise<WijkBudget[]> {
  const [wijken, budgets] = await Promise.all([wijkenOn(db, on), budgetsByArea(db, year)]);
  return wijken.flatMap((wijk) => {
    const budget = budgets.find(({ areaId }) => areaId === wijk.id);
    return budget ? [together(wijk, budget)] : [];
  });
}

/** The years in which a wijk has money, newest first. */
export async function yearsWithMoney(db: Queryable): Promise<number[]> {
  const rows = await db.selectDistinct({ year: pool.year }).from(pool).orderBy(desc(pool.year));
  return rows.map(({ year }) => year);
}

function together(wijk: Wijk, money: AreaBudget): WijkBudget {
  const { budget, reserved, granted, paid, left, settled, poolId } = money;
  const amounts = { budget, reserved, granted, paid, left, settled };
  return {
    ...wijk,
    ...amounts,
    poolId,
    share: shareSpent(money),
    perHead: perHead(budget, wijk.inhabitants),
  };
}
