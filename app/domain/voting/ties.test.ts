import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someElection, vote } from '../../../tests/support/voting';
import { raceOf } from './race';
import { preferenceIn, settle } from './ties';

const cast = vote({
  budget: 100,
  costs: { a: 10, b: 10, c: 5, d: 200, e: 0, f: 0 },
  ballots: ['2x a b c d', 'e', 'a b'],
  lot: ['f', 'e', 'd', 'c', 'b', 'a'],
});
const preference = preferenceIn(cast);
const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5] as const;

describe('the order for ties', () => {
  test('is votes, then cost, then the lot', () => {
    expect([a, b, c, d, e, f].sort(preference.compare)).toEqual([b, a, c, d, e, f]);
  });

  test.each([
    [a, c, 'votes'],
    [c, d, 'cost'],
    [a, b, 'lot'],
  ])('%d against %d is settled by %s', (one, other, by) => {
    expect(preference.decider(one, other)).toBe(by);
    expect(preference.decider(other, one)).toBe(by);
  });

  test('never finds two projects equal, and does not go round in circles', () => {
    fc.assert(
      fc.property(someElection(), (some) => {
        const { compare } = preferenceIn(some);
        const sorted = some.projects.map((_, place) => place).sort(compare);
        sorted.forEach((project, turn) => {
          for (const later of sorted.slice(turn + 1)) {
            expect(compare(project, later)).toBeLessThan(0);
            expect(compare(later, project)).toBeGreaterThan(0);
          }
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('settling who goes first', () => {
  test('one alone is no tie', () => {
    expect(settle([d], 3, preference)).toEqual([d]);
  });

  test('more than one is told in order, with what settled the first place', () => {
    expect(settle([c, a, b], 2, preference)).toEqual([
      b,
      { round: 2, projects: [b, a, c], decidedBy: 'lot' },
    ]);
    expect(settle([d, c], 0, preference)).toEqual([c, { round: 0, projects: [c, d], decidedBy: 'cost' }]);
  });
});

describe('who takes part', () => {
  const race = raceOf(cast);

  test('is who is supported, costs something and fits, best first', () => {
    expect(race.contenders).toEqual([b, a, c]);
    expect(race.free).toEqual([e]);
    expect(race.overBudget).toEqual([d]);
  });

  test('a project that costs exactly the budget takes part', () => {
    const exact = raceOf(vote({ budget: 10, costs: { x: 10, y: 11 }, ballots: ['x y'] }));
    expect([exact.contenders, exact.overBudget]).toEqual([[0], [1]]);
  });

  test('a race knows where each ballot went', () => {
    const twins = raceOf(vote({ budget: 10, costs: { x: 1, y: 1 }, ballots: ['x y', 'y', 'y x', 'y'] }));
    expect(twins.merged).toEqual([0, 1, 0, 1]);
    expect(twins.voters).toBe(4);
  });
});
