import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, sum } from '../money/cents';
import { accounts, onNormalSide } from './accounts';
import { attribute } from './attribution';
import { balancesOf, budgetOf, type Measure, measures, signIn, totalBudget } from './balance';
import { type Leg, type Share } from './posting';
import {
  advanceLegs,
  grantLegs,
  paymentLegs,
  paymentOrderLegs,
  pledgeLegs,
  receiptLegs,
  releaseLegs,
  reservationLegs,
  reversalLegs,
} from './rules';
import { clawbackLegs, settle, settlementLegs } from './settlement';

const pool = { areaId: 'soes', year: 2026 };
const pledged: Share[] = [
  { sourceId: 'wmo', cents: cents(1500000) },
  { sourceId: 'jeugd', cents: cents(1000000) },
  { sourceId: 'leef', cents: cents(500000) },
];

const shares = (...amounts: number[]): Share[] =>
  pledged.map(({ sourceId }, index) => ({ sourceId, cents: cents(amounts[index] ?? 0) }));

/** An amount shared over what stands on one kind of account, as a use case does it. */
function sharesOf(legs: Leg[], kind: 'available' | 'reserved' | 'committed', amount: bigint): Share[] {
  const standing = balancesOf(legs).filter((balance) => balance.account.kind === kind);
  const standings = standing.map(({ sourceId, cents: held }) => ({
    sourceId,
    weight: cents(onNormalSide(kind, held)),
    attributed: cents(0),
  }));
  return attribute(cents(amount), standings);
}

/** Ordered from the bank, and told to be paid. */
const paid = (of: readonly Share[], id: string) => [
  ...paymentOrderLegs(of, pool, id),
  ...paymentLegs(of, pool, id),
];

