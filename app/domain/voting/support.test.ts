import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someElection, vote } from '../../../tests/support/voting';
import { plainShares } from './add-one';
import { exampleElection } from './example';
import { compareFractions, fraction, fractionText, nothing } from './fraction';
import { raceOf } from './race';
import { standingOf } from './support';

const one = fraction(1n);

function standings(cast: Parameters<typeof raceOf>[0], utility: 'cost' | 'cardinality' = 'cost') {
  const race = raceOf(cast);
  const shares = plainShares(race, utility);
  return { race, shares, of: (project: number) => standingOf(race, shares, project) };
}

describe('how near a plan came', () => {
  test('is less than whole for who lost, with when and with how much', () => {
    const { shares, of } = standings(exampleElection);
    expect(shares.selected).toEqual([0, 2, 3]);
    const lights = of(1);
    expect(lights.loss).toEqual({ afterRounds: 1, left: fraction(24_000n) });
    expect(compareFractions(lights.support, one)).toBe(-1);
    // € 240 of the € 280 that it costs: the most that its supporters ever had for it.
    expect(fractionText(lights.support)).toBe('6/7');
  });

  test('says no loss of a winner, who has at least what was needed', () => {
    const { shares, of } = standings(exampleElection);
    for (const project of shares.selected) {
      expect(of(project)).not.toHaveProperty('loss');
      expect(compareFractions(of(project).support, one)).toBeGreaterThanOrEqual(0);
    }
  });

  test('is twice what was needed where the supporters had twice the cost, all at the end', () => {
    const { of } = standings(vote({ budget: 100, costs: { a: 50 }, ballots: ['a'] }));
    expect(of(0)).toEqual({ support: fraction(2n) });
  });

  test('is lost from the start where the supporters never had the cost', () => {
    const { of } = standings(vote({ budget: 100, costs: { a: 60, b: 40 }, ballots: ['a', 'b'] }));
    expect(of(0)).toEqual({ support: fraction(5n, 6n), loss: { afterRounds: 0, left: fraction(50n) } });
  });

  test('is nothing where nobody has anything', () => {
    const { of } = standings(vote({ budget: 0, costs: { a: 10 }, ballots: ['a'] }));
    expect(of(0)).toEqual({ support: nothing, loss: { afterRounds: 0, left: nothing } });
  });

  test.each(['cost', 'cardinality'] as const)(
    'tells winners and losers apart in any election (%s): who won could be paid, who lost could not',
    (utility) => {
      fc.assert(
        fc.property(someElection(), (some) => {
          const { race, shares, of } = standings(some, utility);
          for (const project of race.contenders) {
            const { support, loss } = of(project);
            const won = shares.selected.includes(project);
            expect(loss === undefined).toBe(won);
            if (won) expect(compareFractions(support, one)).toBeGreaterThanOrEqual(0);
            else expect(compareFractions(loss?.left ?? one, fraction(race.costs[project] ?? 0n))).toBe(-1);
          }
        }),
        { numRuns: 150, seed: 4 },
      );
    },
  );
});
