import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addWeeks,
  ageOn,
  calendarDate,
  calendarDateIn,
  compareDates,
  daysBetween,
  typedDate,
  weekdayOf,
  yearOf,
} from './calendar';

const anyDate = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => calendarDate(instant.toISOString().slice(0, 10)));

describe('typedDate', () => {
  test.each([
    ['3-3-2026', '2026-03-03'],
    ['03-12-2026', '2026-12-03'],
    ['3/3/2026', '2026-03-03'],
    ['3.3.2026', '2026-03-03'],
    [' 29-2-2024 ', '2024-02-29'],
    ['2026-03-03', '2026-03-03'],
  ])('reads %s', (typed, date) => {
    expect(typedDate(typed)).toBe(date);
  });

  test.each(['', '3-3-26', '29-2-2026', '31-4-2026', '3-13-2026', '2026-3-3', '3 maart 2026', '3-3-2026x'])(
    'refuses %j',
    (typed) => {
      expect(() => typedDate(typed)).toThrow('dateInvalid');
    },
  );
});

describe('calendarDate', () => {
  test.each(['2026-03-03', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('reads %s', (text) => {
    expect(calendarDate(text)).toBe(text);
  });

  test.each([
    '',
    '2026-3-3',
    '03-03-2026',
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '0000-01-01',
    ' 2026-03-03',
    '2026-03-03\n',
    '2026-03-03T00:00:00Z',
    '+12026-03-03',
    '２０２６-03-03',
  ])('refuses %j', (text) => {
    expect(() => calendarDate(text)).toThrow(expect.objectContaining({ code: 'dateInvalid' }));
  });
});

describe('calendarDateIn', () => {
  test.each([
    ['2026-01-01T22:59:59Z', '2026-01-01'],
    ['2026-01-01T23:00:00Z', '2026-01-02'],
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2025-12-31T23:00:00Z', '2026-01-01'],
    ['2026-03-29T00:30:00Z', '2026-03-29'],
  ])('%s is %s in Amsterdam', (instant, date) => {
    expect(calendarDateIn(new Date(instant))).toBe(date);
  });
});

describe('counting days', () => {
  test('crosses months, leap days and the change of the clock', () => {
    expect(addDays(calendarDate('2026-01-31'), 1)).toBe('2026-02-01');
    expect(addDays(calendarDate('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(calendarDate('2026-03-28'), 2)).toBe('2026-03-30');
    expect(addDays(calendarDate('2026-03-01'), -1)).toBe('2026-02-28');
    expect(daysBetween(calendarDate('2026-10-24'), calendarDate('2026-10-26'))).toBe(2);
    expect(daysBetween(calendarDate('2026-10-26'), calendarDate('2026-10-24'))).toBe(-2);
  });

  test('eight weeks after 5 January 2026 is 2 March (domain.md E10)', () => {
    expect(addWeeks(calendarDate('2026-01-05'), 8)).toBe('2026-03-02');
  });

  test('refuses to run past the last year that can be written', () => {
    expect(() => addDays(calendarDate('9999-12-31'), 1)).toThrow(
      expect.objectContaining({ code: 'dateInvalid' }),
    );
  });

  test('adding and counting agree, and weeks keep the weekday', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(weekdayOf(addWeeks(date, days))).toBe(weekdayOf(date));
        expect(compareDates(date, addDays(date, days))).toBe(days === 0 ? 0 : days > 0 ? -1 : 1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('parts of a date', () => {
  test('year', () => {
    expect(yearOf(calendarDate('2026-12-31'))).toBe(2026);
  });

  test('weekdays run from Monday 1 to Sunday 7', () => {
    const week = [0, 1, 2, 3, 4, 5, 6].map((days) => weekdayOf(addDays(calendarDate('2026-03-02'), days)));
    expect(week).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('ageOn', () => {
  test.each([
    ['2008-03-03', '2026-03-02', 17],
    ['2008-03-03', '2026-03-03', 18],
    ['2008-03-03', '2026-12-31', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
    ['2026-03-03', '2026-03-03', 0],
  ])('born %s is on %s aged %i', (born, on, age) => {
    expect(ageOn(calendarDate(born), calendarDate(on))).toBe(age);
  });
});

describe('addMonths', () => {
  test.each([
    ['2026-03-03', 3, '2026-06-03'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %d months', (from, months, to) => {
    expect(addMonths(calendarDate(from), months)).toBe(to);
  });

  test('keeps the day, or takes the last one of the month', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40, max: 40 }), (date, months) => {
        const later = addMonths(date, months);
        const month = (day: string) => yearOf(calendarDate(day)) * 12 + Number(day.slice(5, 7));
        expect(month(later)).toBe(month(date) + months);
        if (later.slice(8) !== date.slice(8)) expect(addDays(later, 1).slice(8)).toBe('01');
      }),
    );
  });
});