describe('balancesOf', () => {
  test('adds up per account and source, and keeps what came to zero', () => {
    const legs = [
      ...pledgeLegs(pledged.slice(0, 2), pool),
      ...receiptLegs([{ sourceId: 'wmo', cents: cents(1500000) }]),
    ];
    expect(balancesOf(legs).map((row) => [row.account.code, row.sourceId, row.cents])).toEqual([
      ['bank', 'wmo', 1500000n],
      ['pool:soes:2026:beschikbaar', 'jeugd', -1000000n],
      ['pool:soes:2026:beschikbaar', 'wmo', -1500000n],
      ['te_ontvangen:jeugd', 'jeugd', 1000000n],
      ['te_ontvangen:wmo', 'wmo', 0n],
    ]);
  });

  test('no postings, no balances', () => {
    expect(balancesOf([])).toEqual([]);
  });

  test.each(['', ' ', '|', ',', '","'])('keeps code and source apart around %j', (mark) => {
    const legs: Leg[] = [
      { account: accounts.receivable('a'), sourceId: `b${mark}c`, cents: cents(1) },
      { account: accounts.receivable(`a${mark}b`), sourceId: 'c', cents: cents(2) },
    ];
    expect(balancesOf(legs)).toHaveLength(2);
  });

  test('the order of postings does not matter', () => {
    const legs = [
      ...pledgeLegs(pledged, pool),
      ...reservationLegs(pledged.slice(0, 2), pool, 'i1'),
      ...receiptLegs(pledged),
      ...releaseLegs(pledged.slice(1, 2), pool, 'i1'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(legs, { minLength: legs.length }), (shuffled) => {
        expect(balancesOf(shuffled)).toEqual(balancesOf(legs));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('budgetOf', () => {
  test('an empty pool is all zeros', () => {
    expect(budgetOf([])).toEqual({ budget: 0n, reserved: 0n, granted: 0n, paid: 0n, left: 0n, settled: 0n });
  });

  test('follows E4 from pledge to payment', () => {
    const legs: Leg[] = [];
    const after = (more: Leg[]) => {
      legs.push(...more);
      return budgetOf(balancesOf(legs));
    };
    const start = { budget: 3000000n, reserved: 0n, granted: 0n, paid: 0n, left: 3000000n, settled: 0n };
    expect(after(pledgeLegs(pledged, pool))).toEqual(start);
    expect(after(receiptLegs(pledged))).toEqual(start);

    const reserved = sharesOf(legs, 'available', 400000n);
    expect(reserved.map((share) => share.cents)).toEqual([133333n, 66667n, 200000n]);
    expect(after(reservationLegs(reserved, pool, 'i1'))).toEqual({
      ...start,
      reserved: 400000n,
      left: 2600000n,
    });

    const grant = { reserved, granted: cents(361275), pool, applicationId: 'i1', grantId: 'g1' };
    const granted = { ...start, granted: 361275n, left: 2638725n };
    expect(after(grantLegs(grant))).toEqual(granted);

    const advance = sharesOf(legs, 'committed', 200000n);
    // Approved and waiting for its payment is not paid.
    expect(after(advanceLegs(advance, pool, 'g1'))).toEqual(granted);
    // Nor is what the bank was ordered to pay, until its statement tells that it did.
    expect(after(paymentOrderLegs(advance, pool, 'g1'))).toEqual(granted);
    expect(after(paymentLegs(advance, pool, 'g1'))).toEqual({ ...granted, granted: 161275n, paid: 200000n });

    // The payment comes back from the bank, and waits again.
    expect(after(reversalLegs(paymentLegs(advance, pool, 'g1')))).toEqual(granted);
    expect(after(reversalLegs(paymentOrderLegs(advance, pool, 'g1')))).toEqual(granted);
  });

  test('follows E4b through its settlement: what is asked back counts as paid until it comes in', () => {
    const committed = shares(200000, 133333, 66667);
    const advanced = shares(150000, 100000, 50000);
    const grant = { pool, grantId: 'g1', taskField: '6.1' as const, kolomOf: () => 'wmo' as const };
    const reserve = reservationLegs(committed, pool, 'i1');
    const legs: Leg[] = [...pledgeLegs(pledged, pool), ...reserve];
    const granted = cents(400000);
    legs.push(...grantLegs({ reserved: committed, granted, pool, applicationId: 'i1', grantId: 'g1' }));
    legs.push(...advanceLegs(advanced, pool, 'g1'), ...paid(advanced, 'g1'));
    const plan = settle(cents(261275), committed, advanced);
    legs.push(...settlementLegs(grant, plan, committed, advanced));
    const settled = { budget: 3000000n, reserved: 0n, granted: 0n, settled: 261275n };
    expect(budgetOf(balancesOf(legs))).toEqual({ ...settled, paid: 300000n, left: 2700000n });
    legs.push(...clawbackLegs(plan.claimed, grant));
    expect(budgetOf(balancesOf(legs))).toEqual({ ...settled, paid: 261275n, left: 2738725n });
  });

  test('follows E4: what is short after the settlement is granted until it is paid', () => {
    const committed = shares(200000, 133333, 66667);
    const advanced = shares(100000, 66667, 33333);
    const grant = { pool, grantId: 'g1', taskField: '6.1' as const, kolomOf: () => 'wmo' as const };
    const legs: Leg[] = [...pledgeLegs(pledged, pool), ...reservationLegs(committed, pool, 'i1')];
    const granted = cents(400000);
    legs.push(...grantLegs({ reserved: committed, granted, pool, applicationId: 'i1', grantId: 'g1' }));
    legs.push(...advanceLegs(advanced, pool, 'g1'), ...paid(advanced, 'g1'));
    const plan = settle(cents(361275), committed, advanced);
    legs.push(...settlementLegs(grant, plan, committed, advanced));
    const settled = { budget: 3000000n, reserved: 0n, left: 2638725n, settled: 361275n };
    expect(budgetOf(balancesOf(legs))).toEqual({ ...settled, granted: 161275n, paid: 200000n });
    legs.push(...paid(plan.after, 'g1'));
    expect(budgetOf(balancesOf(legs))).toEqual({ ...settled, granted: 0n, paid: 361275n });
  });

  test('budget is left + reserved + granted + paid after any history, and the budget stays what was pledged', () => {
    const step = fc.tuple(
      fc.constantFrom('reserve' as const, 'release' as const, 'grant' as const, 'pay' as const),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const legs: Leg[] = pledgeLegs(pledged, pool);
        steps.forEach(([act, part], index) => legs.push(...play(legs, act, part, `${index}`)));
        const budget = budgetOf(balancesOf(legs));
        expect(sum([budget.left, budget.reserved, budget.granted, budget.paid])).toBe(budget.budget);
        expect(budget.budget).toBe(3000000n);
        expect(Object.values(budget).every((amount) => amount >= 0n)).toBe(true);
        expect(sum(balancesOf(legs).map((row) => row.cents))).toBe(0n);
      }),
      { numRuns: 1000 },
    );
  });
});

/** One act of a made-up history over a part of what can still be moved; nothing when that is nothing. */
function play(legs: Leg[], act: 'reserve' | 'release' | 'grant' | 'pay', part: number, id: string): Leg[] {
  const { left, reserved, granted } = budgetOf(balancesOf(legs));
  const of = { reserve: left, release: reserved, grant: reserved, pay: granted }[act];
  const amount = BigInt(Math.floor(Number(of) * part));
  if (amount === 0n) return [];
  if (act === 'reserve') return reservationLegs(sharesOf(legs, 'available', amount), pool, 'i');
  if (act === 'release') return releaseLegs(sharesOf(legs, 'reserved', amount), pool, 'i');
  if (act === 'grant') {
    const all = sharesOf(legs, 'reserved', reserved);
    return grantLegs({ reserved: all, granted: cents(amount), pool, applicationId: 'i', grantId: 'g' });
  }
  const shares = sharesOf(legs, 'committed', amount);
  return [...advanceLegs(shares, pool, id), ...paid(shares, id)];
}

describe('several budgets as one', () => {
  const one = budgetOf([{ account: { kind: 'available' }, cents: cents(-700) }]);
  const other = budgetOf([
    { account: { kind: 'available' }, cents: cents(-100) },
    { account: { kind: 'reserved' }, cents: cents(-40) },
    { account: { kind: 'committed' }, cents: cents(-30) },
    { account: { kind: 'advance' }, cents: cents(20) },
  ]);

  test('adds each part', () => {
    expect(totalBudget([one, other])).toEqual({
      budget: 870n,
      reserved: 40n,
      granted: 10n,
      paid: 20n,
      left: 800n,
      settled: 0n,
    });
    expect(totalBudget([])).toEqual({
      budget: 0n,
      reserved: 0n,
      granted: 0n,
      paid: 0n,
      left: 0n,
      settled: 0n,
    });
  });
});

test('the sign of an account in a measure sums its balances to that measure', () => {
  const legs = [...pledgeLegs(pledged, pool), ...reservationLegs(shares(5, 4, 3), pool, 'i1')];
  const balances = balancesOf([...legs, ...advanceLegs(shares(3, 2, 1), pool, 'g1')]);
  const budget = budgetOf(balances);
  for (const measure of Object.keys(measures) as Measure[]) {
    const signed = balances.map((row) => cents(signIn(measure, row.account.kind) * row.cents));
    expect(sum(signed)).toBe(budget[measure]);
  }
});
