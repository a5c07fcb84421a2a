import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  houseNumberIn,
  houseNumberTyped,
  lastNumber,
  partsOf,
  PostcodesRefused,
  postcodeTyped,
} from './postcode';

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

describe('what people type', () => {
  const space = fc.constantFrom('', ' ', '  ', '\t', '\u00A0');
  const letter = fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXZ');
  const aPostcode = fc.tuple(fc.integer({ min: 1000, max: 9999 }).map(String), letter, letter);

  property.prop([aPostcode, fc.array(space, { minLength: 4, maxLength: 4 }), fc.boolean()])(
    'is the same postcode however it is spaced, in small letters or large',
    ([digits, first, second], [before, between, inside, after], isSmall) => {
      const typed = `${before}${digits}${between}${first}${inside}${second}${after}`;
      const postcode = `${digits}${first}${second}`;
      expect(postcodeTyped(isSmall ? typed.toLowerCase() : typed)).toBe(postcode);
      expect(postcodeTyped(postcode)).toBe(postcode);
      expect(postcodeTyped(`${before}${digits}${after}`)).toBe(digits);
    },
  );

  property.prop([
    fc.integer({ min: 1, max: lastNumber }),
    space,
    fc.constantFrom('', 'a', ' bis', '-3', ' hs', '/2'),
  ])('is the same house number whatever stands behind it', (number, before, behind) => {
    expect(houseNumberTyped(`${before}${number}${behind}`)).toBe(number);
  });

  property.prop([fc.string()])('is a postcode and a number that there can be, or neither', (typed) => {
    const postcode = postcodeTyped(typed);
    if (postcode !== null) expect(postcode).toMatch(/^[1-9]\d{3}([A-Z]{2})?$/);
    const number = houseNumberTyped(typed);
    if (number !== null) {
      expect(number).toBeGreaterThan(0);
      expect(number).toBeLessThanOrEqual(lastNumber);
    }
  });

  property.prop([aPostcode, fc.constantFrom('-', '.', '1', 'é', "'", '%', '\0')])(
    'is no postcode with a sign in it that does not belong there',
    ([digits, first, second], sign) => {
      expect(postcodeTyped(`${digits}${first}${sign}${second}`)).toBeNull();
      expect(postcodeTyped(`${digits}${first}${second}${sign}`)).toBeNull();
    },
  );
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

test.each([
  ['Vertelweg 12', 12],
  ['Vertelweg 12a', 12],
  [' Vertelweg  12-3 ', 12],
  ['1e Vertelweg 7', 7],
  ['Vertelweg\n12', 12],
  ['Plein 1945 12', null],
  ['Vertelweg 12 3', null],
  ['Vertelweg 12\n2e verdieping', null],
  ['Vertelweg 0', null],
  ['Vertelweg 123456', null],
  ['12 Vertelweg', null],
  ['Vertelweg', null],
  ['', null],
])('the number of the house in %o is %o', (line, number) => {
  expect(houseNumberIn(line)).toBe(number);
});

property.prop([fc.string(), fc.integer({ min: 1, max: lastNumber })])(
  'a number of a house is told from a line only where nothing else could be it',
  (words, number) => {
    const told = houseNumberIn(`${words} ${number}`);
    expect([number, null]).toContain(told);
    if (!/\d/.test(words) && words.trim() !== '') expect(told).toBe(number);
  },
);

test('a file that is refused says what is wrong with it, and how much more', () => {
  const problems = [{ line: 2, problem: 'twice', value: 'x' }] as const;
  expect(new PostcodesRefused(problems)).toMatchObject({ problems, more: 0, name: 'PostcodesRefused' });
});
