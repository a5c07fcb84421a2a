import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents';
import { ruleNamed, ruleNames, ruleOf, usualRule, usualStep } from './rule-names';

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

  test.each([
    ['greedy', 'greedy'],
    ['equalshares', 'mes-cost'],
    [' equalshares/add1\t', 'mes-cost-add1'],
  ])('a file names one of ours: %j is %s', (inFile, name) => {
    expect(ruleNamed(inFile)).toBe(name);
  });

  test.each(['', 'unknown', 'Greedy', 'equalshares/add1-comparison', 'mes-cost', 'constructor'])(
    'a file that says %j names none of ours',
    (inFile) => {
      expect(ruleNamed(inFile)).toBeUndefined();
    },
  );

  test('a step raises only those that are named after it', () => {
    const raised = ruleNames.filter((name) => 'step' in ruleOf(name, step));
    expect(raised).toEqual(['mes-cost-add1', 'mes-card-add1']);
  });
});
