import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../errors';
import { cents, maxCents } from './cents';
import { decimalOf, parseDecimal } from './decimal';

describe('decimalOf', () => {
  test.each([
    [0n, '0.00'],
    [5n, '0.05'],
    [1250n, '12.50'],
    [999_999_999_99n, '999999999.99'],
    [-150n, '-1.50'],
  ])('%d', (amount, text) => {
    expect(decimalOf(cents(amount))).toBe(text);
  });
});

describe('parseDecimal', () => {
  test.each([
    ['0', 0n],
    ['12', 1200n],
    ['12.5', 1250n],
    ['12.50', 1250n],
    ['12.05', 1205n],
    ['12.50000', 1250n],
    ['0012.50', 1250n],
    ['000000000000149.87', 14987n],
    ['149.870', 14987n],
    ['12.500000', 1250n],
    ['000000000000000.00', 0n],
    ['0'.repeat(18), 0n],
    // What a float would round: 0.1 + 0.2, and more digits than a double holds.
    ['0.30', 30n],
    ['90071992547.41', 9007199254741n],
    ['100000000000.00', maxCents],
  ])('%s', (text, amount) => {
    expect(parseDecimal(text)).toBe(amount);
  });

  test.each([
    '',
    ' ',
    '.50',
    '12.',
    '12,50',
    '1.250,00',
    '12.505',
    '12.001',
    '12.500001',
    '-12.50',
    '+12.50',
  ])('refuses %j', (text) => {
    expect(() => parseDecimal(text)).toThrow(new DomainError('amountInvalid'));
  });

  test.each(['1e3', '0x10', '١٢', 'NaN', '12.50\n', '1'.repeat(14), '0'.repeat(40), '1'.repeat(1_000_000)])(
    'refuses %.20j',
    (text) => {
      expect(() => parseDecimal(text)).toThrow(new DomainError('amountInvalid'));
    },
  );

  test('refuses more than the ledger takes', () => {
    expect(() => parseDecimal('100000000000.01')).toThrow(
      expect.objectContaining({ code: 'amountOutOfRange', detail: { maximum: maxCents } }),
    );
  });

  test('reads back what decimalOf wrote', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: maxCents }), (amount) => {
        expect(parseDecimal(decimalOf(cents(amount)))).toBe(amount);
      }),
    );
  });
});
