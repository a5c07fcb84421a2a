import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { named, someElection, vote } from '../../../tests/support/voting';
import { fraction, nothing } from './fraction';
import { equalPart, raceOf } from './race';

const runs = { numRuns: 200, seed: 2026 };

describe('a race', () => {
  const cast = vote({
    budget: 100,
    costs: { a: 101, b: 0, c: 60, d: 100, e: 40, f: 0 },
    ballots: ['a b c', 'c d', '3x', 'a d', 'b c'],
  });
  const race = raceOf(cast);

  test('leaves out what costs more than the budget, however many want it', () => {
    expect(named(cast, race.overBudget)).toBe('a');
    expect(named(cast, race.contenders)).toBe('c d');
  });

  test('has what is free and wanted apart, and nothing that nobody wants', () => {
    expect(named(cast, race.free)).toBe('b');
    expect([...race.free, ...race.contenders].map((place) => cast.projects[place]?.id)).not.toContain('e');
  });

  test('counts who cast an empty ballot among the voters, and divides the budget over them too', () => {
    expect(race.voters).toBe(7);
    expect(equalPart(race)).toEqual(fraction(100n, 7n));
  });

  test('gives everybody nothing where nobody voted', () => {
    expect(equalPart(raceOf(vote({ budget: 100, costs: { a: 1 }, ballots: [] })))).toEqual(nothing);
  });

  test('knows for each ballot its place among the merged ones', () => {
    const twice = raceOf(vote({ budget: 10, costs: { a: 1, b: 1 }, ballots: ['a b', 'a', '2x a b', 'b'] }));
    expect(twice.merged).toHaveLength(4);
    expect(twice.merged[0]).toBe(twice.merged[2]);
    expect(new Set(twice.merged).size).toBe(3);
    expect([...twice.people.voters][twice.merged[0] ?? -1]).toBe(3);
  });

  test('puts every supported project in one part, in the order that settles ties', () => {
    fc.assert(
      fc.property(someElection(), (some) => {
        const { free, contenders, overBudget, preference, costs } = raceOf(some);
        const supported = costs.flatMap((_, place) => ((preference.votes[place] ?? 0) > 0 ? [place] : []));
        const wanted = overBudget.filter((place) => supported.includes(place));
        expect([...free, ...contenders, ...wanted].sort()).toEqual(supported.sort());
        for (const part of [free, contenders]) expect([...part].sort(preference.compare)).toEqual(part);
      }),
      runs,
    );
  });
});
