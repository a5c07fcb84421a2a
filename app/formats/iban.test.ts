import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '~/domain/errors';
import { showIban } from '~/domain/money/iban';
import { ibanIn, readIban } from './iban';

function refusal(typed: string): DomainError | null {
  try {
    readIban(typed);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

describe('readIban', () => {
  test.each([
    ['NL91ABNA0417164300', 'NL91ABNA0417164300'],
    ['nl91 abna 0417 1643 00', 'NL91ABNA0417164300'],
    ['  NL91\u00a0ABNA\t0417 1643 00\n', 'NL91ABNA0417164300'],
    ['BE68 5390 0754 7034', 'BE68539007547034'],
    ['DE89 3704 0044 0532 0130 00', 'DE89370400440532013000'],
  ])('%j', (typed, iban) => {
    expect(readIban(typed)).toBe(iban);
  });

  test.each([
    ['a digit wrong', 'NL91ABNA0417164301'],
    ['two digits swapped', 'NL91ABNA0417164030'],
    ['too short', 'NL91ABNA041716430'],
    ['too long', 'NL91ABNA04171643000'],
    ['only an account', '0417164300'],
    ['a country without IBAN', 'US91ABNA0417164300'],
    ['right, but outside SEPA', 'TR330006100519786457841326'],
    ['nothing', ''],
    ['text', 'constructor'],
    ['digits of another script', 'NL91ABNA٠٤١٧١٦٤٣٠٠'],
    ['very long', 'NL91'.repeat(100_000)],
  ])('refuses what is %s', (_why, typed) => {
    expect(refusal(typed)).toMatchObject({ code: 'ibanInvalid', field: 'iban', kind: 'invalid' });
  });

  test('no single wrong digit gets through', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 17 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const right = 'NL91ABNA0417164300';
        const digit = (Number(right[at]) + shift) % 10;
        expect(refusal(`${right.slice(0, at)}${digit}${right.slice(at + 1)}`)?.code).toBe('ibanInvalid');
      }),
    );
  });

  test('refuses or reads any text, and reads back what is shown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        expect(refusal(typed)?.code).toBe('ibanInvalid');
      }),
    );
    expect(readIban(showIban('NL91ABNA0417164300'))).toBe('NL91ABNA0417164300');
  });
});

test('a statement may name an account outside SEPA', () => {
  expect(ibanIn('TR33 0006 1005 1978 6457 8413 26')).toBe('TR330006100519786457841326');
  expect(ibanIn('NL00ABNA0417164300')).toBeNull();
});
