import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, cents, compare, max, maxCents, min, negate, parseEuros, subtract, sum, zero } from './cents';
import { euroInput } from './format';

const anyCents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(cents);

describe('cents', () => {
  test('takes whole numbers and bigints', () => {
    expect(cents(125)).toBe(125n);
    expect(cents(-1)).toBe(-1n);
    expect(cents(10n ** 30n)).toBe(10n ** 30n);
  });

  test.each([0.5, NaN, Infinity, -Infinity, 2 ** 53])('refuses the number %d', (amount) => {
    expect(() => cents(amount)).toThrow(new RangeError(`not a whole number of cents: ${amount}`));
  });
});

describe('arithmetic', () => {
  test('adds, subtracts, negates and sums', () => {
    expect(add(cents(1), cents(2))).toBe(3n);
    expect(subtract(cents(1), cents(2))).toBe(-1n);
    expect(negate(cents(7))).toBe(-7n);
    expect(sum([cents(1), cents(2), cents(-4)])).toBe(-1n);
    expect(sum([])).toBe(zero);
  });

  test('compares', () => {
    expect(compare(cents(1), cents(2))).toBe(-1);
    expect(compare(cents(2), cents(1))).toBe(1);
    expect(compare(cents(2), cents(2))).toBe(0);
    expect([min(cents(1), cents(2)), min(cents(2), cents(1))]).toEqual([1n, 1n]);
    expect([max(cents(1), cents(2)), max(cents(2), cents(1))]).toEqual([2n, 2n]);
  });

  test('a sum taken apart comes back, far beyond what a number holds', () => {
    fc.assert(
      fc.property(anyCents, anyCents, (a, b) => {
        expect(subtract(add(a, b), b)).toBe(a);
        expect(add(min(a, b), max(a, b))).toBe(add(a, b));
        expect(sum([a, negate(a)])).toBe(0n);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parseEuros', () => {
  test.each([
    ['250', 25000n],
    ['250,50', 25050n],
    ['250,5', 25050n],
    ['1.250', 125000n],
    ['€ 1.250,50', 125050n],
    ['€1.250,-', 125000n],
    ['€\u00a01.250', 125000n],
    ['1250.50', 125050n],
    ['12.50', 1250n],
    ['1.5', 150n],
    ['1.250.000', 125000000n],
    ['  250 ', 25000n],
    ['0', 0n],
    ['0,01', 1n],
    ['0250', 25000n],
    ['100.000.000.000', 10n ** 13n],
  ])('reads %j', (text, amount) => {
    expect(parseEuros(text)).toBe(amount);
  });

  test.each([
    '',
    ' ',
    '€',
    '1e9',
    'NaN',
    'Infinity',
    '0x10',
    '0,001',
    '-1',
    '−1',
    '+1',
    '1,250',
    '1,250.50',
    '1.250.50',
    '1.25.000',
    '0.250',
    '.50',
    ',50',
    '250,',
    '250.',
    '1 250',
    '250 euro',
    '€€ 5',
    '250€',
    '2€50',
    '٣',
    '250\u0000',
    '1'.repeat(33),
  ])('refuses %j', (text) => {
    expect(() => parseEuros(text)).toThrow(expect.objectContaining({ code: 'amountInvalid' }));
  });

  test('refuses a million digits at once', () => {
    expect(() => parseEuros('1'.repeat(1_000_000))).toThrow(
      expect.objectContaining({ code: 'amountInvalid' }),
    );
  });

  test.each(['100.000.000.000,01', '100000000001', '9'.repeat(32)])('finds %s too much', (text) => {
    expect(() => parseEuros(text)).toThrow(
      expect.objectContaining({ code: 'amountOutOfRange', detail: { maximum: maxCents } }),
    );
  });

  test('reads back whatever stands in a form field', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: maxCents }).map(cents), (amount) => {
        expect(parseEuros(euroInput(amount))).toBe(amount);
      }),
      { numRuns: 1000 },
    );
  });

  test('any other text gives an amount within the limit or a refusal, nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-€ e') }), (text) => {
        try {
          const amount = parseEuros(text);
          expect(amount >= 0n && amount <= maxCents).toBe(true);
        } catch (error) {
          expect(error).toMatchObject({ name: 'DomainError' });
        }
      }),
      { numRuns: 1000 },
    );
  });
});
