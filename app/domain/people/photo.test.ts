import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashInName, photoName } from './photo';

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const hash = 'a1'.repeat(32);

test('the name of a photo leads back to its hash', () => {
  fc.assert(
    fc.property(hex, (any) => {
      expect(hashInName(photoName(any))).toBe(any);
    }),
  );
});

test.each([
  hash,
  `${hash}.png`,
  `${hash}.jpg.jpg`,
  `../${hash}.jpg`,
  `${hash.toUpperCase()}.jpg`,
  `${hash.slice(1)}.jpg`,
  `${hash}0.jpg`,
  `${hash}.jpg\n`,
  `${hash}xjpg`,
  '',
])('%j is the name of no photo', (name) => {
  expect(hashInName(name)).toBeUndefined();
});
