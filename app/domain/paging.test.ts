import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { askedPage, pageOf, placeOf, rowsBefore } from './paging';

describe('the page that an address asks for', () => {
  test.each<[string | null, number]>([
    ['1', 1],
    ['2000', 2000],
    ['999999', 999_999],
    [null, 1],
    ['', 1],
    ['0', 1],
    ['-1', 1],
    ['1.5', 1],
    ['1e9', 1],
    ['1000000', 1],
    ['NaN', 1],
    ['Infinity', 1],
    ['0x10', 1],
    [' 2', 1],
    ['2,3', 1],
    ['٢', 1],
    ["1' or 1=1", 1],
  ])('%j is page %i', (typed, page) => {
    expect(askedPage(typed)).toBe(page);
  });
});

describe('where a page stands', () => {
  test('a list without rows has one page', () => {
    expect(placeOf(7, 0, 25)).toEqual({ page: 1, pages: 1, size: 25, total: 0 });
  });

  test('past the end is the last page', () => {
    expect(placeOf(2_001, 50_000, 25)).toEqual({ page: 2_000, pages: 2_000, size: 25, total: 50_000 });
  });

  property.prop([fc.array(fc.nat(), { maxLength: 100 }), fc.integer({ min: 1, max: 30 })])(
    'the pages together are the list, each row once and in order',
    (rows, size) => {
      const { pages } = placeOf(1, rows.length, size);
      const all = Array.from({ length: pages }, (_, n) => pageOf(rows, n + 1, size));
      expect(all.flatMap((page) => page.rows)).toEqual(rows);
      expect(
        all.every((page) => page.rows.length <= size && rowsBefore(page) < Math.max(1, rows.length)),
      ).toBe(true);
    },
  );
});
