import { describe, expect, test } from 'vitest';
import { calendarDate } from './calendar';
import { assertWithin, typedWithin, windowFrom, windows } from './windows';

const outside = expect.objectContaining({ code: 'dateOutside' });

describe('nobody means every year', () => {
  test.each(['31-12-9999', '1-1-2101', '31-12-1999', '0001-01-01'])(
    '%s is no day of a plan or a source',
    (text) => {
      expect(() => typedWithin(windows.other, text)).toThrow(outside);
    },
  );

  test.each(['1-1-2000', '31-12-2100'])('%s is the first or the last', (text) => {
    expect(typedWithin(windows.other, text)).toMatch(/^2[01]00/);
  });

  test('people were born before 2000 too, but not before 1900', () => {
    expect(typedWithin(windows.birth, '1-1-1900')).toBe('1900-01-01');
    expect(() => typedWithin(windows.birth, '31-12-1899')).toThrow(outside);
  });

  test('what is no date stays no date', () => {
    expect(() => typedWithin(windows.other, '31-2-2026')).toThrow('dateInvalid');
  });
});

describe('what is planned lies ahead, and not too far', () => {
  const today = calendarDate('2026-11-28');
  test.each([
    ['initiative', '2029-11-28'],
    ['meeting', '2028-11-28'],
    ['payment', '2027-11-28'],
  ] as const)('%s: from today up to and including %s', (use, last) => {
    const window = windowFrom(today, use);
    expect(window).toEqual({ earliest: today, latest: last });
    for (const day of [today, calendarDate(last)]) expect(() => assertWithin(window, day)).not.toThrow();
  });

  test.each(['2026-11-27', '2028-11-29', '9999-12-31'])(
    '%s is refused at its field, with both days',
    (day) => {
      const refusal = { field: 'date', detail: { earliest: '2026-11-28', latest: '2028-11-28' } };
      expect(() => assertWithin(windowFrom(today, 'meeting'), calendarDate(day), 'date')).toThrow(
        expect.objectContaining({ code: 'dateOutside', ...refusal }),
      );
    },
  );

  test.each([
    ['2028-02-29', 'payment', '2029-02-28'],
    ['2028-02-29', 'initiative', '2031-02-28'],
    ['2028-02-28', 'payment', '2029-02-28'],
  ] as const)('on %s a year without 29 February ends a day earlier (%s)', (on, use, latest) => {
    expect(windowFrom(calendarDate(on), use).latest).toBe(latest);
  });
});

describe('a birthday', () => {
  const born = (text: string) => typedWithin(windows.birth, text);

  test.each([
    ['5-5-1990', '1990-05-05'],
    ['05-05-1990', '1990-05-05'],
    ['29-2-1988', '1988-02-29'],
    ['1-1-1900', '1900-01-01'],
  ])('%s is read', (text, date) => {
    expect(born(text)).toBe(date);
  });

  test.each(['30-2-1990', '29-2-1987', '31-4-1990', '0-1-1990', '1-13-1990'])('%s is no day', (text) => {
    expect(() => born(text)).toThrow(expect.objectContaining({ code: 'dateInvalid' }));
  });

  test.each(['31-12-1899', '1-1-2101'])('%s is nobody’s', (text) => {
    expect(() => born(text)).toThrow(outside);
  });
});
