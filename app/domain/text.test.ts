import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { lettersIn, signsPerLetter, textWithin, trimmed } from './text';

const family = '👨‍👩‍👧‍👦';
const flag = '🇳🇱';

test.each([
  '',
  ' ',
  '\n',
  '\u200b',
  '\u2800',
  '\u3164',
  '\u115f',
  '\u00ad',
  '\u{e0041}',
  '\u202e',
  '\u0301',
  '\u0007',
])('of %j nobody sees anything', (text) => {
  expect(trimmed(text)).toBe('');
  expect(trimmed(`${text}a`)).toContain('a');
});

test('what is seen keeps what stands inside it', () => {
  expect(trimmed(` \n${family} en\n\nik `)).toBe(`${family} en\n\nik`);
});

describe('letters are counted as people count them', () => {
  test.each([
    ['één', 3],
    ['e\u0301e\u0301n', 3],
    ['a\nb', 3],
    ['a\r\nb', 3],
    ['😀', 1],
    ['👍🏽', 1],
    [family, 1],
    [flag, 1],
    ['🇳🇱🇧🇪🇩', 3],
    ['한국', 2],
    ['क्षि', 1],
    ['\ud83d', 1],
  ])('%j', (text, letters) => {
    expect(lettersIn(text)).toBe(letters);
  });

  test.each([
    ['marks on one letter', `a${'\u0301'.repeat(7)}`, 1],
    ['one more', `a${'\u0301'.repeat(8)}`, 2],
    ['far more', `a${'\u0301'.repeat(7_999)}`, 1_000],
    ['people holding hands', Array.from({ length: 400 }, () => '👨').join('\u200d'), 100],
  ])('what is drawn as one and holds more than eight signs counts as more: %s', (_, text, letters) => {
    expect(lettersIn(text)).toBe(letters);
  });

  const parts = [
    family,
    flag,
    '🇳',
    '😀',
    '👍🏽',
    '\u200d',
    '\u0301',
    'é',
    'क्षि',
    'ab c',
    '\r\n',
    '\ud83d',
    '\ude00',
    '\u0600',
  ];
  const text = fc.array(fc.constantFrom(...parts), { minLength: 100, maxLength: 300 });
  property.prop([text], { numRuns: 100 })('cutting a long text in pieces cuts no letter', (pieces) => {
    const whole = new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(pieces.join(''));
    const sizes = Array.from(whole, ({ segment }) => Math.ceil(Array.from(segment).length / signsPerLetter));
    expect(lettersIn(pieces.join(''))).toBe(sizes.reduce((sum, size) => sum + size, 0));
  });

  test.each([
    ['plain', 'a', 40_000],
    ['accents', 'é', 40_000],
    ['emoji', '😀', 40_000],
    ['flags', flag, 20_000],
    ['families', family, 5_720],
  ])('twenty times as many signs take nothing like four hundred times as long: %s', (_, sign, times) => {
    const timed = (count: number) => {
      const started = performance.now();
      expect(lettersIn(sign.repeat(count))).toBe(count);
      return performance.now() - started;
    };
    const few = timed(times / 20);
    // Twenty times as long a text would take four hundred times as long if its pieces were counted again and again.
    expect(timed(times)).toBeLessThan(100 * few + 200);
  });
});

test('a text is as long as its letters, without the space around it', () => {
  const within = (text: string) => textWithin(2_000, text, 'body');
  expect(within(family.repeat(1_001))).toBe(family.repeat(1_001));
  expect(within(` ${flag.repeat(2_000)}\n`)).toBe(flag.repeat(2_000));
  expect(within('\u200b'.repeat(3_000))).toBe('');
  const refusal = expect.objectContaining({ code: 'tooLong', field: 'body', detail: { max: 2_000 } });
  expect(() => within(flag.repeat(2_001))).toThrow(refusal);
  expect(() => within(`a${'\u0301'.repeat(16_000)}`)).toThrow(refusal);
});
