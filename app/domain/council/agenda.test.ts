import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar';
import { assertAgendaOpen, assertNotice, lastAgendaDay } from './agenda';

const evening = new Date('2026-06-10T17:30:00Z');
const day = (text: string) => calendarDate(text);

test('the agenda is public as many days before as the rules say, by the calendar of the Netherlands', () => {
  expect(lastAgendaDay(evening, 7)).toBe('2026-06-03');
  expect(lastAgendaDay(evening, 0)).toBe('2026-06-10');
  expect(lastAgendaDay(new Date('2026-06-09T22:30:00Z'), 7), 'half past midnight').toBe('2026-06-03');
});

test('an item comes on it up to that day', () => {
  expect(() => assertAgendaOpen(evening, 7, day('2026-06-03'))).not.toThrow();
  expect(() => assertAgendaOpen(evening, 7, day('2026-06-04'))).toThrow(
    expect.objectContaining({ code: 'agendaClosed', detail: { lastDay: '2026-06-03', days: 7 } }),
  );
  expect(() => assertAgendaOpen(evening, 0, day('2026-06-10'))).not.toThrow();
});

test('a meeting is called early enough for that', () => {
  expect(() => assertNotice(evening, 7, day('2026-06-03'))).not.toThrow();
  expect(() => assertNotice(evening, 7, day('2026-06-04'))).toThrow(
    expect.objectContaining({
      ...{ code: 'noticeTooShort', field: 'date' },
      detail: { days: 7, firstDay: '2026-06-11' },
    }),
  );
});

test('the first day that is told can be, and the day before it cannot', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 400 }), (noticeDays, later) => {
      const today = addDays(day('2026-01-01'), later);
      const noonOf = (date: string) => new Date(`${date}T12:00:00Z`);
      const first = addDays(today, noticeDays);
      expect(() => assertNotice(noonOf(first), noticeDays, today)).not.toThrow();
      expect(() => assertAgendaOpen(noonOf(first), noticeDays, today)).not.toThrow();
      if (noticeDays > 0) expect(() => assertNotice(noonOf(addDays(first, -1)), noticeDays, today)).toThrow();
    }),
  );
});
