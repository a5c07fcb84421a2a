import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents';
import { type Mode, electionOf, modesOf } from './modes';
import { type PabulibFile, pointParts, type VoteType, votesWithPoints, voteTypes } from './round-file';

const project = (id: string) => ({ id, cost: cents(1), cells: [] });
const fileOf = (voteType: VoteType, votes: [choices: number[], points: number[]][]): PabulibFile => ({
  ...{ meta: new Map(), budget: cents(3), voteType, projectColumns: [], voteColumns: [], repeats: [] },
  projects: ['a', 'b', 'c'].map(project),
  votes: votes.map(([choices, points], at) => ({ voter: `v${at}`, choices, points, cells: [] })),
});

/** Points with up to six decimals, as a file keeps them. */
const anyPoints = fc
  .tuple(fc.integer({ min: -50, max: 2_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, decimals]) => digits * (pointParts / 10 ** decimals));
const anyVote = fc
  .subarray([0, 1, 2])
  .chain((choices) =>
    fc.tuple(
      fc.constant(choices),
      fc.array(anyPoints, { minLength: choices.length, maxLength: choices.length }),
    ),
  );

describe('a way of voting', () => {
  test.each(voteTypes)('%s gives points exactly when they are counted first', (voteType) => {
    const [first] = modesOf({ voteType });
    expect(first === 'points').toBe(votesWithPoints.has(voteType));
  });

  test.each(voteTypes)('%s can be read as approvals, where every choice is one vote', (voteType) => {
    const { ballots, scoreScale } = electionOf(
      fileOf(voteType, [
        [
          [2, 0],
          [5, 7],
        ],
      ]),
      'approval',
    );
    expect([ballots, scoreScale]).toEqual([[{ voters: 1, choices: [2, 0], scores: [1, 1] }], 1]);
  });

  test.each<[VoteType, Mode]>([
    ['approval', 'rank'],
    ['choose-1', 'points'],
    ['ordinal', 'points'],
    ['cumulative', 'rank'],
  ])('%s has no %s', (voteType, mode) => {
    expect(() => electionOf(fileOf(voteType, []), mode)).toThrow(`this file has no ${mode}`);
  });
});

describe('points in millionths', () => {
  const inAny = (check: (file: PabulibFile) => void) =>
    fc.assert(
      fc.property(fc.array(anyVote, { maxLength: 5 }), (votes) => check(fileOf('cumulative', votes))),
      { numRuns: 300, seed: 35 },
    );

  test('become scores that are worth exactly the same', () => {
    inAny((file) => {
      const { ballots, scoreScale } = electionOf(file);
      ballots.forEach(({ choices, scores }, at) => {
        const { choices: cast = [], points = [] } = file.votes[at] ?? {};
        for (const [index, choice] of choices.entries())
          expect((scores[index] ?? NaN) * (pointParts / scoreScale)).toBe(points[cast.indexOf(choice)]);
      });
    });
  });

  test('are no choice where they are none or less, and the ballot stays', () => {
    inAny((file) => {
      const { ballots } = electionOf(file);
      expect(ballots).toHaveLength(file.votes.length);
      file.votes.forEach(({ choices, points }, at) => {
        const above = choices.filter((_, index) => (points[index] ?? 0) > 0);
        expect(ballots[at]?.choices).toEqual(above);
      });
    });
  });

  test('are kept in the coarsest unit: ten times as coarse, some would not be whole', () => {
    inAny((file) => {
      const { scoreScale } = electionOf(file);
      const coarser = (pointParts / scoreScale) * 10;
      const all = file.votes.flatMap(({ points }) => points);
      if (scoreScale > 1) expect(all.some((points) => points % coarser !== 0)).toBe(true);
      expect([1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]).toContain(scoreScale);
    });
  });
});
