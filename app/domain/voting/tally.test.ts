import { describe, expect, test } from 'vitest';
import { named, vote } from '../../../tests/support/voting';
import { cents } from '../money/cents';
import { plainShares } from './add-one';
import { fractionText } from './fraction';
import { raceOf } from './race';
import { type Rule, tally } from './tally';

const shares: Rule = { method: 'shares', utility: 'cost', completion: false };
const add1: Rule = { ...shares, step: cents(1n) };

describe('a count', () => {
  // voting.md §7: not monotone under Add1, the smallest example found.
  test.each([
    [2, 'a'],
    [1, ''],
  ])('with a at cost %d, winners are "%s"', (cost, winners) => {
    const cast = vote({ budget: 2, costs: { a: cost, b: 2 }, ballots: ['a b', '', '', 'b', 'a'] });
    expect(named(cast, tally(cast, add1).winners)).toBe(winners);
  });

  test('starts at the budget by all voters, empty ballots too, exactly', () => {
    const cast = vote({ budget: 100, costs: { a: 60 }, ballots: ['a', '2x'] });
    const { shares: counted } = tally(cast, shares);
    expect(counted && fractionText(counted.endowment)).toBe('100/3');
  });

  test('gives everything back when nobody voted', () => {
    const cast = vote({ budget: 100, costs: { a: 60, b: 40 }, ballots: [] });
    const outcome = tally(cast, { ...add1, completion: true });
    expect([outcome.selected, outcome.steps, outcome.stop]).toEqual([[], 0, 'exhaustive']);
    expect(named(cast, outcome.winners)).toBe('b a');
  });

  test('leaves projects over the budget out of the race and tells which', () => {
    const cast = vote({ budget: 100, costs: { a: 150, b: 70, c: 30 }, ballots: ['2x a b', 'a c', '2x a'] });
    const outcome = tally(cast, add1);
    expect(named(cast, outcome.race.overBudget)).toBe('a');
    expect([named(cast, outcome.winners), outcome.steps, outcome.stop]).toEqual(['b c', 15, 'exhaustive']);
  });

  test('puts supported free projects first, in the order for ties; others only when filling up', () => {
    const cast = vote({ budget: 9, costs: { a: 0, b: 0, c: 0, d: 6 }, ballots: ['a b d', 'b', 'd'] });
    const outcome = tally(cast, { ...shares, completion: true });
    expect([named(cast, outcome.selected), named(cast, outcome.completed)]).toEqual(['b a d', 'b a d c']);
  });

  test('raises until nothing fits any more', () => {
    const cast = vote({ budget: 100, costs: { a: 60, b: 50, c: 40 }, ballots: ['a b', 'b', 'c b'] });
    const outcome = tally(cast, add1);
    expect([named(cast, outcome.selected), outcome.steps, outcome.stop]).toEqual(['b c', 24, 'exhaustive']);
  });

  test('counts the raise that went over the budget with the others, and keeps the outcome before it', () => {
    const cast = vote({ budget: 100, costs: { a: 60, b: 50, c: 40 }, ballots: ['2x a b', 'b', 'c b'] });
    const outcome = tally(cast, add1);
    expect([named(cast, outcome.selected), outcome.steps, outcome.stop]).toEqual([
      'b',
      18,
      'next-over-budget',
    ]);
    expect(outcome.shares && fractionText(outcome.shares.endowment)).toBe('42');
  });

  test('does not raise when it was not asked to', () => {
    const cast = vote({ budget: 100, costs: { a: 60 }, ballots: ['a', ''] });
    const outcome = tally(cast, shares);
    expect([outcome.winners, outcome.steps, outcome.stop]).toEqual([[], 0, undefined]);
    expect([outcome.completed, outcome.completedTotal, outcome.winnersTotal]).toEqual([[0], 60n, 0n]);
  });

  test('fills up only when the rule says so, by votes', () => {
    const cast = vote({ budget: 100, costs: { a: 60, b: 30, c: 30 }, ballots: ['3x a', 'b', 'c', 'c'] });
    expect(named(cast, tally(cast, shares).winners)).toBe('c');
    expect(named(cast, tally(cast, { ...shares, completion: true }).winners)).toBe('c a');
  });

  test.each([0n, -1n])('refuses a raise of %d', (step) => {
    const cast = vote({ budget: 1, costs: {}, ballots: [] });
    expect(() => tally(cast, { ...shares, step: cents(step) })).toThrow('a raise must be above zero');
  });

  test('a price that falls between two cents is exact', () => {
    const cast = vote({ budget: 100, costs: { a: 10, b: 10 }, ballots: ['3x a', '7x b'] });
    const { shares: counted } = tally(cast, shares);
    expect(counted?.purses.paid.map((_, round) => fractionText(counted.purses.paymentOf(round)))).toEqual([
      '10/7',
      '10/3',
    ]);
  });

  test('an error that lets shares spend more than the budget is found at once', () => {
    const race = raceOf(vote({ budget: 10, costs: { a: 5 }, ballots: ['a'] }));
    const broke = {
      ...race,
      election: {
        ...race.election,
        get budget() {
          return cents(asked++ ? 4n : 10n);
        },
      },
    };
    let asked = 0;
    expect(() => plainShares(broke, 'cost')).toThrow('more than the budget');
  });
});

