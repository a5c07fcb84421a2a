import { describe, expect, test } from 'vitest';
import { vote } from '../../../tests/support/voting';
import { type Cents, cents } from '../money/cents';
import { plainShares } from './add-one';
import { type Election } from './election';
import { type Shares } from './equal-shares';
import { brokenByShares, brokenByWinners, type Invariant } from './invariants';
import { type Price, Purses } from './purses';
import { type Race, raceOf } from './race';
import { CountBroken, type Rule, tally } from './tally';

// Everybody gets 25: a is paid by two in full, c by the third; then b has twice 5 against 40.
const cast = vote({
  budget: 100,
  costs: { a: 40, b: 40, c: 25, d: 200, e: 0 },
  ballots: ['2x a b', 'c', 'e d'],
});
const race = raceOf(cast);

/** Equal shares as they would be after these payments, true or not. */
function forged(
  steps: [project: number, price: Price][],
  more: Partial<Shares> = {},
  of: Race = race,
): Shares {
  const honest = plainShares(of, 'cost');
  const purses = new Purses(of.people, of.costs, honest.endowment);
  for (const [project, price] of steps) purses.pay(project, price);
  const selected = [...of.free, ...steps.map(([project]) => project)];
  const total = selected.reduce((sum, project) => sum + of.costs[project]!, 0n);
  return { ...honest, purses, selected, total, ...more };
}

const fair: [number, Price][] = [
  [0, { top: 20n, over: 1n }],
  [2, { top: 25n, over: 1n }],
];

describe('a list of winners', () => {
  test.each([
    ['is good', [0, 2], 65n, false, []],
    ['lists a winner twice', [0, 0], 80n, false, ['winnerTwice']],
    ['costs something else', [0], 41n, false, ['totalWrong']],
    ['costs more than the budget', [0, 1, 2], 105n, false, ['totalOverBudget']],
    ['has a winner over the budget', [3], 200n, false, ['winnerOverBudget', 'totalOverBudget']],
    ['leaves out what still fits', [0, 1], 80n, true, ['projectStillFits']],
    ['is full', [0, 1, 4], 80n, true, []],
  ])('%s', (_, selected, total, full, found) => {
    expect(brokenByWinners(race, { selected, total }, full)).toEqual(found);
  });

  test('leaves out what takes exactly the rest', () => {
    const pair = raceOf(vote({ budget: 100, costs: { a: 60, b: 40 }, ballots: ['a b'] }));
    expect(brokenByWinners(pair, { selected: [0], total: 60n }, true)).toEqual(['projectStillFits']);
  });
});

describe('a count by equal shares', () => {
  test('is good as it is counted, and as it is paid by hand', () => {
    const honest = plainShares(race, 'cost');
    expect(honest.selected).toEqual([4, 0, 2]);
    expect(brokenByShares(race, honest)).toEqual([]);
    expect(brokenByShares(race, forged(fair))).toEqual([]);
  });

  test('a winner that is not paid in full', () => {
    const found = brokenByShares(race, forged([[0, { top: 19n, over: 1n }], fair[1]!]));
    expect(found).toEqual(['winnerNotPaid']);
  });

  test('a winner that is paid too much', () => {
    expect(brokenByShares(race, forged([[0, { top: 21n, over: 1n }], fair[1]!]))).toEqual(['winnerNotPaid']);
  });

  test('somebody is let off though something was left', () => {
    const shares = forged(fair);
    shares.purses.emptiedAt[0] = 5;
    expect(brokenByShares(race, shares)).toEqual([]);
    shares.purses.emptiedAt[0] = -1;
    shares.purses.emptiedAt[1] = 0;
    expect(brokenByShares(race, shares)).toEqual(['paidOtherThanAsked', 'winnerNotPaid']);
  });

  test('somebody gives all there is, though less was asked', () => {
    const shares = forged(fair);
    shares.purses.emptiedAt[0] = 0;
    expect(brokenByShares(race, shares)).toEqual(['paidOtherThanAsked', 'winnerNotPaid']);
  });

  test('somebody pays more than there is', () => {
    const shares = forged(fair);
    shares.purses.prices[0] = shares.purses.denominator * 30n;
    expect(brokenByShares(race, shares)).toContain('purseOverdrawn');
  });

  test('the count ends though something could be paid', () => {
    const found = brokenByShares(race, forged([fair[0]!]));
    expect(found).toEqual(['projectStillAffordable', 'proportionalityBroken']);
    // Two voters of one ballot have 25 each for a: together enough.
    expect(brokenByShares(race, forged([fair[1]!]))).toContain('projectStillAffordable');
  });

  test('money goes to a project that did not win', () => {
    const found = brokenByShares(race, forged(fair, { selected: [4, 2], total: 25n }));
    expect(found).toContain('winnerNotPaid');
  });

  test('a dearer round comes before a cheaper one', () => {
    const found = brokenByShares(race, forged([...fair].reverse()));
    expect(found).toEqual(['priceFell']);
    expect(brokenByShares(race, forged([...fair].reverse(), { utility: 'cardinality' }))).toEqual([
      'priceFell',
    ]);
  });

  test('the winners listed are checked as any list', () => {
    expect(brokenByShares(race, forged(fair, { total: 64n }))).toEqual(['totalWrong']);
    expect(brokenByShares(race, forged(fair, { selected: [4, 0, 2, 0] }))).toContain('winnerTwice');
  });
});

