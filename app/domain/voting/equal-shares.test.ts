import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { named, someElection, vote } from '../../../tests/support/voting';
import { plainShares, raise } from './add-one';
import { equalShares, type Shares, type Utility } from './equal-shares';
import { fraction, fractionText } from './fraction';
import { equalPart, raceOf } from './race';

// A playground that many want, a bench that few want and a bridge that is dear: 12 voters, 10 each.
const quarter = vote({
  budget: 120,
  costs: { p: 60, b: 12, x: 48, z: 20 },
  ballots: ['4x p b', '4x p x', '2x x', 'z', 'z x'],
});
const race = raceOf(quarter);

function count(utility: Utility, endowment = equalPart(race)) {
  const shares = equalShares(race, utility, endowment);
  return (
    shares && {
      selected: named(quarter, shares.selected),
      total: shares.total,
      payments: shares.purses.paid.map((_, round) => fractionText(shares.purses.paymentOf(round))),
      emptied: [...shares.purses.emptiedAt],
    }
  );
}

describe('equal shares at one endowment', () => {
  test('by cost: most effective votes first; who has too little gives all, the others fill up', () => {
    // p: 60 over 8 is 7.50. x: four have 2.50 left, the other three pay (48 - 10)/3, more than they have: out.
    expect(count('cost')).toEqual({
      selected: 'p z',
      total: 80n,
      payments: ['15/2', '10'],
      emptied: [-1, -1, -1, 1, 1],
    });
  });

  test('by number: cheapest per supporter first', () => {
    // b: 3 each. x: 48/7 each. Then p could get 4 × 7 + 4 × 22/7 and z 92/7: too little for both.
    expect(count('cardinality')).toEqual({
      selected: 'b x',
      total: 60n,
      payments: ['3', '48/7'],
      emptied: [-1, -1, -1, -1, -1],
    });
  });

  test('with more for everybody more is paid', () => {
    // x: four have 4.50 left and give it, the other three give 10; so x is worth 4.8 votes and b only 4.
    expect(count('cost', fraction(12n))).toMatchObject({ selected: 'p x b', payments: ['15/2', '10', '3'] });
  });

  test('ends without an outcome as soon as the winners cost more than the budget', () => {
    expect(count('cost', fraction(60n))).toBeUndefined();
  });

  test('with nothing for anybody nothing is paid', () => {
    expect(count('cost', fraction(0n))).toEqual({
      selected: '',
      total: 0n,
      payments: [],
      emptied: [-1, -1, -1, -1, -1],
    });
  });

  test('who is guessed to win changes nothing', () => {
    const guesses = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 7 });
    fc.assert(
      fc.property(someElection(), guesses, fc.constantFrom('cost', 'cardinality'), (some, guess, utility) => {
        const raced = raceOf(some);
        const told = (shares?: Shares) =>
          shares && { ...shares, purses: [shares.purses.prices, shares.purses.emptiedAt] };
        const without = equalShares(raced, utility, equalPart(raced));
        const guessed = equalShares(raced, utility, equalPart(raced), guess);
        expect(told(guessed)).toEqual(told(without));
      }),
      { numRuns: 300, seed: 2302 },
    );
  });

  test('counting once leaves no trace for counting again', () => {
    expect(count('cost')).toEqual(count('cost'));
    expect(count('cardinality')).toEqual(count('cardinality'));
  });
});

describe('raising', () => {
  test('starts where equal shares stands, and ends when nothing fits any more', () => {
    const { shares, steps, stop } = raise(race, 'cost', 1n);
    expect(plainShares(race, 'cost').endowment).toEqual(fraction(10n));
    // From 11 each p, b and z are paid, and x no longer fits in what is left.
    expect([named(quarter, shares.selected), shares.total]).toEqual(['p b z', 92n]);
    expect([shares.endowment, steps, stop]).toEqual([fraction(11n), 1, 'exhaustive']);
  });

  test('by a larger step stops no later', () => {
    const small = raise(race, 'cost', 1n);
    const large = raise(race, 'cost', 5n);
    expect(large.steps).toBeLessThanOrEqual(small.steps);
    expect((large.shares.endowment.top - 10n) % 5n).toBe(0n);
  });
});
