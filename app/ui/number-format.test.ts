import { describe, expect, test } from 'vitest';
import { formatList, formatNumber } from './number-format';

describe('a number in words', () => {
  test.each([
    [1204.5, 'plain', '1.204,5', '1,204.5'],
    [1204, 'plain', '1.204', '1,204'],
    [0.126, 'plain', '0,13', '0.13'],
    [1204.6, 'whole', '1.205', '1,205'],
    [3, 'oneDecimal', '3,0', '3.0'],
    [3.26, 'oneDecimal', '3,3', '3.3'],
  ] as const)('%d, %s', (value, look, dutch, english) => {
    expect([formatNumber(value, 'nl', look), formatNumber(value, 'en', look)]).toEqual([dutch, english]);
  });
});

test('names are listed as a sentence does', () => {
  expect(formatList(['Samira'], 'nl')).toBe('Samira');
  expect(formatList(['Samira', 'Joost', 'Fatma'], 'nl')).toBe('Samira, Joost en Fatma');
  expect(formatList(['Samira', 'Joost'], 'en')).toBe('Samira and Joost');
});
