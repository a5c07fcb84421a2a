import { add, type Cents, cents, subtract, sum, zero } from '../money/cents';
import { type Account, type AccountKind, onNormalSide } from './accounts';
import { type Leg } from './posting';

/** What stands on one account for one funding source; cents, debit positive. */
export type Balance = Readonly<{ account: Account; sourceId: string; cents: Cents }>;

/**
 * What can be measured of a pool or a source: which kinds of account count, added or taken off on their normal side.
 * `budget` is always left + reserved + granted + paid; `settled` is the part of granted and paid that is accounted for.
 */
export const measures = {
  left: { plus: ['available'], minus: [] },
  reserved: { plus: ['reserved'], minus: [] },
  // What was approved is granted until the bank has told of its payment.
  granted: {
    plus: ['committed', 'blocked', 'income', 'payable', 'underWay'],
    minus: ['advance', 'cost', 'claim'],
  },
  paid: { plus: ['advance', 'cost', 'claim'], minus: ['payable', 'underWay'] },
  budget: { plus: ['available', 'reserved', 'committed', 'blocked', 'income'], minus: [] },
  settled: { plus: ['income'], minus: [] },
} as const satisfies Record<string, { plus: readonly AccountKind[]; minus: readonly AccountKind[] }>;

export type Measure = keyof typeof measures;

/** A pool's year in cents; `budget` is always the sum of left, reserved, granted (not yet paid) and paid. */
export type Budget = Readonly<Record<Measure, Cents>>;

/**
 * Folds postings into one balance per account and source, zero balances included. The order is that of account code
 * and source, whatever the order of the postings.
 */
export function balancesOf(legs: Iterable<Leg>): Balance[] {
  const found = new Map<string, Balance>();
  for (const leg of legs) {
    const key = JSON.stringify([leg.account.code, leg.sourceId]);
    const before = found.get(key)?.cents ?? zero;
    found.set(key, { account: leg.account, sourceId: leg.sourceId, cents: add(before, leg.cents) });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, balance]) => balance);
}

/**
 * Where the money of a pool stands: left to decide about, reserved, granted and not yet paid, paid from the bank, and
 * settled. Give it the balances of that pool's own accounts and of its grants (`account.pool`); others do not count.
 */
export function budgetOf(balances: readonly { account: { kind: AccountKind }; cents: Cents }[]): Budget {
  const on = (kind: AccountKind) =>
    cents(
      onNormalSide(kind, sum(balances.filter((row) => row.account.kind === kind).map((row) => row.cents))),
    );
  return everyMeasure((measure) =>
    subtract(sum(measures[measure].plus.map(on)), sum(measures[measure].minus.map(on))),
  );
}

/** Several budgets as one. */
export function totalBudget(budgets: readonly Budget[]): Budget {
  return everyMeasure((measure) => sum(budgets.map((each) => each[measure])));
}

/** How a kind of account counts in a measure, debit positive: 1, -1, or 0 when it does not. */
export function signIn(measure: Measure, kind: AccountKind): bigint {
  const { plus, minus }: { plus: readonly AccountKind[]; minus: readonly AccountKind[] } = measures[measure];
  const side = onNormalSide(kind, 1n);
  if (plus.includes(kind)) return side;
  return minus.includes(kind) ? -side : 0n;
}

function everyMeasure(of: (measure: Measure) => Cents): Budget {
  return {
    left: of('left'),
    reserved: of('reserved'),
    granted: of('granted'),
    paid: of('paid'),
    budget: of('budget'),
    settled: of('settled'),
  };
}
