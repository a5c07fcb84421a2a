import { wijkBudgets, type WijkBudget } from '#db/reads/money/wijk-budget';
import { may } from '~/domain/access/policy';
import { type Visit } from './visit.server';

/** The wijken whose books this person may read (a gebiedsmanager only their own), with their money of a year. */
export async function readableWijken(
  { context: { db, actor, today } }: Visit,
  year: number,
): Promise<WijkBudget[]> {
  const wijken = await wijkBudgets(db, year, today);
  return wijken.filter(({ id }) => may(actor, 'money.readAll', { areaId: id }).allow);
}
