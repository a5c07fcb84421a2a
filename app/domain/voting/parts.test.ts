import { describe, expect, test } from 'vitest';
import { named, vote } from '../../../tests/support/voting';
import { cents } from '../money/cents';
import { countVoters, votesOf } from './election';
import { partsOf, withThreshold } from './parts';
import { tally } from './tally';

const cast = vote({
  budget: 120,
  costs: { a: 60, b: 50, c: 40, d: 10 },
  ballots: ['3x a b', '2x c3 a', 'd', ''],
  lot: ['d', 'c', 'b', 'a'],
});

describe('a threshold', () => {
  test('in votes leaves out who misses it; who voted stays a voter', () => {
    const { election, below } = withThreshold(cast, { kind: 'votes', minimum: 3 });
    expect(below).toEqual(['d']);
    expect(named(election, [0, 1, 2])).toBe('a b c');
    expect([votesOf(election), countVoters(election)]).toEqual([[5, 3, 6], 7]);
    expect(named(election, election.lot)).toBe('c b a');
  });

  test('keeps the votes of who stands after a project that misses it', () => {
    const { election, below } = withThreshold(cast, { kind: 'votes', minimum: 4 });
    expect([below, votesOf(election)]).toEqual([
      ['b', 'd'],
      [5, 6],
    ]);
  });

  test('is reached by exactly as many votes as it asks', () => {
    expect(withThreshold(cast, { kind: 'votes', minimum: 5 }).below).toEqual(['b', 'd']);
    expect(withThreshold(cast, { kind: 'votes', minimum: 6 }).below).toEqual(['a', 'b', 'd']);
  });

  test('in points counts whole points, whatever the unit of scores', () => {
    const tenths = { ...cast, scoreScale: 10 };
    expect(withThreshold(tenths, { kind: 'votes', minimum: 1 }).below).toEqual(['a', 'b', 'c', 'd']);
    expect(withThreshold(tenths, { kind: 'votes', minimum: 0 }).below).toEqual([]);
  });

  test('by cost asks votes/n of at least cost/(3B), as in Świecie', () => {
    const dear = vote({ budget: 100, costs: { a: 90, b: 30 }, ballots: ['3x a', 'b', '6x'] });
    expect(withThreshold(dear, { kind: 'cost-share', times: 3 }).below).toEqual([]);
    const tenths = { ...dear, scoreScale: 10 };
    expect(withThreshold(tenths, { kind: 'cost-share', times: 3 }).below).toEqual(['a', 'b']);
    const lonely = vote({ budget: 100, costs: { a: 91, b: 30 }, ballots: ['3x a', 'b', '6x'] });
    expect(withThreshold(lonely, { kind: 'cost-share', times: 3 }).below).toEqual(['a']);
  });

  test('keeps a project without votes from being filled up', () => {
    const quiet = vote({ budget: 100, costs: { a: 10, b: 10 }, ballots: ['a'] });
    const rule = { method: 'shares', utility: 'cost', completion: true } as const;
    expect(named(quiet, tally(quiet, rule).completed)).toBe('a b');
    const { election } = withThreshold(quiet, { kind: 'votes', minimum: 1 });
    expect(named(election, tally(election, rule).completed)).toBe('a');
  });
});

describe('rounds of their own', () => {
  const north = { key: 'noord', budget: cents(60n), projects: ['a', 'd'], voters: 'everyone' } as const;
  const south = { key: 'zuid', budget: cents(60n), projects: ['c', 'b'], voters: 'choosers' } as const;

  test('each has its own projects, budget, lot and votes', () => {
    const [first, second] = partsOf(cast, [north, south]);
    if (!first || !second) return expect.fail();
    expect([first.key, second.key]).toEqual(['noord', 'zuid']);
    expect(named(first.election, first.election.lot)).toBe('d a');
    expect(named(second.election, [0, 1])).toBe('b c');
    expect([votesOf(first.election), votesOf(second.election)]).toEqual([
      [5, 1],
      [3, 6],
    ]);
    expect([first.election.budget, second.election.budget]).toEqual([60n, 60n]);
  });

  test('everybody counts as a voter, or only who chose something there', () => {
    const [first, second] = partsOf(cast, [north, south]);
    expect(first && countVoters(first.election)).toBe(7);
    expect(second && countVoters(second.election)).toBe(5);
  });

  test('each is counted by itself and keeps to its own budget', () => {
    const rule = { method: 'shares', utility: 'cost', completion: true } as const;
    const won = partsOf(cast, [north, south]).map(({ election }) =>
      named(election, tally(election, rule).winners),
    );
    expect(won).toEqual(['a', 'c']);
  });

  test.each([
    ['is in none', ['a', 'd'], ['c']],
    ['is in two', ['a', 'd'], ['a', 'b', 'c']],
    ['is unknown', ['a', 'd'], ['b', 'x']],
    ['is in two while another is in none', ['a', 'd'], ['a', 'b']],
  ])('are refused where a project %s', (_, first, second) => {
    expect(() =>
      partsOf(cast, [
        { ...north, projects: first },
        { ...south, projects: second },
      ]),
    ).toThrow(new RangeError('each project stands in exactly one part'));
  });
});
