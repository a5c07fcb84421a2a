import { describe, expect, test, vi } from 'vitest';
import { vote } from '../../../tests/support/voting';
import { type Election } from './election';
import { fraction, type Fraction, fractionText } from './fraction';
import { type Price, Purses } from './purses';
import { equalPart, raceOf } from './race';

/** Purses, the price of project 0 where all could pay in full, and a whole purse; both in units. */
function pursesOf(cast: Election, endowment?: Fraction) {
  const race = raceOf(cast);
  const purses = new Purses(race.people, race.costs, endowment ?? equalPart(race));
  const lowest = purses.lowest(0, race.preference.votes[0]!);
  return { purses, lowest, full: purses.unitsOf({ top: purses.endowment, over: 1n }) };
}

const money = (purses: Purses, price?: Price) =>
  price && fractionText(fraction(price.top, purses.denominator * price.over));

test('in units all purses together stay below 2^52', () => {
  const { full } = pursesOf(vote({ budget: 30, costs: { a: 30 }, ballots: ['2x a', ''] }));
  expect(full * 3).toBeLessThan(2 ** 52);
  expect(full * 3).toBeGreaterThan(2 ** 50);
});

describe('the bound from below at a price', () => {
  test('is just below the price itself where all can pay', () => {
    const { purses } = pursesOf(vote({ budget: 10, costs: { a: 9 }, ballots: ['a'] }));
    const units = purses.unitsOf(purses.priceOf(0, 0)!);
    expect(purses.above(0, 0)).toBeLessThanOrEqual(units);
    expect(purses.above(0, 0)).toBeGreaterThan(units * (1 - 1e-11));
  });

  test('is endless where all would give what they have, and have too little', () => {
    const { purses, full } = pursesOf(vote({ budget: 10, costs: { a: 20 }, ballots: ['a'] }));
    expect(purses.above(0, full)).toBe(Infinity);
  });

  test('is not too high by what is rounded for each of a million voters', () => {
    const { purses } = pursesOf(
      vote({ budget: 3_000_000, costs: { a: 1_000_000 }, ballots: ['1000000x a'] }),
    );
    const units = purses.unitsOf(purses.priceOf(0, 0)!);
    expect(units % 1).toBeGreaterThan(0.6);
    expect(purses.above(0, units - 0.05)).toBeUndefined();
  });
});

describe('a price, looked for from where all could pay', () => {
  test('may ask exactly all there is of who gave fewer points', () => {
    const { purses, lowest } = pursesOf(vote({ budget: 20, costs: { a: 20 }, ballots: ['a2', 'a'] }));
    expect(money(purses, purses.priceOf(0, lowest))).toBe('10');
  });

  test('may do so beside a million others who fall short', () => {
    const budget = 10_000_010;
    const { purses, lowest } = pursesOf(
      vote({ budget, costs: { a: budget }, ballots: ['1000000x a2', 'a'] }),
    );
    expect(money(purses, purses.priceOf(0, lowest))).toBe('10');
  });

  test('is summed exactly once, however many fall short one after the other', () => {
    const { purses, lowest } = pursesOf(vote({ budget: 30, costs: { a: 30 }, ballots: ['a4', 'a2', 'a'] }));
    const sums = vi.spyOn(purses, 'unitsOf');
    expect(money(purses, purses.priceOf(0, lowest))).toBe('10');
    expect(sums).toHaveBeenCalledTimes(1);
  });
});

test('who gave points before has the price less for each of them', () => {
  const unit = 10n ** 40n;
  const race = raceOf(vote({ budget: 0, costs: { x: 0, y: 0 }, ballots: ['x3 y', 'y'] }));
  const purses = new Purses(race.people, [3n * unit, 12n * unit], fraction(9n * unit));
  for (const project of [0, 1]) purses.pay(project, purses.priceOf(project, 0)!);
  expect(purses.emptiedAt[race.merged[0]!]).toBe(1);
  expect(purses.emptiedAt[race.merged[1]!]).toBe(-1);
});
