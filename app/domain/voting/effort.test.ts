import { describe, expect, test, vi } from 'vitest';
import { named, vote } from '../../../tests/support/voting';
import { type Election } from './election';
import { equalShares, type Utility } from './equal-shares';
import { Purses } from './purses';
import { equalPart, raceOf } from './race';

/** Who won, and for which projects an exact price was made, both in order. */
function effort(cast: Election, utility: Utility, guess?: number[]): [string, string] {
  const priced = vi.spyOn(Purses.prototype, 'priceOf');
  const race = raceOf(cast);
  const shares = equalShares(race, utility, equalPart(race), guess);
  const projects = priced.mock.calls.map(([project]) => project);
  priced.mockRestore();
  return [named(cast, shares?.selected ?? []), named(cast, projects)];
}

// Exact prices take long, and a city with raises counts hundreds of times.
describe('an exact price is made', () => {
  const apart = vote({ budget: 400, costs: { a: 90, b: 40, c: 10 }, ballots: ['4x a', '2x b', 'c', ''] });

  test('for the winner of a round alone, where the others surely ask more', () => {
    expect(effort(apart, 'cost')).toEqual(['a b c', 'a b c']);
    expect(effort(apart, 'cardinality')).toEqual(['c b a', 'c b a']);
  });

  // After p most who want x have little left: x looked good, and y and z are better.
  const costs = { p: 56, x: 26, y: 12, z: 36 };
  const ballots = ['6x p x', '2x p', 'x', '5x y', '4x z'];
  const turned = vote({ budget: 180, costs, ballots });

  test('also for who looked better before, and once more when it wins', () => {
    expect(effort(turned, 'cost')).toEqual(['p y z x', 'p x y z x']);
  });

  test('for fewer where the winners are guessed', () => {
    expect(effort(turned, 'cost', [0, 2])).toEqual(['p y z x', 'p y z x']);
    expect(effort(turned, 'cost', [3])).toEqual(['p y z x', 'z p x y z x']);
  });

  test('never again for who cannot be paid any more', () => {
    const dear = vote({ budget: 180, costs: { ...costs, x: 30 }, ballots });
    expect(effort(dear, 'cost')).toEqual(['p y z', 'p x y z']);
  });
});
