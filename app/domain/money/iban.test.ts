import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskIban, showIban } from './iban';

describe('showIban', () => {
  test.each([
    ['NL91ABNA0417164300', 'NL91 ABNA 0417 1643 00'],
    ['BE68539007547034', 'BE68 5390 0754 7034'],
    ['NO9386011117947', 'NO93 8601 1117 947'],
    ['', ''],
  ])('%s', (iban, shown) => {
    expect(showIban(iban)).toBe(shown);
  });

  test('adds spaces only, never at an end', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{1,34}$/), (iban) => {
        const shown = showIban(iban);
        expect(shown.replaceAll(' ', '')).toBe(iban);
        expect(shown).toBe(shown.trim());
        expect(
          shown
            .split(' ')
            .slice(0, -1)
            .every((group) => group.length === 4),
        ).toBe(true);
      }),
    );
  });
});

describe('maskIban', () => {
  test.each([
    ['NL91ABNA0417164300', 'NL.. ABNA …4300'],
    ['DE89370400440532013000', 'DE.. 3704 …3000'],
  ])('%s', (iban, masked) => {
    expect(maskIban(iban)).toBe(masked);
  });

  test('keeps the rest of the account to itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{6}$/), fc.stringMatching(/^\d{4}$/), (hidden, last) => {
        expect(maskIban(`NL91ABNA${hidden}${last}`)).toBe(`NL.. ABNA …${last}`);
      }),
    );
  });
});
