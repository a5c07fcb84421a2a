import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar';
import { instantAt, wallTime } from './wall-clock';

const noTime = expect.objectContaining({ code: 'timeInvalid', field: 'time' });
const at = (date: string, time: string) => instantAt(calendarDate(date), time).toISOString();

describe('the clock on the wall', () => {
  test.each([
    ['2026-01-15', '19.30', '2026-01-15T18:30:00.000Z'],
    ['2026-07-15', '19:30', '2026-07-15T17:30:00.000Z'],
    ['2026-01-15', ' 9.05 ', '2026-01-15T08:05:00.000Z'],
    ['2026-01-01', '00.15', '2025-12-31T23:15:00.000Z'],
    ['2026-07-01', '00.15', '2026-06-30T22:15:00.000Z'],
    ['2026-12-31', '23.59', '2026-12-31T22:59:00.000Z'],
  ])('%s %s is %s', (date, time, expected) => {
    expect(at(date, time)).toBe(expected);
  });

  test('of the hour that comes twice when summer ends, the first', () => {
    expect(at('2026-10-25', '02.30')).toBe('2026-10-25T00:30:00.000Z');
  });

  test('the hour that is skipped when summer begins is no time', () => {
    expect(() => at('2026-03-29', '02.30')).toThrow(noTime);
    expect(at('2026-03-29', '03.00')).toBe('2026-03-29T01:00:00.000Z');
  });

  test.each(['', '24.00', '19.60', '1930', '19.3', '19.305', 'half acht', '-1.00'])(
    '%j is no time',
    (time) => {
      expect(() => at('2026-01-15', time)).toThrow(noTime);
    },
  );

  test.each([
    ['2026-01-15T18:30:00Z', '19.30'],
    ['2026-07-15T17:05:00Z', '19.05'],
    ['2026-07-14T22:00:00Z', '00.00'],
  ])('%s shows %s', (instant, expected) => {
    expect(wallTime(new Date(instant))).toBe(expected);
  });
});
