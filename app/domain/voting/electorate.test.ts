import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someElection, vote } from '../../../tests/support/voting';
import { countVoters, type Election, votesOf } from './election';
import { type Electorate, electorate } from './electorate';

const runs = { numRuns: 200, seed: 62 };

/** What stands between two starts of a column, for each part. */
const parts = (starts: Int32Array, ...columns: (Int32Array | Float64Array)[]) =>
  [...starts.subarray(0, -1)].map((from, part) =>
    columns.map((column) => [...column.subarray(from, starts[part + 1])]),
  );

const byBallot = (laid: Electorate) => parts(laid.ballotStart, laid.ballotProject, laid.ballotScore);
const byProject = (laid: Electorate) =>
  parts(laid.backStart, laid.backBallot, laid.backScore, laid.backVoters);

const inAny = (check: (cast: Election, laid: Electorate) => void) =>
  fc.assert(
    fc.property(someElection(), (some) => check(some, electorate(some))),
    runs,
  );

describe('ballots in columns', () => {
  const laid = electorate(
    vote({ budget: 10, costs: { a: 1, b: 1, c: 1, d: 1 }, ballots: ['b3 a1', '4x', '2x a5 d2'] }),
  );

  test('are found by ballot, in the order in which each chose', () => {
    expect(byBallot(laid)).toEqual([
      [
        [1, 0],
        [3, 1],
      ],
      [[], []],
      [
        [0, 3],
        [5, 2],
      ],
    ]);
  });

  test('are found by project, with who gave which score and how many they are', () => {
    expect(byProject(laid)).toEqual([
      [
        [0, 2],
        [1, 5],
        [1, 2],
      ],
      [[0], [3], [1]],
      [[], [], []],
      [[2], [2], [2]],
    ]);
  });

  test('count who cast an empty ballot as well', () => {
    expect(laid.all).toBe(7);
    expect([...laid.voters]).toEqual([1, 4, 2]);
  });

  test('are empty, with every start at nought, where nobody voted', () => {
    const empty = electorate(vote({ budget: 10, costs: { a: 1, b: 1 }, ballots: [] }));
    expect(empty.all).toBe(0);
    expect([...empty.ballotStart]).toEqual([0]);
    expect([...empty.backStart]).toEqual([0, 0, 0]);
    expect(empty.ballotProject).toHaveLength(0);
  });
});

describe('ballots of any election in columns', () => {
  test('are the ballots that were cast', () => {
    inAny((cast, laid) => {
      expect(byBallot(laid)).toEqual(cast.ballots.map(({ choices, scores }) => [[...choices], [...scores]]));
      expect(laid.all).toBe(countVoters(cast));
    });
  });

  test('say the same from both sides', () => {
    inAny((_, laid) => {
      const there = byBallot(laid).flatMap(([projects = [], scores = []], ballot) =>
        projects.map((project, index) => `${ballot} gives ${project} ${scores[index]}`),
      );
      const back = byProject(laid).flatMap(([ballots = [], scores = []], project) =>
        ballots.map((ballot, index) => `${ballot} gives ${project} ${scores[index]}`),
      );
      expect(back.sort()).toEqual(there.sort());
    });
  });

  test('add up to the votes of each project', () => {
    inAny((cast, laid) => {
      const sums = byProject(laid).map(([, scores = [], voters = []]) =>
        scores.reduce((sum, score, index) => sum + score * (voters[index] ?? NaN), 0),
      );
      expect(sums).toEqual(votesOf(cast));
    });
  });

  test('name the supporters of a project in the order of their ballots', () => {
    inAny((_, laid) => {
      for (const [ballots = []] of byProject(laid))
        expect([...ballots].sort((a, b) => a - b)).toEqual(ballots);
    });
  });
});
