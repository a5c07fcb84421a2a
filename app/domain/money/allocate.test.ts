import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sharedFile } from '../../../tests/support/shared';
import { allocate, allocateInOrder, divideYearly } from './allocate';
import { cents, sum } from './cents';

type Examples = {
  E8_stadsraad_per_inwoner: { bedrag: number; inwoners: Record<string, number>; toe: number[] };
};

const amount = fc.bigInt({ min: 0n, max: 10n ** 13n }).map(cents);
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 })
  .filter((list) => list.some((weight) => weight > 0n));

describe('allocate', () => {
  test.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [200n, [1n, 1n, 1n], [67n, 67n, 66n]],
    [1n, [1n, 2n], [0n, 1n]],
    [1n, [2n, 2n], [1n, 0n]],
    [2n, [2n, 2n, 1n, 2n], [1n, 1n, 0n, 0n]],
    // Equal remainders of a half: the larger weight wins, though it comes later.
    [2n, [1n, 3n], [0n, 2n]],
    [0n, [1n, 2n], [0n, 0n]],
    [100n, [0n, 5n, 0n], [0n, 100n, 0n]],
  ])('%d over %s', (total, over, parts) => {
    expect(allocate(cents(total), over)).toEqual(parts);
  });

  test.each([
    [-1n, [1n]],
    [1n, []],
    [1n, [0n, 0n]],
    [1n, [2n, -1n]],
  ])('refuses %d over %s', (total, over) => {
    expect(() => allocate(cents(total), over)).toThrow(
      new RangeError('allocate needs an amount of zero or more and weights above zero'),
    );
  });

  test('parts sum to the whole and each is within a cent of its exact part', () => {
    fc.assert(
      fc.property(amount, weights, (total, over) => {
        const parts = allocate(total, over);
        const whole = over.reduce((a, b) => a + b, 0n);
        expect(sum(parts)).toBe(total);
        parts.forEach((part, index) => {
          const off = part * whole - total * (over[index] ?? 0n);
          expect(off < whole && off > -whole).toBe(true);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('a larger weight never gets less', () => {
    fc.assert(
      fc.property(amount, weights, (total, over) => {
        const sorted = [...over].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).reverse();
        const parts = allocate(total, sorted);
        parts.forEach((part, index) => expect(part <= (parts[index - 1] ?? total)).toBe(true));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('allocateInOrder', () => {
  test.each([
    [2n, [1n, 3n], [1n, 1n]],
    [2n, [3n, 1n], [2n, 0n]],
    [200n, [1n, 1n, 1n], [67n, 67n, 66n]],
    // Not equal: the largest remainder wins, though it comes last and is the smallest.
    [4n, [5n, 5n, 3n], [2n, 1n, 1n]],
  ])('%d over %s', (total, over, parts) => {
    expect(allocateInOrder(cents(total), over)).toEqual(parts);
  });
});

describe('divideYearly', () => {
  test('E8: € 10.000 over Soesterkwartier and Nieuwland, no foot', () => {
    expect(divideYearly(cents(1000000), cents(0), [12185, 14440])).toEqual([457653n, 542347n]);
  });

  const file = sharedFile('golden/worked-examples.json');
  test.skipIf(!file)('E8 as in the shared golden file (skipped where ../shared is absent)', () => {
    const examples: Examples = JSON.parse(readFileSync(file ?? '', 'utf8'));
    const { bedrag, inwoners, toe } = examples.E8_stadsraad_per_inwoner;
    expect(divideYearly(cents(bedrag), cents(0), Object.values(inwoners)).map(Number)).toEqual(toe);
  });

  test('each wijk has the foot, also without inhabitants; the rest goes per inhabitant', () => {
    expect(divideYearly(cents(10000), cents(1000), [0, 1n, 3])).toEqual([1000n, 2750n, 6250n]);
    expect(divideYearly(cents(2000), cents(1000), [5, 1])).toEqual([1000n, 1000n]);
  });

  test('of nothing every wijk gets nothing', () => {
    expect(divideYearly(cents(0), cents(0), [5, 1])).toEqual([0n, 0n]);
  });

  test('refuses what cannot be divided', () => {
    const refusal = (code: string) => expect.objectContaining({ code });
    expect(() => divideYearly(cents(-1), cents(0), [1])).toThrow(refusal('amountInvalid'));
    expect(() => divideYearly(cents(1), cents(-1), [1])).toThrow(refusal('amountInvalid'));
    expect(() => divideYearly(cents(1999), cents(1000), [1, 1])).toThrow(
      expect.objectContaining({ code: 'footsExceedTotal', detail: { feet: 2000n, total: 1999n } }),
    );
    expect(() => divideYearly(cents(100), cents(1), [0, 0])).toThrow(refusal('noInhabitants'));
    expect(() => divideYearly(cents(100), cents(1), [])).toThrow(refusal('noInhabitants'));
    expect(() => divideYearly(cents(100), cents(1), [3, -1])).toThrow(RangeError);
  });

  test('the whole amount is divided to the cent and nobody gets less than the foot', () => {
    fc.assert(
      fc.property(amount, weights, fc.bigInt({ min: 0n, max: 10n ** 6n }), (rest, inhabitants, foot) => {
        const total = cents(rest + foot * BigInt(inhabitants.length));
        const parts = divideYearly(total, cents(foot), inhabitants);
        expect(sum(parts)).toBe(total);
        expect(parts.every((part) => part >= foot)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
