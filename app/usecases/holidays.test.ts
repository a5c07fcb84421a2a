import { expect, test } from 'vitest';
import { calendarDate } from '~/domain/calendar';
import { nextWorkingDay } from '~/domain/initiative/terms';
import { isBankHoliday } from './holidays.server';

test.each([
  ['a working day', '2026-11-27', '2026-11-27'],
  ['a Saturday', '2026-11-28', '2026-11-30'],
  ['Good Friday, and Easter Monday after it', '2026-04-03', '2026-04-07'],
  ['the first of May', '2026-05-01', '2026-05-04'],
  ['Christmas', '2026-12-25', '2026-12-28'],
  ['New Year', '2027-01-01', '2027-01-04'],
  ["the King's day, on which banks work", '2026-04-27', '2026-04-27'],
  ['Liberation Day, on which banks work', '2026-05-05', '2026-05-05'],
  ['Ascension Day, on which banks work', '2026-05-14', '2026-05-14'],
])('the bank day of %s (%s) is %s', (_what, day, next) => {
  expect(nextWorkingDay(calendarDate(day), isBankHoliday)).toBe(next);
});
