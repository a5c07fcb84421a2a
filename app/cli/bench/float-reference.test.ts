import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someElection, vote } from '../../../tests/support/voting';
import { cents } from '~/domain/money/cents';
import { election, type Election } from '~/domain/voting/election';
import { tally } from '~/domain/voting/tally';
import { countInFloats } from './float-reference';

const step = 101n;

function inFloats({ budget, projects, ballots }: Election) {
  const cast = ballots.flatMap(({ voters, choices }) => Array.from({ length: voters }, () => choices));
  const votes = cast.map((choices, voter) => ({ voter: `${voter}`, choices, points: [], cells: [] }));
  return countInFloats(
    { budget, projects: projects.map((project) => ({ ...project, cells: [] })), votes },
    Number(step),
  );
}

const exactly = (some: Election) =>
  tally(some, { method: 'shares', utility: 'cost', step: cents(step), completion: true });

/** Without a draw, as the ids settle ties in the floats; dearer, so that no price stands within a float of another. */
const dearer = ({ budget, projects, ballots }: Election) =>
  election({
    budget: cents(budget * 101n),
    projects: projects.map(({ id, cost }, place) => ({ id, cost: cents(cost * 97n + BigInt(place)) })),
    ballots,
  });

describe('equal shares in floats', () => {
  test('finds the winners of 200 random elections that we find', () => {
    fc.assert(
      fc.property(someElection({ projects: 8, ballots: 20, score: 1 }).map(dearer), (some) => {
        const { winners, steps } = inFloats(some);
        expect({ winners, steps }).toEqual({
          winners: exactly(some).winners,
          steps: exactly(some).steps,
        });
      }),
      { numRuns: 200, seed: 2302 },
    );
  });

  test.each([
    // Who chose z has nothing left, so two effective votes are left for each of the others.
    ['more votes first', { z: 3500, y: 1200, x: 1000 }, ['2x y', 'y z', '3x z', '2x x'], [0, 1, 2]],
    ['then the lower cost', { a: 2000, b: 1000, c: 1000 }, ['2x a b', '5x c'], [2, 1, 0]],
    ['then the id', { b: 800, a: 800 }, ['3x a', '3x b', ''], [1, 0]],
  ])('settles ties: %s', (_, costs, ballots, winners) => {
    const some = vote({ budget: 7000, costs, ballots });
    expect(exactly(some).winners).toEqual(winners);
    expect(inFloats(some).winners).toEqual(winners);
  });

  test('lets a free project in at once, and leaves out what costs more than the budget', () => {
    const some = vote({ budget: 10, costs: { a: 11, b: 0, c: 10, d: 0 }, ballots: ['2x a b', 'c'] });
    expect(inFloats(some).winners).toEqual([1, 2, 3]);
  });

  test('counts an election without voters', () => {
    expect(inFloats(vote({ budget: 10, costs: { a: 4, b: 4 }, ballots: [] }))).toEqual({
      winners: [0, 1],
      steps: 0,
    });
  });
});
