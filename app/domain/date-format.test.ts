import { describe, expect, test } from 'vitest';
import { calendarDate } from './calendar';
import { formatDate, formatTime } from './date-format';

describe('a legal date in words', () => {
  test.each([
    ['2026-03-03', 'di 3 maart 2026', 'Tue 3 March 2026'],
    ['2026-11-29', 'zo 29 november 2026', 'Sun 29 November 2026'],
    ['2028-02-29', 'di 29 februari 2028', 'Tue 29 February 2028'],
  ])('%s', (date, dutch, english) => {
    expect(formatDate(calendarDate(date), 'nl')).toBe(dutch);
    expect(formatDate(calendarDate(date), 'en')).toBe(english);
  });

  test.each([
    ['the day on which the clock goes forward', '2026-03-29', 'zo 29 maart 2026'],
    ['the day on which it goes back', '2026-10-25', 'zo 25 oktober 2026'],
    ['the last day of a year', '2026-12-31', 'do 31 december 2026'],
  ])('is that very day on %s', (_which, date, text) => {
    expect(formatDate(calendarDate(date), 'nl')).toBe(text);
  });
});

describe('a time of day', () => {
  test.each([
    ['2026-07-03T18:05:00Z', '20.05', '20:05'],
    ['2026-12-03T18:05:00Z', '19.05', '19:05'],
    ['2026-12-03T23:00:00Z', '00.00', '00:00'],
    ['2026-03-29T00:59:00Z', '01.59', '01:59'],
    ['2026-03-29T01:00:00Z', '03.00', '03:00'],
  ])('at %s is that of the Netherlands', (moment, dutch, english) => {
    expect(formatTime(new Date(moment), 'nl')).toBe(dutch);
    expect(formatTime(new Date(moment), 'en')).toBe(english);
  });
});
