import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { someElection, vote } from '../../../tests/support/voting';
import { type Election, votesOf } from './election';
import { electorate } from './electorate';
import { fraction, type Fraction, fractionText } from './fraction';
import { type Price, Purses } from './purses';
import { equalPart, raceOf } from './race';

function pursesOf(cast: Election, endowment?: Fraction): Purses {
  const race = raceOf(cast);
  return new Purses(race.people, race.costs, endowment ?? equalPart(race));
}

/** A price as a common fraction, in minor units per point. */
const money = (purses: Purses, price?: Price) =>
  price && fractionText(fraction(price.top, purses.denominator * price.over));

/** Three ballots of equal size, 30 each. */
const cast = vote({ budget: 90, costs: { a: 60, b: 45, c: 91, d: 20 }, ballots: ['a b', 'a3 c', 'b d'] });

describe('columns', () => {
  test('hold each ballot by ballot and by project', () => {
    const people = electorate(cast);
    expect([...people.ballotStart]).toEqual([0, 2, 4, 6]);
    expect([...people.ballotProject]).toEqual([0, 1, 0, 2, 1, 3]);
    expect([...people.ballotScore]).toEqual([1, 1, 3, 1, 1, 1]);
    expect([...people.backStart]).toEqual([0, 2, 4, 5, 6]);
    expect([...people.backBallot]).toEqual([0, 1, 0, 2, 1, 2]);
    expect([...people.backScore]).toEqual([1, 3, 1, 1, 1, 1]);
  });

  test('know how many cast each ballot', () => {
    const people = electorate(vote({ budget: 1, costs: { a: 1 }, ballots: ['3x a', '', '2x'] }));
    expect([...people.voters]).toEqual([3, 1, 2]);
    expect([...people.backVoters]).toEqual([3]);
  });

  test('may be empty', () => {
    const people = electorate({ ballots: [], projects: [] });
    expect([people.voters.length, [...people.ballotStart], [...people.backStart]]).toEqual([0, [0], [0]]);
  });

  test('lose nothing of any election', () => {
    fc.assert(
      fc.property(someElection(), (some) => {
        const people = electorate(some);
        const sums = some.projects.map((_, project) => {
          let sum = 0;
          for (let place = people.backStart[project]!; place < people.backStart[project + 1]!; place += 1) {
            sum += people.backScore[place]! * people.backVoters[place]!;
          }
          return sum;
        });
        expect(sums).toEqual(votesOf(some));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a price', () => {
  test.each([
    ['equal scores, equal purses', 1, '45/2'],
    ['one pays all, for three times the points', 0, '30'],
    ['one alone', 3, '20'],
  ])('%s', (_, project, price) => {
    const purses = pursesOf(cast);
    expect(money(purses, purses.priceOf(project, 0))).toBe(price);
  });

  test('is not there when all supporters together have too little', () => {
    expect(pursesOf(cast).priceOf(2, 0)).toBeUndefined();
  });

  test('is the same from any start that is not above it', () => {
    const purses = pursesOf(cast);
    const exact = purses.priceOf(1, 0);
    if (!exact) return expect.fail();
    const units = purses.unitsOf(exact);
    for (const part of [0, 0.1, 0.5, 0.9, 0.999999]) {
      expect(money(purses, purses.priceOf(1, units * part))).toBe('45/2');
    }
  });

  test('rises for who can still pay when others have nothing left', () => {
    const purses = pursesOf(cast);
    purses.pay(0, purses.priceOf(0, 0)!);
    expect([...purses.emptiedAt]).toEqual([0, 0, -1]);
    expect(purses.priceOf(1, 0)).toBeUndefined();
    expect(money(purses, purses.priceOf(3, 0))).toBe('20');
    expect([purses.leftOf(1), purses.leftOf(0)]).toEqual([30n * purses.denominator, 0n]);
  });

  test('is bounded from below by what is told fast, and never bounded too high', () => {
    fc.assert(
      fc.property(someElection({ score: 50 }), fc.double({ min: 0, max: 2, noNaN: true }), (some, part) => {
        const race = raceOf(some);
        const purses = new Purses(race.people, race.costs, equalPart(race));
        for (const project of race.contenders) {
          const price = purses.priceOf(project, 0);
          const lowest = purses.lowest(project, race.preference.votes[project]!);
          const above = purses.above(project, lowest * part);
          if (!price) {
            expect(above === undefined).toBe(false);
            continue;
          }
          const units = purses.unitsOf(price);
          expect(lowest).toBeLessThanOrEqual(units);
          if (above !== undefined) expect(above).toBeLessThanOrEqual(units * (1 + 1e-12));
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('that only just cannot be paid is not paid, by one part in 10^40', () => {
    const huge = 10n ** 40n;
    const rich = vote({ budget: 0, costs: { a: 0 }, ballots: ['a', 'a', 'a'] });
    const race = raceOf(rich);
    const purses = new Purses(race.people, [3n * huge], fraction(huge));
    expect(money(purses, purses.priceOf(0, 0))).toBe(`${huge}`);
    const poorer = new Purses(race.people, [3n * huge + 1n], fraction(huge));
    expect(poorer.priceOf(0, 0)).toBeUndefined();
  });
});

describe('who stands too close to a price to tell fast', () => {
  // The first voter paid a third, exactly; rounded, the purse seems to be a bit larger than two thirds.
  const third = 10n ** 40n;
  const race = raceOf(vote({ budget: 0, costs: { x: 0, y: 0 }, ballots: ['x y', 'y'] }));
  const after = (cost: bigint) => {
    const purses = new Purses(race.people, [third, cost], fraction(3n * third));
    purses.pay(0, purses.priceOf(0, 0)!);
    return purses;
  };

  test.each([
    ['one part in 10^40 too little', 4n * third + 2n, 2n * third + 2n, 0],
    ['exactly enough', 4n * third, 2n * third, 0],
    ['one part in 10^40 to spare', 4n * third - 2n, 2n * third - 1n, -1],
  ])('has %s', (_, cost, price, emptied) => {
    const purses = after(cost);
    const exact = purses.priceOf(1, 0);
    expect(money(purses, exact)).toBe(`${price}`);
    expect(purses.wouldPay(1, exact!)).toBe(cost * purses.denominator * exact!.over);
    purses.pay(1, exact!);
    expect(purses.emptiedAt[0]).toBe(emptied === 0 ? 1 : -1);
  });
});

describe('paying', () => {
  test('takes from each the price times the points, and all there is from who has less', () => {
    const purses = pursesOf(vote({ budget: 60, costs: { a: 35, b: 10 }, ballots: ['a', 'a2 b', 'b'] }));
    const price = purses.priceOf(0, 0);
    expect(money(purses, price)).toBe('15');
    purses.pay(0, price!);
    expect([...purses.emptiedAt]).toEqual([-1, 0, -1]);
    expect(purses.leftOf(0)).toBe(5n * purses.denominator);
  });

  test('with the last money empties the purse', () => {
    const purses = pursesOf(vote({ budget: 40, costs: { a: 40 }, ballots: ['a', 'a'] }));
    purses.pay(0, purses.priceOf(0, 0)!);
    expect([...purses.emptiedAt]).toEqual([0]);
    expect(fractionText(purses.paymentOf(0))).toBe('20');
  });

  test('keeps everything over one denominator, and as small as it may be', () => {
    const purses = pursesOf(
      vote({ budget: 90, costs: { a: 10, b: 10, c: 10 }, ballots: ['3x a', '7x b', 'c', '4x'] }),
    );
    for (const project of [0, 1, 2]) purses.pay(project, purses.priceOf(project, 0) ?? { top: 0n, over: 1n });
    expect(purses.denominator).toBe(21n);
    expect(purses.endowment).toBe(6n * 21n);
    expect(purses.prices).toEqual([70n, 30n, 0n]);
    expect(purses.paid.map((project) => purses.roundOf[project])).toEqual([0, 1, 2]);
  });

  test('what would be paid at a price is told without paying', () => {
    const purses = pursesOf(cast);
    const at = (price: bigint) => purses.wouldPay(0, { top: price, over: 1n });
    expect([at(0n), at(5n), at(10n), at(20n), at(1000n)]).toEqual([0n, 20n, 40n, 50n, 60n]);
    expect(purses.paid).toEqual([]);
  });

  test('without any money nothing has a price', () => {
    const purses = pursesOf(cast, fraction(0n));
    expect(purses.above(0, purses.lowest(0, 4))).toBe(Infinity);
    expect(purses.leftOf(0)).toBe(0n);
  });
});
