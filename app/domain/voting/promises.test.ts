import { describe, expect, test } from 'vitest';
import { named, vote } from '../../../tests/support/voting';
import { cents } from '../money/cents';
import { type Rule, tally } from './tally';

const rule: Rule = { method: 'shares', utility: 'cost', step: cents(1), completion: true };

type Notes = Parameters<typeof vote>[0];

function winners(notes: Notes): string {
  const election = vote(notes);
  return named(election, tally(election, rule).winners);
}

/** The page and the docs say that these are not promised; a search found a small case of each. */
const cases: [string, Notes, string, Partial<Notes>, string][] = [
  [
    'an empty ballot more changes nothing',
    { budget: 80, costs: { a: 80, b: 30 }, ballots: ['a', 'a b'] },
    'a',
    { ballots: ['a', 'a b', ''] },
    'b',
  ],
  [
    'a loser that is taken out changes nothing',
    { budget: 7, costs: { a: 6, b: 2, c: 4 }, ballots: ['a b', 'c', 'a'] },
    'a',
    { costs: { a: 6, b: 2 }, ballots: ['a b', '', 'a'] },
    'b',
  ],
  [
    'a winner that gets cheaper still wins',
    { budget: 10, costs: { a: 10, b: 2, c: 9 }, ballots: ['c', 'a b', 'a'] },
    'b',
    { costs: { a: 10, b: 1, c: 9 } },
    'a',
  ],
  [
    'a winner that gets a vote more still wins',
    { budget: 16, costs: { a: 4, b: 14, c: 4 }, ballots: ['', 'b', 'b c', 'a b'] },
    'a c',
    { ballots: ['', 'b', 'a b c', 'a b'] },
    'b',
  ],
  [
    'a winner still wins when the budget is larger',
    { budget: 7, costs: { a: 7, b: 3 }, ballots: ['a', 'b', 'a'] },
    'b',
    { budget: 8 },
    'a',
  ],
];

describe('not promised of equal shares with raises and completion', () => {
  test.each(cases)('that %s', (_, notes, before, change, after) => {
    expect(winners(notes)).toBe(before);
    expect(winners({ ...notes, ...change })).toBe(after);
  });
});
