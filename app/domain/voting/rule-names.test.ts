import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents';
import { ruleNames, ruleOf, usualRule, usualStep } from './rule-names';

const step = cents(100n);
const shares = { method: 'shares', completion: true } as const;

describe('the ways of counting', () => {
  test('have each their own rule', () => {
    expect(ruleNames.map((name) => [name, ruleOf(name, step)])).toEqual([
      ['mes-cost-add1', { ...shares, utility: 'cost', step }],
      ['greedy', { method: 'greedy', ranking: 'votes' }],
      ['mes-cost', { ...shares, utility: 'cost' }],
      ['mes-card-add1', { ...shares, utility: 'cardinality', step }],
      ['mes-card', { ...shares, utility: 'cardinality' }],
      ['greedy-ratio', { method: 'greedy', ranking: 'votes-per-euro' }],
    ]);
  });

  test('the usual one is equal shares by cost, raised, then filled up', () => {
    expect(usualRule).toBe('mes-cost-add1');
  });

  test.each([
    ['EUR', 100n],
    ['PLN', 100n],
    ['HUF', 10_000n],
    [undefined, 100n],
  ])('a raise in %s is %d', (currency, raise) => {
    expect(usualStep(currency)).toBe(raise);
  });
});
