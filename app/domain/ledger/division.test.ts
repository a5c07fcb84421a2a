import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, compare, sum } from '../money/cents';
import {
  asWeight,
  byInhabitants,
  divide,
  divisionKeys,
  parseShares,
  parseWeight,
  type Share,
  sharesText,
  weightsOf,
  weightText,
} from './division';

const refusal = (code: string, detail = {}) => expect.objectContaining({ code, detail });
const amount = fc.bigInt({ min: 0n, max: 10n ** 13n }).map(cents);
const weight = fc.bigInt({ min: 0n, max: 10n ** 17n - 1n });
const weights = fc
  .array(weight, { minLength: 1, maxLength: 40 })
  .filter((list) => list.some((each) => each > 0n));
const noFoot = { footCents: cents(0) };

describe('a weight', () => {
  test.each([
    ['12', 120_000n],
    [' 12,5 ', 125_000n],
    ['12.5', 125_000n],
    ['0', 0n],
    ['0,0001', 1n],
    ['0.125', 1_250n],
    ['007', 70_000n],
    ['1234.567', 12_345_670n],
    ['10000000000000,0001', 10n ** 17n + 1n],
  ])('%j is read', (text, read) => {
    expect(parseWeight(text)).toBe(read);
  });

  test.each([
    '',
    '-1',
    '1e3',
    '1.250',
    '12.500',
    '1,25000',
    '1.2.3',
    ',5',
    '5,',
    'veel',
    '1 000',
    '123456789012345',
  ])('%j is not', (text) => {
    expect(() => parseWeight(text)).toThrow(refusal('numberInvalid'));
  });

  test('is not read at any length', () => {
    expect(() => parseWeight(`${' '.repeat(40)}1`)).toThrow(refusal('numberInvalid'));
  });

  test('is written as it is read', () => {
    fc.assert(
      fc.property(weight, (each) => {
        expect(parseWeight(weightText(each))).toBe(each);
      }),
    );
    expect([weightText(0n), weightText(125_000n), weightText(1n)]).toEqual(['0', '12,5', '0,0001']);
    expect([asWeight(12), asWeight(3n)]).toEqual([120_000n, 30_000n]);
  });
});

describe('shares', () => {
  const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  const shares = fc.uniqueArray(fc.record({ slug, weight }), {
    minLength: 1,
    maxLength: 20,
    selector: (share) => share.slug,
  });

  test('go through an address unchanged', () => {
    fc.assert(
      fc.property(shares, (all) => {
        expect(parseShares(sharesText(all))).toEqual(all);
      }),
    );
    expect(sharesText([{ slug: 'parkwijk', weight: 125_000n }])).toBe('parkwijk:12,5');
  });

  test.each(['', 'x', 'x:', ':1', 'x:-1', 'x:1.5', 'x:1  y:2', 'x:1:2'])('%j is none', (text) => {
    expect(() => parseShares(text)).toThrow(refusal('formInvalid'));
  });

  const wijken = ['a', 'b', 'c'].map((own) => ({ slug: own, name: own.toUpperCase() }));
  const share = (own: string, units: number): Share => ({ slug: own, weight: asWeight(units) });

  test('are put in the order of the wijken', () => {
    expect(weightsOf(wijken, [share('c', 3), share('a', 1), share('b', 2)])).toEqual([
      10_000n,
      20_000n,
      30_000n,
    ]);
    expect(weightsOf([], [])).toEqual([]);
  });

  test('name every wijk exactly once', () => {
    expect(() => weightsOf(wijken, [share('b', 2)])).toThrow(refusal('weightsMissing', { names: 'A, C' }));
    const all = wijken.map((wijk) => share(wijk.slug, 1));
    expect(() => weightsOf(wijken, [...all, share('a', 2)])).toThrow(refusal('formInvalid'));
    expect(() => weightsOf(wijken, [...all, share('d', 2)])).toThrow(refusal('formInvalid'));
  });
});

describe('a division', () => {
  test('E8: € 10.000 over Soesterkwartier and Nieuwland, by the people who live there or by those numbers as weights', () => {
    const amounts = { totalCents: cents(1_000_000), ...noFoot };
    const people = [asWeight(12_185), asWeight(14_440)];
    for (const by of ['inhabitants', 'weights'] as const) {
      expect(divide(by, amounts, people)).toEqual([457_653n, 542_347n]);
    }
  });

  test('by inhabitants needs a foot and nothing else', () => {
    expect(byInhabitants(cents(5))).toEqual({
      by: 'inhabitants',
      footCents: 5n,
      shares: [],
      weightsFrom: null,
    });
  });

  test.each([
    ['inhabitants', 100, 10, [asWeight(1), asWeight(3)], [30n, 70n]],
    ['weights', 100, 0, [asWeight(1), asWeight(1), asWeight(1)], [34n, 33n, 33n]],
    ['weights', 10, 0, [5_000n, 0n, 15_000n], [2n, 0n, 8n]],
    ['amounts', 100, 0, [asWeight(99), asWeight(1), 0n], [99n, 1n, 0n]],
    ['amounts', 0, 0, [0n], [0n]],
  ] as const)('by %s of %d, foot %d', (by, total, foot, list, parts) => {
    expect(divide(by, { totalCents: cents(total), footCents: cents(foot) }, list)).toEqual(parts);
  });

  test.each([
    ['inhabitants', -1, [1n], 'amountInvalid', {}],
    ['weights', -1, [1n], 'amountInvalid', {}],
    ['amounts', -1, [1n], 'amountInvalid', {}],
    ['inhabitants', 1, [0n], 'noInhabitants', {}],
    ['weights', 1, [0n, 0n], 'weightsZero', {}],
    ['weights', 1, [], 'weightsZero', {}],
    ['amounts', 100, [asWeight(99)], 'partsNotTotal', { given: 99n, total: 100n }],
    ['amounts', 100, [asWeight(101)], 'partsNotTotal', { given: 101n, total: 100n }],
  ] as const)('by %s of %d over %s is refused: %s', (by, total, list, code, detail) => {
    expect(() => divide(by, { totalCents: cents(total), ...noFoot }, list)).toThrow(refusal(code, detail));
  });

  test('is whole, with no part below zero, whatever the key and the weights', () => {
    fc.assert(
      fc.property(fc.constantFrom(...divisionKeys), amount, weights, (by, total, list) => {
        const given = by === 'amounts' ? list.map((each) => asWeight(each % 10n ** 9n)) : list;
        const totalCents = by === 'amounts' ? sum(given.map((each) => cents(each / 10_000n))) : total;
        const parts = divide(by, { totalCents, ...noFoot }, given);
        expect(sum(parts)).toBe(totalCents);
        expect(parts).toHaveLength(given.length);
        expect(parts.every((part) => part >= 0n)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('gives the same whatever unit the weights are in, and more never less', () => {
    fc.assert(
      fc.property(amount, weights, fc.bigInt({ min: 1n, max: 1000n }), (totalCents, list, times) => {
        const parts = divide('weights', { totalCents, ...noFoot }, list);
        const larger = list.map((each) => each * times);
        expect(divide('weights', { totalCents, ...noFoot }, larger)).toEqual(parts);
        const order = list.map((each, index) => ({ each, part: parts[index] ?? 0n }));
        order.sort((a, b) => compare(a.each, b.each) || compare(a.part, b.part));
        order.forEach(({ part }, index) => expect(part >= (order[index - 1]?.part ?? 0n)).toBe(true));
      }),
    );
  });
});
