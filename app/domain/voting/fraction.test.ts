import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  approximate,
  compareFractions,
  fraction,
  fractionText,
  greatestDivisor,
  minus,
  plus,
  readFraction,
  times,
} from './fraction';

const whole = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const some = fc
  .tuple(
    whole,
    whole.filter((over) => over !== 0n),
  )
  .map(([top, over]) => fraction(top, over));

describe('fractions', () => {
  test.each([
    [6n, 4n, '3/2'],
    [-6n, 4n, '-3/2'],
    [6n, -4n, '-3/2'],
    [-6n, -4n, '3/2'],
    [0n, -7n, '0'],
    [42n, 7n, '6'],
  ])('%d over %d is %s', (top, over, text) => {
    expect(fractionText(fraction(top, over))).toBe(text);
  });

  test('nothing is over zero', () => {
    expect(() => fraction(1n, 0n)).toThrow(new RangeError('a fraction over zero'));
  });

  test('a tenth and two tenths are three tenths', () => {
    expect(plus(fraction(1n, 10n), fraction(2n, 10n))).toEqual(fraction(3n, 10n));
  });

  test('the sum of 1/p over seven primes, taken away again, leaves nothing (voting.md §5 trap 1)', () => {
    const parts = [94906267n, 94906249n, 94906247n, 94906213n, 7n, 11n, 13n].map((prime) =>
      fraction(1n, prime),
    );
    const spent = parts.reduce(minus, fraction(1000n));
    expect(parts.reduce(plus, spent)).toEqual(fraction(1000n));
    expect(times(fraction(1n, 94906267n), fraction(1n, 94906267n)).over).toBe(9007199515875289n);
  });

  test('what is added can be taken away, and every result is in lowest terms', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(minus(plus(a, b), b)).toEqual(a);
        expect(greatestDivisor(a.top, a.over)).toBe(1n);
        expect(a.over > 0n).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('comparing agrees with the sign of the difference', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const { top } = minus(a, b);
        expect(compareFractions(a, b)).toBe(top < 0n ? -1 : top > 0n ? 1 : 0);
        expect(compareFractions(a, a)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(some, (value) => {
        expect(readFraction(fractionText(value))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test.each(['', ' ', '1/', '/2', '1/2/3', '1/-2', '0.5', '1e3', '0x10', ' 1', '1n', '--1', '½'])(
    '"%s" is no fraction',
    (text) => {
      expect(() => readFraction(text)).toThrow(new SyntaxError(`${text} is no fraction`));
    },
  );

  test('a text over zero is refused', () => {
    expect(() => readFraction('1/0')).toThrow(RangeError);
  });

  test.each([
    [fraction(1n, 3n), 1 / 3],
    [fraction(7200n, 43n), 7200 / 43],
    [fraction(-5n, 2n), -2.5],
    [fraction(10n ** 300n, 3n * 10n ** 299n), 10 / 3],
  ])('%o is about %d', (value, about) => {
    expect(approximate(value)).toBeCloseTo(about, 12);
  });
});
