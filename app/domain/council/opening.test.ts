import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar';
import { isItsDay, openingReason } from './opening';

const startsAt = new Date('2026-06-01T17:30:00Z');
const [day, other] = [calendarDate('2026-06-01'), calendarDate('2026-05-31')];
const refused = (code: string) => expect.objectContaining({ code, field: 'reason' });

describe('a meeting opens on its day', () => {
  test('which is that of the Netherlands, also around midnight', () => {
    const lateInUtc = new Date('2026-06-01T22:30:00Z');
    expect(isItsDay(lateInUtc, calendarDate('2026-06-02'))).toBe(true);
    expect(isItsDay(lateInUtc, day)).toBe(false);
  });

  test('without a reason, and keeps none', () => {
    expect(openingReason(startsAt, day, '')).toBeNull();
    expect(openingReason(startsAt, day, 'zomaar')).toBeNull();
  });

  test('on any other only with a reason', () => {
    expect(() => openingReason(startsAt, other, '  ')).toThrow(
      expect.objectContaining({ code: 'meetingOtherDay', field: 'reason', detail: { date: day } }),
    );
    expect(() => openingReason(startsAt, other, 'x'.repeat(501))).toThrow(refused('tooLong'));
    expect(openingReason(startsAt, other, ' Storm op komst. ')).toBe('Storm op komst.');
  });
});
