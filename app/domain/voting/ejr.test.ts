import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { named, someElection, vote } from '../../../tests/support/voting';
import { type Election } from './election';
import { ejrViolations } from './ejr';
import { type Utility } from './equal-shares';
import { raceOf } from './race';
import { tally } from './tally';

/** EJR+ up to one as it is written: every group of supporters, one by one. Exponential, so for few voters only. */
function violated(cast: Election, utility: Utility, selected: readonly number[]): number[] {
  const voters = cast.ballots.flatMap((ballot) => Array.from({ length: ballot.voters }, () => ballot));
  const worth = (project: number) => (utility === 'cost' ? (cast.projects[project]?.cost ?? 0n) : 1n);
  const gain = (voter: number, project: number) => {
    const place = voters[voter]?.choices.indexOf(project) ?? -1;
    return place < 0 ? 0n : BigInt(voters[voter]?.scores[place] ?? 0) * worth(project);
  };
  return cast.projects.flatMap(({ cost }, project) => {
    if (selected.includes(project) || cost === 0n || cost > cast.budget) return [];
    const supporters = voters.flatMap((_, voter) => (gain(voter, project) > 0n ? [voter] : []));
    for (let mask = 1; mask < 2 ** supporters.length; mask += 1) {
      const group = supporters.filter((_, index) => mask & (1 << index));
      const claim = cast.budget * group.reduce((sum, voter) => sum + gain(voter, project), 0n);
      const poor = group.every((voter) => {
        const got = selected.reduce((sum, winner) => sum + gain(voter, winner), 0n);
        return (got + gain(voter, project)) * BigInt(voters.length) * cost <= claim;
      });
      if (poor) return [project];
    }
    return [];
  });
}

const few = someElection({ projects: 4, ballots: 4, score: 3 });
const runs = { numRuns: 200, seed: 1989 };

describe('EJR+ up to one', () => {
  // Half of the people want c and d; greedy gives everything to the other, slightly larger half.
  const halves = vote({ budget: 100, costs: { a: 50, b: 50, c: 50, d: 50 }, ballots: ['5x a b', '4x c d'] });

  test('is broken where a large minority gets nothing', () => {
    const { selected } = tally(halves, { method: 'greedy', ranking: 'votes' });
    expect(named(halves, selected)).toBe('a b');
    expect(ejrViolations(raceOf(halves), 'cardinality', selected)).toEqual([]);
    const larger = vote({
      budget: 100,
      costs: { a: 50, b: 50, c: 40, d: 40 },
      ballots: ['5x a b', '4x c d'],
    });
    const found = ejrViolations(
      raceOf(larger),
      'cost',
      tally(larger, { method: 'greedy', ranking: 'votes' }).selected,
    );
    expect(named(larger, found)).toBe('c d');
  });

  test('holds when each group gets its part', () => {
    expect(ejrViolations(raceOf(halves), 'cost', [0, 2])).toEqual([]);
  });

  test('a claim that is exactly met is broken: up to one asks for more', () => {
    const pair = vote({ budget: 10, costs: { a: 5, b: 5 }, ballots: ['a', 'b'] });
    expect(ejrViolations(raceOf(pair), 'cost', [0])).toEqual([1]);
    expect(ejrViolations(raceOf(pair), 'cost', [])).toEqual([0, 1]);
  });

  test('a project over the budget, for free or without votes has no claim', () => {
    const odd = vote({ budget: 10, costs: { a: 11, b: 0, c: 5 }, ballots: ['a b'] });
    expect(ejrViolations(raceOf(odd), 'cost', [])).toEqual([]);
  });

  test.each(['cost', 'cardinality'] as const)('finds what trying every group finds, by %s', (utility) => {
    fc.assert(
      fc.property(few, fc.infiniteStream(fc.boolean()), (cast, chance) => {
        const selected = cast.projects.flatMap((_, place) => (chance.next().value ? [place] : []));
        const found = [...ejrViolations(raceOf(cast), utility, selected)].sort();
        expect(found).toEqual(violated(cast, utility, selected).sort());
      }),
      runs,
    );
  });

  test.each(['cost', 'cardinality'] as const)('is never broken by equal shares, by %s', (utility) => {
    fc.assert(
      fc.property(few, (cast) => {
        const { selected, completed } = tally(cast, { method: 'shares', utility, completion: true });
        expect(violated(cast, utility, selected)).toEqual([]);
        expect(violated(cast, utility, completed)).toEqual([]);
      }),
      runs,
    );
  });
});
