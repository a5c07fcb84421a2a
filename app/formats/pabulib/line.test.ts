import { describe, expect, test } from 'vitest';
import { Line } from './line';
import { PabulibError } from './problem';
import { rowsOf } from './rows';

/** The last row of a text under two columns. */
function lineOf(text: string): Line {
  const rows = [...rowsOf(text)];
  const row = rows.at(-1);
  if (!row) throw new Error('no row');
  return new Line(text, ['id', 'votes'], row);
}

describe('a row under its columns', () => {
  test('has the text of each column', () => {
    const line = lineOf('x\n7;"a;b"');
    expect([line.cell('id'), line.cell('votes')]).toEqual(['7', 'a;b']);
  });

  test.each([
    ['7', 'rowTooShort at 1:2 '],
    ['7;a;b', 'rowTooLong at 1:5 '],
    ['x\n7;a;b;c', 'rowTooLong at 2:5 '],
  ])('%j with another number of cells is refused', (text, message) => {
    expect(() => lineOf(text)).toThrow(message);
  });

  test.each<[string, [string, number][]]>([
    [
      '7;a,b',
      [
        ['a', 0],
        ['b', 2],
      ],
    ],
    [
      '7;" a ,  b"',
      [
        ['a', 1],
        ['b', 6],
      ],
    ],
    [
      '7;"a,,b"',
      [
        ['a', 0],
        ['', 2],
        ['b', 3],
      ],
    ],
    ['7;"  "', []],
    ['7;', []],
  ])('%j has the parts of a list, and where each begins', (text, parts) => {
    expect(lineOf(text).list('votes')).toEqual(parts.map(([item, offset]) => ({ item, offset })));
  });

  test('names the very part that is wrong', () => {
    const line = lineOf('x\n7;"a, zz"');
    const [, second] = line.list('votes');
    const problem = line.problem('projectUnknown', 'votes', second);
    expect(problem).toBeInstanceOf(PabulibError);
    expect([problem.code, problem.place, problem.value]).toEqual([
      'projectUnknown',
      { line: 2, column: 7 },
      'zz',
    ]);
    expect(line.problem('voterRepeated', 'id').value).toBe('7');
  });
});
