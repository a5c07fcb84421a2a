import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar';
import { chosenIn, currencyIn, dayIn, isDateUnderstood, pointAt, yearIn } from './cells';

describe('a day in a file', () => {
  test.each([
    ['01.02.2026', '2026-02-01'],
    ['1.2.2026', '2026-02-01'],
    ['01-02-2026', '2026-02-01'],
    ['2026-02-01', '2026-02-01'],
    ['29.02.2024', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });

  test.each([
    '',
    '2026',
    '29.02.2026',
    '31.04.2026',
    '00.01.2026',
    '2026-2-1',
    '1/2/2026',
    '1.2.26',
    ' 1.2.2026',
    'x',
  ])('%j is none', (text) => {
    expect(dayIn(text)).toBeNull();
  });

  test('comes back from each way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
        const day = addDays(calendarDate('1990-01-01'), days);
        const [year, month, date] = day.split('-');
        for (const text of [day, `${date}.${month}.${year}`, `${Number(date)}-${Number(month)}-${year}`])
          expect(dayIn(text)).toBe(day);
        expect(yearIn(day)).toBe(Number(year));
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe('other cells', () => {
  test.each([
    ['31.12.2019', 2019],
    ['2019', 2019],
    ['spring 2019', 2019],
    ['2019 spring', null],
    ['12019', null],
    ['', null],
  ])('the year of %j is %j', (text, year) => {
    expect(yearIn(text)).toBe(year);
  });

  test.each([
    ['', true],
    ['2019', true],
    ['1.1.2019', true],
    ['2119', false],
    ['spring 2019', false],
    ['31.2.2019', false],
  ])('whether %j is a date as the format has it: %j', (text, is) => {
    expect(isDateUnderstood(text)).toBe(is);
  });

  test('a currency is three capitals', () => {
    expect(['EUR', 'PLN', 'eur', 'EURO', '€', ''].map(currencyIn)).toEqual([
      'EUR',
      'PLN',
      null,
      null,
      null,
      null,
    ]);
  });

  test('what a city chose is one digit', () => {
    expect(['0', '1', '2', '10', 'x', '', null].map(chosenIn)).toEqual([0, 1, 2, null, null, null, null]);
  });

  test.each([
    ['52.1', '5.3', { latitude: 52.1, longitude: 5.3 }],
    ['-90', '180', { latitude: -90, longitude: 180 }],
    ['0', '5', { latitude: 0, longitude: 5 }],
    ['0', '0', { latitude: null, longitude: null }],
    ['90.1', '5', { latitude: null, longitude: null }],
    ['52', '-180.1', { latitude: null, longitude: null }],
    ['52', null, { latitude: null, longitude: null }],
    ['north', '5', { latitude: null, longitude: null }],
  ])('the point at %j, %j', (latitude, longitude, point) => {
    expect(pointAt(latitude, longitude)).toEqual(point);
  });
});
