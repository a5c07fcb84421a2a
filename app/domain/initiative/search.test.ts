import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneFaultAway, wordParts, wordQuery } from './search';

describe('wordQuery', () => {
  test.each([
    ['bank', '(bank:*)'],
    ['Bankjes', '(bankjes:* | bank)'],
    ['tuintje', '(tuintje:* | tuin | tuint)'],
    ['boompjes', '(boompjes:* | boom | boomp)'],
    ['balletje', '(balletje:* | ball | ballet)'],
    ['nieuwe bank', '(nieuwe:*) & (bank:*)'],
    ["café 't hoekje", '(café:*) & (t:*) & (hoekje:* | hoek)'],
    ['ijsje', '(ijsje:* | ijs)'],
    ['jes', '(jes:*)'],
  ])('%s', (typed, query) => {
    expect(wordQuery(typed)).toBe(query);
  });

  test.each(['', '   ', "'&|!():*<->", '"bank"', 'tuin -bank', 'tuin or bank'])(
    'nothing to add: %s',
    (typed) => {
      expect(wordQuery(typed)).toBeNull();
    },
  );

  test('eight words at most', () => {
    expect(wordQuery('a b c d e f g h i j')?.split('&')).toHaveLength(8);
  });

  test('never an operator of its own, whatever is typed', () => {
    const word = String.raw`[\p{L}\p{N}]+`;
    const group = String.raw`\(${word}:\*( \| ${word})*\)`;
    const safe = new RegExp(`^${group}( & ${group})*$`, 'u');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        expect(wordQuery(typed) ?? '(leeg:*)').toMatch(safe);
      }),
    );
  });
});

describe('the parts that may stand within a word', () => {
  test.each([
    ['tuin', ['tuin']],
    ['Tuin Café', ['tuin', 'café']],
    ['de tuin', []],
    ['"tuin"', []],
    ['bank -vijver', []],
    ['tuin or bank', []],
    ['', []],
    ['%_%', []],
    ['a1b c3d e5f g7h i9j k1l m2n o3p q4r', ['a1b', 'c3d', 'e5f', 'g7h', 'i9j', 'k1l', 'm2n', 'o3p']],
  ])('%s', (typed, expected) => {
    expect(wordParts(typed)).toEqual(expected);
  });
});

describe('one fault of typing away', () => {
  const matches = (pattern: string, word: string) =>
    new RegExp(`^${pattern.replaceAll('_', '.')}$`, 'u').test(word);
  test.each([
    ['moestiun', 'moestuin'],
    ['moestun', 'moestuin'],
    ['moestuiin', 'moestuin'],
    ['moestuim', 'moestuin'],
    ['omestuin', 'moestuin'],
    ['moestuni', 'moestuin'],
  ])('%s may be %s', (typed, meant) => {
    expect(oneFaultAway(typed).some((pattern) => matches(pattern, meant))).toBe(true);
  });

  test.each([
    ['tuin', 'too short'],
    ['x'.repeat(21), 'too long'],
  ])('%s: %s', (typed) => {
    expect(oneFaultAway(typed)).toEqual([]);
  });

  test('two faults are too many', () => {
    expect(oneFaultAway('moetsiun').some((pattern) => matches(pattern, 'moestuin'))).toBe(false);
    expect(oneFaultAway('moestuin')).not.toContain('moestuin');
  });
});
