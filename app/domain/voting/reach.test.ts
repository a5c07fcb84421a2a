import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someElection, vote } from '../../../tests/support/voting';
import { countVoters } from './election';
import { reachOf } from './reach';

describe('whom an outcome reaches', () => {
  const cast = vote({
    budget: 10,
    costs: { a: 1, b: 1, c: 1 },
    ballots: ['2x a b c', '3x a c', '4x b', '', '5x c3'],
  });

  test.each([
    ['nothing won', [], [15]],
    ['one project won', [0], [10, 5]],
    ['two projects won', [0, 2], [5, 5, 5]],
    ['everything won', [2, 1, 0], [1, 9, 3, 2]],
  ])('when %s', (_, winners, reach) => {
    expect(reachOf(cast, winners)).toEqual(reach);
  });

  test('counts nobody where nobody voted', () => {
    expect(reachOf({ ballots: [] }, [0])).toEqual([0]);
  });

  test('leaves no number out between two that occur', () => {
    expect(reachOf(vote({ budget: 1, costs: { a: 1, b: 1 }, ballots: ['a b'] }), [0, 1])).toEqual([0, 0, 1]);
  });

  test('counts every voter once, and every choice that won', () => {
    fc.assert(
      fc.property(someElection(), fc.infiniteStream(fc.boolean()), (election, chance) => {
        const winners = election.projects.flatMap((_, place) => (chance.next().value ? [place] : []));
        const reach = reachOf(election, winners);
        const hits = election.ballots.flatMap(({ voters, choices }) =>
          choices.filter((choice) => winners.includes(choice)).map(() => voters),
        );
        expect(reach.reduce((sum, voters) => sum + voters, 0)).toBe(countVoters(election));
        expect(reach.reduce((sum, voters, got) => sum + voters * got, 0)).toBe(
          hits.reduce((sum, voters) => sum + voters, 0),
        );
      }),
      { numRuns: 200, seed: 1848 },
    );
  });
});
