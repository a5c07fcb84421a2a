import { describe, expect, test } from 'vitest';
import { firstName, initialsOf, nameShown } from './name';

describe('the first name', () => {
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
});

describe('a name is shown as its owner chose', () => {
  test.each([
    ['Samira el Amrani', 'full', 'Samira el Amrani'],
    ['Samira el Amrani', 'first', 'Samira'],
    [' Wil ', 'full', 'Wil'],
    ['  ', 'full', null],
    [null, 'full', null],
    [null, 'first', null],
  ] as const)('%s, %s → %s', (name, shown, result) => {
    expect(nameShown(name, shown)).toBe(result);
  });
});

describe('initials are of what is shown', () => {
  test.each([
    ['Samira', 'S'],
    ['Samira el Amrani', 'SA'],
    ['ömer çelik', 'ÖÇ'],
    ['', ''],
  ])('%s → %s', (shown, initials) => {
    expect(initialsOf(shown)).toBe(initials);
  });
});
