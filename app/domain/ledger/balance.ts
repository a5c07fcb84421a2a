import { add, type Cents, cents, subtract, sum, zero } from '../money/cents';
import { type Account, type AccountKind, onNormalSide } from './accounts';
import { type Leg } from './posting';

/** What stands on one account for one funding source; cents, debit positive. */
export type Balance = Readonly<{ account: Account; sourceId: string; cents: Cents }>;

/** A pool's year in cents; `budget` is always the sum of the other four. */
export type Budget = Readonly<{ budget: Cents; reserved: Cents; granted: Cents; paid: Cents; left: Cents }>;

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
 * Where the money of a pool stands: left to decide about, reserved, granted and not yet paid, paid from the bank.
 * Give it the balances of that pool's own accounts and of its grants (`account.pool`); others do not count.
 */
export function budgetOf(balances: readonly { account: { kind: AccountKind }; cents: Cents }[]): Budget {
  const on = (kind: AccountKind) =>
    cents(
      onNormalSide(kind, sum(balances.filter((row) => row.account.kind === kind).map((row) => row.cents))),
    );
  const left = on('available');
  const reserved = on('reserved');
  const committed = on('committed');
  // An approved advance that still waits for its payment is granted, not paid.
  const paid = subtract(on('advance'), on('payable'));
  const granted = subtract(committed, paid);
  return { budget: sum([left, reserved, committed]), reserved, granted, paid, left };
}

/** Several budgets as one. */
export function totalOf(budgets: readonly Budget[]): Budget {
  const total = (part: keyof Budget) => sum(budgets.map((each) => each[part]));
  return {
    budget: total('budget'),
    reserved: total('reserved'),
    granted: total('granted'),
    paid: total('paid'),
    left: total('left'),
  };
}
