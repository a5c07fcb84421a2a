import { expect, test } from 'vitest';
import { firstName } from './name';

test.each([
  ['Samira el Amrani', 'Samira'],
  ['  Joost  de Wit ', 'Joost'],
  ['Wil', 'Wil'],
  ['Jan-Peter Bos', 'Jan-Peter'],
  ['', null],
  ['   ', null],
  [null, null],
])('%s → %s', (name, first) => {
  expect(firstName(name)).toBe(first);
});
