import { expect, test } from 'vitest';
import { existsIn, generalTaskField, taskFieldOf } from './task-field';

test.each([
  ['groen', 2026, '5.7'],
  ['veiligheid', 2026, '1.2'],
  ['ontmoeten', 2026, '6.1'],
  [null, 2026, '6.1'],
  ['zorg', 2024, '6.2'],
  ['zorg', 2025, '6.23'],
] as const)('%s in %i falls under %s', (theme, year, taskField) => {
  expect(taskFieldOf(theme, year)).toBe(taskField);
});

test('before the taakvelden were there, everything is general', () => {
  expect(taskFieldOf('groen', 2016)).toBe(generalTaskField);
});

test('6.2 ended with 2024 and 6.21 began with 2025', () => {
  expect([2016, 2017, 2024, 2025].map((year) => existsIn('6.2', year))).toEqual([false, true, true, false]);
  expect([2024, 2025].map((year) => existsIn('6.21', year))).toEqual([false, true]);
});
