import { addDays, type CalendarDate, calendarDateIn } from '../calendar';
import { DomainError } from '../errors';

/** How many items the agenda of one meeting holds: more than an evening can decide, and few enough for one page. */
export const mostItems = 50;

/** The last day on which something may still come on the agenda of a meeting: it is public `noticeDays` before. domain.md §3.2. */
export const lastAgendaDay = (startsAt: Date, noticeDays: number): CalendarDate =>
  addDays(calendarDateIn(startsAt), -noticeDays);

/** Passes an item that comes on the agenda today. Throws 'agendaClosed' with the last day that it could. */
export function assertAgendaOpen(startsAt: Date, noticeDays: number, today: CalendarDate): void {
  const lastDay = lastAgendaDay(startsAt, noticeDays);
  if (today > lastDay) throw new DomainError('agendaClosed', { detail: { lastDay, days: noticeDays } });
}

/**
 * Passes a meeting that is called today: nothing could come on the agenda of an earlier one any more. Throws 'noticeTooShort' at
 * 'date', with the first day that can.
 */
export function assertNotice(startsAt: Date, noticeDays: number, today: CalendarDate): void {
  if (today <= lastAgendaDay(startsAt, noticeDays)) return;
  const detail = { days: noticeDays, firstDay: addDays(today, noticeDays) };
  throw new DomainError('noticeTooShort', { field: 'date', detail });
}
