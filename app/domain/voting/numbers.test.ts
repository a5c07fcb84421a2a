import { describe, expect, test } from 'vitest';
import { readAmount, readPoints } from './numbers';

describe('numbers', () => {
  test.each([
    ['100', 10000n],
    ['4000.0', 400000n],
    ['250,25', 25025n],
    ['0.1', 10n],
    ['7.', 700n],
    ['+5', 500n],
    ['-0', 0n],
    ['9007199254740993.01', 900719925474099301n],
    ['1'.repeat(30), BigInt(`${'1'.repeat(30)}00`)],
  ])('amount %s', (text, hundredths) => {
    expect(readAmount(text)).toBe(hundredths);
  });

  test.each([
    '',
    '.5',
    '1.000',
    '12.000,50',
    '1e3',
    '0x10',
    '١٢',
    ' 5',
    '5 ',
    'Infinity',
    '1'.repeat(31),
    '5€',
  ])('no amount: "%s"', (text) => {
    expect(readAmount(text)).toBe('numberInvalid');
  });

  test('an amount below zero is told apart', () => {
    expect(readAmount('-0.01')).toBe('numberNegative');
  });

  test.each([
    ['7.5', 7_500_000],
    ['0.000001', 1],
    ['-3', -3_000_000],
    ['+2', 2_000_000],
    ['999999999', 999_999_999_000_000],
  ])('points %s', (text, parts) => {
    expect(readPoints(text)).toBe(parts);
  });

  test.each(['', '1,5', '1e2', '0.0000001', '1000000000', 'NaN', '--1'])('no points: "%s"', (text) => {
    expect(readPoints(text)).toBeUndefined();
  });
});
