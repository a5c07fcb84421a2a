import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createI18n } from '~/i18n';
import en from '~/i18n/en';
import nl from '~/i18n/nl';
import { PabulibError, pabulibProblems, placeAt } from './problem';

const runs = { numRuns: 300, seed: 50 };
const anyLine = fc.string({ unit: fc.constantFrom('a', ';', '"', 'é', '😀', ' ') });
const anyBreak = fc.constantFrom('\n', '\r\n', '\r');
/** Lines, each with what ends it; no break is followed by one that would make it another. */
const anyText = fc.array(
  fc.tuple(
    anyLine.map((line) => `x${line}`),
    anyBreak,
  ),
  { minLength: 1, maxLength: 8 },
);

describe('a place in a file', () => {
  test('is line and column from 1, whatever ends the lines', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (lines, someLine, someColumn) => {
        const line = someLine % lines.length;
        const [text] = lines[line] ?? [''];
        const signs = [...text];
        const column = someColumn % (signs.length + 1);
        const before = lines.slice(0, line).map((each) => each.join(''));
        const offset = [...before, ...signs.slice(0, column)].join('').length;
        const whole = lines.map((each) => each.join('')).join('');
        expect(placeAt(whole, offset)).toEqual({ line: line + 1, column: column + 1 });
      }),
      runs,
    );
  });

  test('does not depend on what comes after it', () => {
    fc.assert(
      fc.property(anyText, anyLine, (lines, more) => {
        const text = lines.map((each) => each.join('')).join('');
        expect(placeAt(`${text}x${more}`, text.length)).toEqual(placeAt(text, text.length));
      }),
      runs,
    );
  });

  test.each([
    ['on an empty line is its first column', '\n\n', 1, 2, 1],
    ['past the end is that of the end', 'ab', 99, 1, 3],
    ['after a sign of two units is the next column', '😀;', 2, 1, 2],
    ['after two returns is on the third line', '\r\rx', 2, 3, 1],
    ['after a feed and a return, which are two breaks, is on the third line', '\n\rx', 2, 3, 1],
  ])('%s', (_, text, offset, line, column) => {
    expect(placeAt(text, offset)).toEqual({ line, column });
  });
});

describe('a file that cannot be counted', () => {
  test('says what is wrong, where, and what it is about', () => {
    const error = new PabulibError('projectUnknown', { line: 11, column: 8 }, '9');
    expect([error.code, error.place, error.value]).toEqual(['projectUnknown', { line: 11, column: 8 }, '9']);
    expect(error.message).toBe('projectUnknown at 11:8 9');
    expect(error).toBeInstanceOf(Error);
  });

  test('is about nothing in particular where no value is given', () => {
    expect(new PabulibError('quoteOpen', { line: 1, column: 1 }).value).toBe('');
  });

  test.each([
    ['nl', nl],
    ['en', en],
  ] as const)('is told in words of its own for each problem: %s', (lang, texts) => {
    const { t } = createI18n(lang, texts);
    const told = pabulibProblems.map((problem) => t(`voting.tally.problem.${problem}`, { value: 'x' }));
    expect(new Set(told).size).toBe(pabulibProblems.length);
  });
});
