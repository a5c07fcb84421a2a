import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordQuery } from './search';

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
