import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, calendarDate } from '../calendar';
import { assertAdministered, type Days, daysFrom } from './administrators';

const first = calendarDate('2026-01-01');
const day = (count: number) => addDays(first, count);
const days = (from: number, to: number | null): Days => ({
  validFrom: day(from),
  validTo: to === null ? null : day(to),
});

const answer = (lost: Days[], staying: Days[]) => {
  try {
    assertAdministered(lost, staying);
    return 'goes';
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('the last administrator', () => {
  test.each([
    ['stays when nobody else is there', [days(0, null)], [], 'lastAdmin'],
    ['goes when another goes on', [days(0, null)], [days(0, null)], 'goes'],
    ['stays when the other ends', [days(0, null)], [days(0, 10)], 'lastAdmin'],
    ['stays when the other begins later', [days(0, null)], [days(1, null)], 'lastAdmin'],
    ['goes when another follows on another', [days(0, null)], [days(3, null), days(0, 3)], 'goes'],
    ['stays for one day between two', [days(0, null)], [days(0, 3), days(4, null)], 'lastAdmin'],
    ['goes from a short term within a longer one', [days(2, 5)], [days(0, 6)], 'goes'],
    ['goes to the day on which both end', [days(2, 6)], [days(0, 6)], 'goes'],
    [
      'goes when the days are covered before the next begins',
      [days(0, 3)],
      [days(0, 3), days(9, 12)],
      'goes',
    ],
    ['may lose days of which there are none', [days(4, 4)], [], 'goes'],
    ['loses nothing', [], [], 'goes'],
    ['must be replaced in each of the terms', [days(0, 1), days(8, 9)], [days(0, 2)], 'lastAdmin'],
  ])('%s', (_what, lost, staying, expected) => {
    expect(answer(lost, staying)).toBe(expected);
  });

  const span = fc
    .tuple(fc.nat(20), fc.option(fc.nat(20)))
    .map(([from, length]) => days(from, length === null ? null : from + length));
  const holds = (at: CalendarDate) => (each: Days) =>
    each.validFrom <= at && (each.validTo === null || at < each.validTo);

  property.prop([span, fc.array(span, { maxLength: 4 })])('as counted day by day', (lost, staying) => {
    const all = Array.from({ length: 60 }, (_, count) => day(count));
    const bare = all.some((at) => holds(at)(lost) && !staying.some(holds(at)));
    expect(answer([lost], staying)).toBe(bare ? 'lastAdmin' : 'goes');
  });
});

test('what is left of terms from a day on', () => {
  const terms = [days(0, 3), days(0, 4), days(2, null), days(8, null)];
  expect(daysFrom(day(3), terms)).toEqual([days(3, 4), days(3, null), days(8, null)]);
});

test('nothing is left of terms that are over by then', () => {
  expect(daysFrom(day(9), [days(0, 3), days(3, 9)])).toEqual([]);
  expect(daysFrom(day(9), [])).toEqual([]);
});

describe('an order of terms', () => {
  property.prop([fc.shuffledSubarray([days(0, 4), days(4, 8), days(2, 6), days(8, null)], { minLength: 4 })])(
    'does not matter',
    (staying) => {
      expect(answer([days(0, null)], staying)).toBe('goes');
      expect(
        answer(
          [days(0, null)],
          staying.filter(({ validTo }) => validTo !== null),
        ),
      ).toBe('lastAdmin');
    },
  );
});
