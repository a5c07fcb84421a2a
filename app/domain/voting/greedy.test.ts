import { describe, expect, test } from 'vitest';
import { named, vote } from '../../../tests/support/voting';
import { greedy } from './greedy';
import { raceOf } from './race';

const street = vote({
  budget: 100,
  costs: { a: 60, b: 50, c: 40, d: 10, e: 0 },
  ballots: ['3x a b', '2x b c', 'c', 'd'],
});

describe('greedy by votes', () => {
  test('takes the most votes first and skips what does not fit', () => {
    const { selected, total } = greedy(raceOf(street));
    expect([named(street, selected), total]).toEqual(['b c d e', 100n]);
  });

  test('what no longer fits ties with nobody: a and c have three votes each', () => {
    expect(greedy(raceOf(street)).ties).toEqual([]);
  });

  test('settles by cost, then by lot', () => {
    const tied = vote({
      budget: 9,
      costs: { a: 3, b: 2, c: 2, d: 2 },
      ballots: ['a b c d'],
      lot: ['d', 'c', 'b', 'a'],
    });
    const { selected, ties } = greedy(raceOf(tied));
    expect(named(tied, selected)).toBe('d c b a');
    expect(ties).toEqual([
      { round: 0, projects: [3, 2, 1, 0], decidedBy: 'lot' },
      { round: 1, projects: [2, 1, 0], decidedBy: 'lot' },
      { round: 2, projects: [1, 0], decidedBy: 'cost' },
    ]);
  });

  test('a project that does not fit any more ties with nobody', () => {
    const tied = vote({ budget: 3, costs: { a: 3, b: 3 }, ballots: ['a b'] });
    const { ties, selected } = greedy(raceOf(tied));
    expect([named(tied, selected), ties.length]).toEqual(['a', 1]);
  });

  test('fills up after other winners, over what is left', () => {
    const { selected, total, ties } = greedy(raceOf(street), 'votes', {
      selected: [0],
      total: 60n,
      ties: [],
    });
    expect([named(street, selected), total, ties]).toEqual(['a c e', 100n, []]);
  });

  test('has nothing to choose without projects or without money', () => {
    const broke = vote({ budget: 0, costs: { a: 1 }, ballots: ['a'] });
    expect(greedy(raceOf(broke))).toEqual({ selected: [], total: 0n, ties: [] });
    expect(greedy(raceOf(vote({ budget: 1, costs: {}, ballots: [] }))).selected).toEqual([]);
  });
});

describe('greedy by votes per euro', () => {
  test('prefers what is cheap for its votes', () => {
    const { selected } = greedy(raceOf(street), 'votes-per-euro');
    expect(named(street, selected)).toBe('b d c e');
  });

  test('a free project with a vote is first, one without any vote is last', () => {
    const free = vote({ budget: 10, costs: { a: 0, b: 0, c: 1, d: 0 }, ballots: ['3x c', 'b', '2x d'] });
    const { selected, ties } = greedy(raceOf(free), 'votes-per-euro');
    expect(named(free, selected)).toBe('d b c a');
    expect(ties).toEqual([{ round: 0, projects: [3, 1], decidedBy: 'votes' }]);
  });

  test('compares 3/2 and 6/4 as equal, and lets votes decide', () => {
    const equal = vote({ budget: 4, costs: { a: 2, b: 4 }, ballots: ['3x a b', '3x b'] });
    const { selected, ties } = greedy(raceOf(equal), 'votes-per-euro');
    expect(named(equal, selected)).toBe('b');
    expect(ties).toEqual([{ round: 0, projects: [1, 0], decidedBy: 'votes' }]);
  });
});
