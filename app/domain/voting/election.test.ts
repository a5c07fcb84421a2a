import { describe, expect, test } from 'vitest';
import { named, vote } from '../../../tests/support/voting';
import { cents } from '../money/cents';
import {
  type Ballot,
  byCodePoint,
  countVoters,
  election,
  maxScoreSum,
  mergeBallots,
  votesOf,
} from './election';

const projects = ['a', 'b', 'c'].map((id) => ({ id, cost: cents(10n) }));
const one = (choices: number[], scores = choices.map(() => 1), voters = 1): Ballot => ({
  voters,
  choices,
  scores,
});
const build = (ballots: Ballot[], lot?: string[]) =>
  election({ budget: cents(30n), projects, ballots }, 1, lot);

describe('an election', () => {
  test('counts voters and votes, empty ballots and points too', () => {
    const cast = vote({ budget: 10, costs: { a: 1, b: 2, c: 3 }, ballots: ['a b', '3x b2', '', '2x'] });
    expect(countVoters(cast)).toBe(7);
    expect(votesOf(cast)).toEqual([1, 7, 0]);
  });

  test('may be without ballots and without projects', () => {
    const empty = election({ budget: cents(0n), projects: [], ballots: [] });
    expect([countVoters(empty), votesOf(empty), empty.lot]).toEqual([0, [], []]);
  });

  test('settles ties by id without a draw', () => {
    const cast = vote({ budget: 10, costs: { b: 1, a: 1, c: 1 }, ballots: [] });
    expect(named(cast, cast.lot)).toBe('a b c');
  });

  test('keeps the order of a draw', () => {
    const cast = vote({ budget: 10, costs: { b: 1, a: 1, c: 1 }, ballots: [], lot: ['c', 'a', 'b'] });
    expect(named(cast, cast.lot)).toBe('c a b');
  });

  test.each([
    ['a project that is not there', [one([3])], 'an unknown project'],
    ['a place below zero', [one([-1])], 'an unknown project'],
    ['a project twice', [one([0, 0])], 'a project stands twice on a ballot'],
    ['a score of zero', [one([0], [0])], 'a score is not a whole number above zero'],
    ['half a point', [one([0], [0.5])], 'a score is not a whole number above zero'],
    ['a score below zero', [one([0], [-1])], 'a score is not a whole number above zero'],
    ['half a score beside a whole one', [one([0, 1], [1, 0.5])], 'a score is not a whole number above zero'],
    ['more choices than scores', [one([0, 1], [1])], 'a ballot is malformed'],
    ['nobody', [one([0], [1], 0)], 'a ballot is malformed'],
    ['half a voter', [one([0], [1], 0.5)], 'a ballot is malformed'],
    [
      'scores that add up to too much',
      [one([0], [maxScoreSum]), one([1], [1])],
      'the scores together are too large',
    ],
  ])('refuses a ballot with %s', (_, ballots, why) => {
    expect(() => build(ballots)).toThrow(new RangeError(why));
  });

  test('takes an amount of nothing', () => {
    const free = { budget: cents(0n), projects: [{ id: 'a', cost: cents(0n) }], ballots: [] };
    expect(election(free).budget).toBe(0n);
  });

  test('counts what the voters of one ballot gave together', () => {
    const rich = [one([0], [2 ** 52], 2)];
    expect(() => build(rich)).toThrow(new RangeError('the scores together are too large'));
  });

  test('takes scores up to the largest exact sum', () => {
    expect(votesOf(build([one([0], [maxScoreSum - 1]), one([0])]))[0]).toBe(maxScoreSum);
  });

  test.each([
    ['too short', ['a', 'b']],
    ['too long', ['a', 'b', 'c', 'd']],
    ['with a name twice', ['a', 'b', 'b']],
    ['with all names and one twice', ['a', 'b', 'c', 'a']],
    ['with a strange name', ['a', 'd', 'c']],
  ])('refuses a draw %s', (_, lot) => {
    expect(() => build([], lot)).toThrow(new RangeError('the draw names each project once'));
  });

  test('refuses a project that stands twice in the race', () => {
    const twice = [...projects, { id: 'a', cost: cents(1n) }];
    expect(() => election({ budget: cents(1n), projects: twice, ballots: [] })).toThrow(
      new RangeError('a project stands twice in the race'),
    );
  });

  test.each([
    [-1n, 1n],
    [1n, -1n],
  ])('refuses a budget of %d with a cost of %d', (budget, cost) => {
    const negative = { budget: cents(budget), projects: [{ id: 'a', cost: cents(cost) }], ballots: [] };
    expect(() => election(negative)).toThrow(new RangeError('an amount below zero'));
  });
});

describe('the order of ids', () => {
  test('is by code point, not by number and not by language', () => {
    const ids = ['é', '9', '10', 'a', 'B', '1e1', '01', '', '😀', '\uFFFD', 'a1', 'z'];
    expect([...ids].sort(byCodePoint)).toEqual([
      '',
      '01',
      '10',
      '1e1',
      '9',
      'B',
      'a',
      'a1',
      'z',
      'é',
      '\uFFFD',
      '😀',
    ]);
    expect([byCodePoint('a', 'b'), byCodePoint('same', 'same'), byCodePoint('b', 'a')]).toEqual([-1, 0, 1]);
  });
});

describe('merging ballots', () => {
  test('puts equal ballots together, whatever the order of their choices', () => {
    const ballots = [
      one([0, 1], [2, 3]),
      one([1, 0], [3, 2], 4),
      one([0, 1], [3, 2]),
      one([]),
      one([], [], 2),
    ];
    const { merged, of } = mergeBallots(ballots);
    expect(of).toEqual([1, 1, 2, 0, 0]);
    expect(merged.map(({ voters }) => voters)).toEqual([3, 5, 1]);
    expect(ballots.map(({ voters }) => voters)).toEqual([1, 4, 1, 1, 2]);
  });

  test('puts ballots that begin alike beside each other', () => {
    const { merged, of } = mergeBallots([one([3, 1]), one([2]), one([1]), one([2, 4]), one([1, 3])]);
    expect(merged.map(({ choices }) => choices)).toEqual([[1], [3, 1], [2], [2, 4]]);
    expect(of).toEqual([1, 2, 0, 3, 1]);
  });

  test('keeps one choice of 12 apart from choices of 1 and 2', () => {
    const many = Array.from({ length: 13 }, (_, index) => index);
    const { merged } = mergeBallots([one([12]), one([1, 2]), one([1], [21]), one([12], [1]), one(many)]);
    expect(merged).toHaveLength(4);
  });
});
