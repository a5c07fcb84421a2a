import { describe, expect, test } from 'vitest';
import { vote } from '../../../tests/support/voting';
import { cents } from '../money/cents';
import { compareOutcomes } from './comparison';
import { raceOf } from './race';
import { tally } from './tally';

const cast = vote({
  budget: 100,
  costs: { a: 70, b: 20, c: 20, d: 5 },
  ballots: ['3x a', '2x b c', '4x a b', 'd', ''],
});
const race = raceOf(cast);

describe('comparing two outcomes', () => {
  test.each([
    ['count', { shares: 2, greedy: 7 }],
    ['cost', { shares: 2, greedy: 7 }],
    ['any', { shares: 0, greedy: 3 }],
  ] as const)('by %s counts every voter, also one without a winner on one side', (measure, counts) => {
    expect(compareOutcomes(race, measure, [1, 2], [0, 1])).toEqual({ measure, ...counts });
  });

  test('by cost prefers the dearer of two choices, by number neither', () => {
    expect(compareOutcomes(race, 'cost', [1, 2], [0])).toMatchObject({ shares: 2, greedy: 7 });
    expect(compareOutcomes(race, 'count', [1, 2], [0])).toMatchObject({ shares: 2, greedy: 3 });
  });

  test.each(['count', 'cost', 'any'] as const)('nobody prefers an outcome to itself (%s)', (measure) => {
    expect(compareOutcomes(race, measure, [1, 2], [2, 1])).toEqual({ measure, shares: 0, greedy: 0 });
  });
});

describe('the comparison step in a count', () => {
  // From 15 each b is paid; from 16 each a would be too, which is more than the budget.
  const round = vote({
    budget: 90,
    costs: { a: 80, b: 30, c: 30, d: 30 },
    ballots: ['5x a', '2x b', '1x c', '1x d'],
  });
  const rule = { method: 'shares', utility: 'cost', completion: false, step: cents(1n) } as const;

  test('greedy wins when strictly more voters prefer it, and its ties are the ones told', () => {
    const compared = tally(round, { ...rule, comparison: 'count' });
    const plain = tally(round, rule);
    expect([plain.selected, plain.winners, compared.selected]).toEqual([[1], [1], [1]]);
    expect(compared.comparison).toEqual({ measure: 'count', shares: 2, greedy: 5 });
    expect([compared.winners, compared.winnersTotal, compared.ties]).toEqual([[0], 80n, []]);
  });

  test('equal shares stays where voters are divided equally', () => {
    const divided = vote({ budget: 10, costs: { a: 10, b: 2, c: 2 }, ballots: ['2x a', 'b', 'c'] });
    const outcome = tally(divided, { ...rule, comparison: 'any' });
    expect(outcome.comparison).toEqual({ measure: 'any', shares: 2, greedy: 2 });
    expect([outcome.winners, outcome.winnersTotal]).toEqual([[1, 2], 4n]);
  });

  test('one voter more is enough for greedy', () => {
    const divided = vote({ budget: 10, costs: { a: 10, b: 2 }, ballots: ['2x a', 'b', ''] });
    const outcome = tally(divided, { ...rule, comparison: 'any' });
    expect(outcome.comparison).toEqual({ measure: 'any', shares: 1, greedy: 2 });
    expect([outcome.selected, outcome.winners]).toEqual([[1], [0]]);
  });

  test('without the step nothing is compared', () => {
    expect(tally(round, rule).comparison).toBeUndefined();
  });
});
