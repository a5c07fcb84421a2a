import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, parseEuros } from './cents';
import { euroInput, formatAmount, formatEuros, formatWholeEuros } from './format';

describe('formatEuros', () => {
  test.each([
    [0n, '€ 0', '€ 0,00'],
    [5n, '€ 0,05', '€ 0,05'],
    [99n, '€ 0,99', '€ 0,99'],
    [100n, '€ 1', '€ 1,00'],
    [99900n, '€ 999', '€ 999,00'],
    [125000n, '€ 1.250', '€ 1.250,00'],
    [125050n, '€ 1.250,50', '€ 1.250,50'],
    [123456789012n, '€ 1.234.567.890,12', '€ 1.234.567.890,12'],
    [-5n, '−€ 0,05', '−€ 0,05'],
    [-125000n, '−€ 1.250', '−€ 1.250,00'],
  ])('%d in Dutch', (amount, short, full) => {
    expect(formatEuros(cents(amount), 'nl')).toBe(short.replace(' ', '\u00a0'));
    expect(formatEuros(cents(amount), 'nl', 'short')).toBe(short.replace(' ', '\u00a0'));
    expect(formatEuros(cents(amount), 'nl', 'full')).toBe(full.replace(' ', '\u00a0'));
  });

  test('in English the marks swap', () => {
    expect(formatEuros(cents(125050), 'en')).toBe('€\u00a01,250.50');
    expect(formatEuros(cents(125000), 'en', 'full')).toBe('€\u00a01,250.00');
  });

  test('stays exact where a number would round', () => {
    expect(formatEuros(cents(9007199254740993_01n), 'nl')).toBe('€\u00a09.007.199.254.740.993,01');
  });

  test('what is shown can be typed back', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 13n }),
        fc.constantFrom('short' as const, 'full' as const),
        (n, style) => {
          expect(parseEuros(formatEuros(cents(n), 'nl', style))).toBe(n);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('formatAmount', () => {
  test.each([
    ['PLN', 'nl', 125000n, 'PLN 1.250'],
    ['PLN', 'en', 125050n, 'PLN 1,250.50'],
    ['HUF', 'nl', 100000000000n, 'HUF 1.000.000.000'],
    ['HUF', 'nl', 5n, 'HUF 0,05'],
    ['PLN', 'nl', -125000n, '−PLN 1.250'],
    ['EUR', 'nl', 125000n, '€ 1.250'],
    ['EUR', 'en', -125050n, '−€ 1,250.50'],
  ] as const)('%s in %s: %d', (currency, locale, amount, text) => {
    expect(formatAmount(cents(amount), currency, locale)).toBe(text.replace(' ', '\u00a0'));
  });
});

describe('euroInput', () => {
  test.each([
    [25050n, '250,50'],
    [125000n, '1250,00'],
    [7n, '0,07'],
    [0n, '0,00'],
    [-150n, '-1,50'],
  ])('%d', (amount, text) => {
    expect(euroInput(cents(amount))).toBe(text);
  });
});

describe('formatWholeEuros', () => {
  test.each([
    [0n, '€\u00a00'],
    [49n, '€\u00a00'],
    [50n, '€\u00a01'],
    [125_049n, '€\u00a01.250'],
    [125_050n, '€\u00a01.251'],
    [-49n, '€\u00a00'],
    [-50n, '\u2212€\u00a01'],
  ])('%s cents to the nearest euro', (amount, words) => {
    expect(formatWholeEuros(cents(amount), 'nl')).toBe(words);
  });
});