function refusalOf(count: () => unknown): CountBroken[] {
  try {
    count();
    return [];
  } catch (error) {
    return error instanceof CountBroken ? [error] : [];
  }
}

const shared: Rule = { method: 'shares', utility: 'cost', completion: true };

/** What is found when a budget of 5 becomes 10, at any moment of the count. */
function brokenWhenGrowing(cast: Election, rule: Rule): Invariant[] {
  const looks = Array.from({ length: 20 }, (_, look) => {
    let left = look;
    const growing = {
      ...cast,
      get budget(): Cents {
        left -= 1;
        return cents(left < 0 ? 10n : 5n);
      },
    };
    return () => tally(growing, rule);
  });
  return looks.flatMap(refusalOf).flatMap(({ invariants }) => invariants);
}

describe('a count that breaks a promise', () => {
  // Nothing can break one but an error in the count; here the budget shrinks at the moment it is looked at.
  test.each([
    ['greedy', { method: 'greedy', ranking: 'votes' }],
    ['shares', { method: 'shares', utility: 'cost', completion: false }],
  ] as const)('is not given out (%s)', (_, rule) => {
    const looks = Array.from({ length: 12 }, (_, look) => {
      let left = look;
      const shrinking = {
        ...vote({ budget: 5, costs: { x: 5 }, ballots: ['x'] }),
        get budget(): Cents {
          left -= 1;
          return cents(left < 0 ? 4n : 5n);
        },
      };
      return () => tally(shrinking, rule);
    });
    const refusals = looks.flatMap(refusalOf);
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals[0]?.invariants).toContain('totalOverBudget');
    expect(refusals[0]?.message).toContain('the count breaks');
  });

  test('is not given out where equal shares denies a group its part', () => {
    // One of two voters cannot pay 5 out of 5; were there 10 to divide, that voter could. Filling up hides it.
    const cast = vote({ budget: 5, costs: { x: 5 }, ballots: ['x', ''] });
    expect(brokenWhenGrowing(cast, shared)).toContain('proportionalityBroken');
  });

  test.each([
    ['greedy', { method: 'greedy', ranking: 'votes' }],
    ['shares', shared],
  ] as const)('is not given out where something still fits (%s)', (_, rule) => {
    const cast = vote({ budget: 5, costs: { x: 5, y: 5 }, ballots: ['x y', ''] });
    expect(brokenWhenGrowing(cast, rule)).toContain('projectStillFits');
  });

  test('says all that it breaks', () => {
    const { message } = new CountBroken(['winnerTwice', 'totalWrong']);
    expect(message).toBe('the count breaks winnerTwice, totalWrong');
  });
});
