import { describe, expect, test } from 'vitest';
import { ballotsFile, outcomeFile, publishedRule } from './publication';
import { ruleNames } from './rule-names';

const ties = ['votes', 'cost', 'id'];
const shares = { method: 'shares', completion: true, ties };

describe('a rule as it is published', () => {
  test.each([
    ['mes-cost-add1', { ...shares, utility: 'cost', step: 1 }],
    ['mes-cost', { ...shares, utility: 'cost', step: null }],
    ['mes-card-add1', { ...shares, utility: 'cardinality', step: 1 }],
    ['mes-card', { ...shares, utility: 'cardinality', step: null }],
    ['greedy', { method: 'greedy', ranking: 'votes', step: null, ties }],
    ['greedy-ratio', { method: 'greedy', ranking: 'votes-per-euro', step: null, ties }],
  ] as const)('%s', (name, told) => {
    expect(publishedRule(name, 'EUR')).toEqual({ name, ...told });
  });

  test('raises by a hundred of a light currency', () => {
    expect(publishedRule('mes-cost-add1', 'HUF').step).toBe(100);
    expect(publishedRule('mes-cost-add1', undefined).step).toBe(1);
  });
});

test('files have names that say which round and which rule', () => {
  expect(ballotsFile(12)).toBe('stemronde-12.pb');
  expect(new Set(ruleNames.map((name) => outcomeFile(12, name))).size).toBe(ruleNames.length);
  expect(outcomeFile(12, 'greedy')).toBe('stemronde-12-greedy.json');
});
