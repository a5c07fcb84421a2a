import { describe, expect, test } from 'vitest';
import { placeAt } from './problem';
import { rowsOf } from './rows';

describe('rows', () => {
  test.each<[string, string[][]]>([
    ['', []],
    ['a', [['a']]],
    ['a;b', [['a', 'b']]],
    [';', []],
    ['a\n;;\n"";\nb', [['a'], ['b']]],
    ['""', []],
    [
      'a;\n;b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['" a ";" "', [[' a ', ' ']]],
    [' "a" ; "b;c" \n', [['a', 'b;c']]],
    ['\t"a"\t;\tb', [['a', 'b']]],
    ['"a""b"', [['a"b']]],
    ['""""', [['"']]],
    ['a"b;c', [['a"b', 'c']]],
    ['a\r\n\r\nb\rc', [['a'], ['b'], ['c']]],
  ])('%j', (text, rows) => {
    expect([...rowsOf(text)].map(({ cells }) => cells)).toEqual(rows);
  });

  test('an open quote at the start of the text', () => {
    expect(() => [...rowsOf('"a')]).toThrow('quoteOpen at 1:1');
  });

  test.each([
    ['', 0, 1, 1],
    ['abc', 2, 1, 3],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['😀b', 2, 1, 2],
  ])('the place of %j at %d', (text, offset, line, column) => {
    expect(placeAt(text, offset)).toEqual({ line, column });
  });
});
