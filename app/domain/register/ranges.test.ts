import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areRanges,
  contains,
  countOf,
  format,
  intersect,
  isRange,
  type Range,
  type Ranges,
  rangesOf,
  split,
  subtract,
  union,
} from './ranges';

const range = (first: number, last = first): Range => ({ first, last });
const anyRange = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(6)).map(([a, more]) => range(a, a + more));
const anyRanges = fc.array(anyRange, { maxLength: 8 }).map((parts) => rangesOf(...parts));
const numbers = (ranges: Ranges) =>
  new Set(ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, n) => first + n)));

describe('ranges of numbers', () => {
  test('have one form: in order, joined where they touch or overlap', () => {
    expect(rangesOf(range(50), range(41, 45), range(46, 48), range(43))).toEqual([range(41, 48), range(50)]);
    expect(rangesOf()).toEqual([]);
  });

  test.each([
    [0, 3],
    [3, 2],
    [1.5, 2],
    [1, Infinity],
  ])('%d–%d is no range', (first, last) => {
    expect(isRange(range(first, last))).toBe(false);
    expect(() => rangesOf(range(first, last))).toThrow(new RangeError(`not a range: ${first}–${last}`));
  });

  test('of an event come in that one form, and are not none', () => {
    expect(areRanges([range(1, 3), range(5)])).toBe(true);
    for (const wrong of [
      [],
      [range(1, 3), range(4)],
      [range(5), range(1)],
      [range(1, 3), range(2, 5)],
      [range(0)],
    ])
      expect(areRanges(wrong)).toBe(false);
  });

  test('are written with a dash, and a comma between', () => {
    expect(format([range(41, 45), range(50)])).toBe('41–45, 50');
    expect(format([])).toBe('');
  });

  test('are split after so many numbers', () => {
    const whole = [range(1, 3), range(7, 9)];
    expect(split(whole, 4)).toEqual([[range(1, 3), range(7)], [range(8, 9)]]);
    expect(split(whole, 3)).toEqual([[range(1, 3)], [range(7, 9)]]);
    expect(split(whole, 0)).toEqual([[], whole]);
    expect(split(whole, 99)).toEqual([whole, []]);
  });
});

describe('any ranges', () => {
  const both = (check: (a: Ranges, b: Ranges) => void) =>
    fc.assert(fc.property(anyRanges, anyRanges, check), { numRuns: 500 });
  const isForm = (ranges: Ranges) => expect(ranges.length === 0 || areRanges(ranges)).toBe(true);

  test('are added up, cut and compared as their sets of numbers are', () => {
    both((a, b) => {
      const [inA, inB] = [numbers(a), numbers(b)];
      expect(numbers(union(a, b))).toEqual(new Set([...inA, ...inB]));
      expect(numbers(subtract(a, b))).toEqual(new Set([...inA].filter((n) => !inB.has(n))));
      expect(numbers(intersect(a, b))).toEqual(new Set([...inA].filter((n) => inB.has(n))));
      expect(contains(a, b)).toBe([...inB].every((n) => inA.has(n)));
      expect(countOf(a)).toBe(inA.size);
      for (const made of [union(a, b), subtract(a, b), intersect(a, b)]) isForm(made);
    });
  });

  test('fall apart without loss when split anywhere', () => {
    fc.assert(
      fc.property(anyRanges, fc.nat(60), (whole, count) => {
        const [taken, rest] = split(whole, count);
        expect(countOf(taken)).toBe(Math.min(count, countOf(whole)));
        expect(union(taken, rest)).toEqual(whole);
        expect(intersect(taken, rest)).toEqual([]);
      }),
    );
  });
});
