import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { houseNumberTyped, lastNumber, partsOf, PostcodesRefused, postcodeTyped } from './postcode';

describe('a postcode as people type it', () => {
  test.each([
    ['1234AB', '1234AB'],
    [' 1234 ab ', '1234AB'],
    ['1234', '1234'],
    ['0234AB', null],
    ['1234A', null],
    ['123', null],
    ['', null],
  ])('%j is %j', (typed, wanted) => expect(postcodeTyped(typed)).toBe(wanted));
});

describe('a house number as people type it', () => {
  test.each([
    ['12', 12],
    [' 12a', 12],
    ['12-3', 12],
    ['99999', lastNumber],
    ['0', null],
    ['100000', null],
    ['a', null],
    ['', null],
  ])('%j is %j', (typed, wanted) => expect(houseNumberTyped(typed)).toBe(wanted));
});

describe('what is kept of a postcode', () => {
  test('that lies in one buurt is no number at all', () => {
    const buurten = new Map([
      [7, 'BU99010100'],
      [3, 'BU99010100'],
    ]);
    expect(partsOf('1234AB', buurten)).toEqual([
      { postcode: '1234AB', fromNumber: 1, toNumber: lastNumber, code: 'BU99010100', addresses: 2 },
    ]);
  });

  test('that lies in several is where one ends and the next begins', () => {
    const buurten = new Map([
      [9, 'BU99010200'],
      [1, 'BU99010100'],
      [5, 'BU99010100'],
      [11, 'BU99010100'],
    ]);
    const part = { postcode: '1234AB', code: 'BU99010100' };
    expect(partsOf('1234AB', buurten)).toEqual([
      { ...part, fromNumber: 1, toNumber: 5, addresses: 2 },
      { ...part, fromNumber: 9, toNumber: 9, code: 'BU99010200', addresses: 1 },
      { ...part, fromNumber: 11, toNumber: 11, addresses: 1 },
    ]);
    expect(partsOf('1234AB', new Map())).toEqual([]);
  });

  const addresses = fc.dictionary(
    fc.integer({ min: 1, max: 40 }).map(String),
    fc.constantFrom('BU99010100', 'BU99010200', 'BU99010300'),
    { minKeys: 1 },
  );
  property.prop([addresses])(
    'says of every address in which buurt it lies, and counts each once',
    (given) => {
      const buurten = new Map(Object.entries(given).map(([number, code]) => [Number(number), code]));
      const parts = partsOf('1234AB', buurten);
      for (const [number, code] of buurten) {
        const within = parts.filter(({ fromNumber, toNumber }) => fromNumber <= number && number <= toNumber);
        expect(within.map((part) => part.code)).toEqual([code]);
      }
      expect(parts.reduce((sum, part) => sum + part.addresses, 0)).toBe(buurten.size);
    },
  );
});

describe('the parts of a postcode', () => {
  const addresses = fc.dictionary(
    fc.integer({ min: 1, max: 60 }).map(String),
    fc.constantFrom('BU99010100', 'BU99010200'),
    { minKeys: 1 },
  );
  const buurtenOf = (given: Record<string, string>) =>
    new Map(Object.entries(given).map(([number, code]) => [Number(number), code]));

  property.prop([addresses])('stand apart, in order, and no two neighbours are of one buurt', (given) => {
    const parts = partsOf('1234AB', buurtenOf(given));
    for (const [index, part] of parts.entries()) {
      expect(part.fromNumber).toBeLessThanOrEqual(part.toNumber);
      const next = parts[index + 1];
      if (!next) continue;
      expect(part.toNumber).toBeLessThan(next.fromNumber);
      expect(part.code).not.toBe(next.code);
    }
  });

  property.prop([addresses])('do not depend on the order in which addresses come', (given) => {
    const buurten = buurtenOf(given);
    const backwards = new Map([...buurten].reverse());
    expect(partsOf('1234AB', backwards)).toEqual(partsOf('1234AB', buurten));
  });

  property.prop([addresses])('tell no number where there is one buurt', (given) => {
    const buurten = buurtenOf(given);
    const isWhole = new Set(buurten.values()).size === 1;
    const [first] = partsOf('1234AB', buurten);
    expect(first?.fromNumber === 1 && first.toNumber === lastNumber).toBe(isWhole);
  });
});

test('a file that is refused says what is wrong with it, and how much more', () => {
  const problems = [{ line: 2, problem: 'twice', value: 'x' }] as const;
  expect(new PostcodesRefused(problems)).toMatchObject({ problems, more: 0, name: 'PostcodesRefused' });
});
