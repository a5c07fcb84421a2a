import { expect, test } from 'vitest';
import { themes } from '../initiative/purpose';
import { existsIn, generalTaskField, type TaskField, taskFieldOf, taskFields } from './task-field';

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

test.each([null, ...themes])(
  'money for %s always falls under a taakveld that exists in its year',
  (theme) => {
    for (let year = 2017; year <= 2040; year += 1)
      expect(existsIn(taskFieldOf(theme, year), year)).toBe(true);
  },
);

test('a taakveld that was split ended the year before its parts began', () => {
  const all = Object.keys(taskFields) as TaskField[];
  const parts = all.filter((each) => /^6\.2\d$/.test(each));
  expect(parts).toEqual(['6.21', '6.22', '6.23']);
  for (const part of parts) expect(taskFields[part].from).toBe(taskFields['6.2'].to + 1);
});
