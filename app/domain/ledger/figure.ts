import { type Theme } from '../initiative/purpose';
import { add, type Cents, sum } from '../money/cents';
import { type AccountKind, accountKinds } from './accounts';
import { type Budget, budgetOf, type Measure, signIn } from './balance';
import { type Kolom } from './kolom';

/** What a number on a page counts: one measure, or what was given away (granted and paid together). */
export const figures = {
  budget: ['budget'],
  left: ['left'],
  reserved: ['reserved'],
  granted: ['granted'],
  paid: ['paid'],
  settled: ['settled'],
  given: ['granted', 'paid'],
} as const satisfies Record<Measure | 'given', readonly Measure[]>;

export type Figure = keyof typeof figures;

/** The amount of a figure, in cents. */
export function amountOf(figure: Figure, budget: Budget): Cents {
  return sum(figures[figure].map((measure) => budget[measure]));
}

/** How each kind of account counts in a figure, debit positive: 1 or -1; kinds that do not count are left out. */
export function signsIn(figure: Figure): [AccountKind, bigint][] {
  return (Object.keys(accountKinds) as AccountKind[])
    .map((kind): [AccountKind, bigint] => [kind, signOf(figure, kind)])
    .filter(([, sign]) => sign !== 0n);
}

/** What moved on the pools of a year for one source, wijk, theme and kind of account; cents, debit positive. */
export type MoneyCell = Readonly<{
  source: string;
  kolom: Kolom;
  wijk: string;
  /** Of the initiative that the money is for; null while it is for none. */
  theme: Theme | null;
  kind: AccountKind;
  cents: Cents;
}>;

/** The cells added up to one budget per key, in the order in which the keys first come. */
export function budgetsBy<Key>(
  cells: readonly MoneyCell[],
  keyOf: (cell: MoneyCell) => Key,
): Map<Key, Budget> {
  const groups = new Map<Key, MoneyCell[]>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  }
  return new Map([...groups].map(([key, group]) => [key, budgetOfCells(group)]));
}

/** All cells as one budget. */
export function budgetOfCells(cells: readonly MoneyCell[]): Budget {
  return budgetOf(cells.map(({ kind, cents }) => ({ account: { kind }, cents })));
}

/** Where money of a wijk went: to a theme (granted or paid), or still reserved, or free. */
export type Goal = Theme | 'reserved' | 'left';

/** A band of the flow: money that went from one place to the next, in cents. */
export type Band<From, To> = Readonly<{ from: From; to: To; cents: Cents }>;

/** The flow kolommen → wijken → goals; bands without money are left out. Both halves add up to the same budget. */
export type Flow = Readonly<{ in: Band<Kolom, string>[]; out: Band<string, Goal>[] }>;

/** Follows the cells through the wijken (domain.md §1, ontschotten). */
export function flowOf(cells: readonly MoneyCell[]): Flow {
  const into = new Map<string, Band<Kolom, string>>();
  const out = new Map<string, Band<string, Goal>>();
  for (const cell of cells) {
    const { kolom, wijk, theme } = cell;
    const budget = budgetOfCells([cell]);
    put(into, { from: kolom, to: wijk, cents: budget.budget });
    put(out, { from: wijk, to: 'left', cents: budget.left });
    put(out, { from: wijk, to: 'reserved', cents: budget.reserved });
    if (theme !== null) put(out, { from: wijk, to: theme, cents: amountOf('given', budget) });
  }
  return { in: withMoney(into), out: withMoney(out) };
}

function put<From extends string, To extends string>(
  bands: Map<string, Band<From, To>>,
  band: Band<From, To>,
): void {
  const key = JSON.stringify([band.from, band.to]);
  const before = bands.get(key);
  bands.set(key, before ? { ...band, cents: add(before.cents, band.cents) } : band);
}

function withMoney<B extends Band<string, string>>(bands: ReadonlyMap<string, B>): B[] {
  return [...bands.values()].filter(({ cents }) => cents > 0n);
}

function signOf(figure: Figure, kind: AccountKind): bigint {
  return figures[figure].reduce<bigint>((sign, measure) => sign + signIn(measure, kind), 0n);
}