describe('ties', () => {
  const tied = { budget: 60, costs: { b: 50, a: 50, c: 50 }, ballots: ['a', 'b', 'c'] };

  test('are settled by id where no lot is drawn, and told', () => {
    const cast = vote(tied);
    const outcome = tally(cast, { ...add1, completion: true });
    expect(named(cast, outcome.winners)).toBe('a');
    expect(outcome.ties).toEqual([{ round: 0, projects: [1, 0, 2], decidedBy: 'lot' }]);
  });

  test('are settled by the lot that was drawn', () => {
    const cast = vote({ ...tied, lot: ['c', 'b', 'a'] });
    expect(named(cast, tally(cast, { ...add1, completion: true }).winners)).toBe('c');
  });

  test('go to more votes first, then to the lower cost', () => {
    // Per supporter a, b and c cost the same: 2 each.
    const even = vote({
      budget: 100,
      costs: { a: 2, b: 4, c: 4 },
      ballots: ['a b', 'b', '2x c'],
      lot: ['c', 'b', 'a'],
    });
    const { ties, selected } = tally(even, { method: 'shares', utility: 'cardinality', completion: false });
    expect(named(even, selected)).toBe('c b a');
    expect(ties.map(({ decidedBy }) => decidedBy)).toEqual(['lot', 'votes']);
    const cheap = vote({ budget: 9, costs: { a: 4, b: 3 }, ballots: ['a b', 'a b'] });
    expect(tally(cheap, { method: 'greedy', ranking: 'votes' })).toMatchObject({
      ties: [{ round: 0, projects: [1, 0], decidedBy: 'cost' }],
      tiesMet: { lot: 0, other: 0 },
    });
  });

  test('met on the way are counted over all raises', () => {
    // 21 times, from 50 up to 70 each, e goes before a and b by its cost, and a before b by lot.
    // At 70 b also goes before d by its cost.
    const cast = vote({
      budget: 270,
      costs: { a: 50, b: 50, c: 60, d: 70, e: 40 },
      ballots: ['a', 'b', '2x c', 'd', 'e'],
    });
    const outcome = tally(cast, add1);
    expect([named(cast, outcome.selected), outcome.steps]).toEqual(['c e a b d', 25]);
    expect(outcome.tiesMet).toEqual({ lot: 21, other: 22 });
    expect(tally(cast, shares).tiesMet).toEqual({ lot: 0, other: 0 });
  });

  test('between prices that differ by one part in 10^30 are no ties', () => {
    const huge = 10n ** 30n;
    const cast = vote({ budget: 0, costs: { a: 0, b: 0 }, ballots: ['3x a', '3x b'] });
    const near = {
      ...cast,
      budget: cents(huge * 4n),
      projects: [
        { id: 'a', cost: cents(huge) },
        { id: 'b', cost: cents(huge - 1n) },
      ],
    };
    const rule: Rule = { method: 'shares', utility: 'cardinality', completion: false };
    expect([tally(near, rule).selected, tally(near, rule).ties]).toEqual([[1, 0], []]);
  });
});
