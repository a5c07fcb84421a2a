import { expect, test } from 'vitest';
import { isBlank, signsIn } from './text';

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
  expect(isBlank(text)).toBe(true);
  expect(isBlank(`${text}a`)).toBe(false);
});

test('an emoji is seen, and is one', () => {
  expect(isBlank('😀')).toBe(false);
  expect(signsIn('😀'.repeat(1001))).toBe(1001);
  expect(signsIn('één')).toBe(3);
});
