import { wijkenOn } from '#db/reads/area/area';
import { moneyCells } from '#db/reads/money/as-of';
import { partiesOfYear } from '#db/reads/money/rows';
import { perHead, perHeadOf } from '~/domain/area/spending';
import { type CalendarDate } from '~/domain/calendar';
import { type Theme, themes } from '~/domain/initiative/purpose';
import { type Budget, totalBudget } from '~/domain/ledger/balance';
import { amountOf, budgetOfCells, budgetsBy, flowOf, type MoneyCell } from '~/domain/ledger/figure';
import { kolommen } from '~/domain/ledger/kolom';
import { pageOf } from '~/domain/paging';
import { pageIn } from '~/http/address.server';
import { pictureOf } from './flow-picture.server';
import { type Visit } from '~/http/visit.server';

/** All money of a year at the end of a day (now without one): per kolom, wijk, theme and source, and how it flows. */
export async function cityMoney(visit: Visit, year: number, on: CalendarDate | null) {
  const { db, today } = visit.context;
  const [cells, { wijken, sources }, existing] = await Promise.all([
    moneyCells(db, { year }, on),
    partiesOfYear(db, year),
    wijkenOn(db, today),
  ]);
  const flow = flowOf(cells);
  const perTheme = rowsBy(cells, [...themes, null], ({ theme }) => theme);
  const perWijk = rowsBy(
    cells,
    wijken.map(({ slug }) => slug),
    ({ wijk }) => wijk,
  ).map((row) => {
    const inhabitants = existing.find(({ slug }) => slug === row.key)?.inhabitants ?? null;
    return { ...row, inhabitants, perHead: perHead(row.budget.budget, inhabitants) };
  });
  return {
    total: budgetOfCells(cells),
    perKolom: rowsBy(cells, kolommen, ({ kolom }) => kolom),
    perWijk,
    perTheme,
    perSource: pageOf(
      rowsBy(
        cells,
        sources.map(({ code }) => code),
        ({ source }) => source,
      ),
      pageIn(visit, 'bronnen'),
      25,
    ),
    perHead: perHeadOf(
      existing.map(({ slug, inhabitants }) => ({
        inhabitants,
        budget: perWijk.find(({ key }) => key === slug)?.budget.budget ?? totalBudget([]).budget,
      })),
    ),
    names: { wijken: wijken.map(({ slug, name }) => ({ slug, name })), sources },
    existing: existing.map(({ slug }) => slug),
    foremost: foremostOf(perTheme),
    flow,
    picture: pictureOf(
      flow,
      wijken.map(({ slug }) => slug),
    ),
  };
}

/** The cells per key, in this order of keys, where there is or was money. */
function rowsBy<Key>(cells: readonly MoneyCell[], keys: readonly Key[], keyOf: (cell: MoneyCell) => Key) {
  const budgets = budgetsBy(cells, keyOf);
  return keys.flatMap((key) => {
    const budget = budgets.get(key);
    return budget && Object.values(budget).some((amount) => amount !== 0n) ? [{ key, budget }] : [];
  });
}

/** The theme to which most was given; null while nothing was. */
function foremostOf(rows: readonly { key: Theme | null; budget: Budget }[]): Theme | null {
  const most = rows.reduce<{ key: Theme | null; given: bigint }>(
    (best, { key, budget }) => {
      const given = amountOf('given', budget);
      return key !== null && given > best.given ? { key, given } : best;
    },
    { key: null, given: 0n },
  );
  return most.key;
}
