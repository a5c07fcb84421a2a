import { describe, expect, test } from 'vitest';
import { cents } from '../money/cents';
import { electionOf, modesOf } from './modes';
import { type PabulibFile, type VoteType } from './round-file';

/** One ballot on two projects, the first of them first; points as they are kept. */
function file(voteType: VoteType, points: number[] = []): PabulibFile {
  const project = { cost: cents(1n), cells: [] };
  return {
    ...{ meta: new Map(), budget: cents(2n), voteType, projectColumns: [], voteColumns: [], repeats: [] },
    projects: [
      { id: 'a', ...project },
      { id: 'b', ...project },
    ],
    votes: [{ voter: 'x', choices: [0, 1], points, cells: [] }],
  };
}

describe('a file can be counted', () => {
  test.each([
    ['approval', ['approval']],
    ['choose-1', ['approval']],
    ['ordinal', ['rank', 'approval']],
    ['cumulative', ['points', 'approval']],
    ['scoring', ['points', 'approval']],
  ] as const)('by its own way and as approvals: %s', (type, modes) => {
    expect(modesOf({ voteType: type })).toEqual(modes);
  });

  test('in no other way', () => {
    expect(() => electionOf(file('approval'), 'points')).toThrow('this file has no points');
    expect(() => electionOf(file('scoring'), 'rank')).toThrow(RangeError);
  });

  test('by points in the largest unit in which all are whole', () => {
    const { scoreScale, ballots } = electionOf(file('scoring', [1_500_000, 20_000]));
    expect([scoreScale, ballots[0]?.scores]).toEqual([100, [150, 2]]);
  });

  test('as approvals in whole votes, whatever the points', () => {
    const { scoreScale, ballots } = electionOf(file('scoring', [1_500_000, 0]), 'approval');
    expect([scoreScale, ballots[0]?.scores]).toEqual([1, [1, 1]]);
  });
});
