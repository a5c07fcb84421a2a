import { type CalendarDate, calendarDateIn } from '../calendar';
import { DomainError } from '../errors';
import { textWithin } from '../text';

const longest = 500;

/** Whether a meeting is called for this day; the day is that of the Netherlands. */
export const isItsDay = (startsAt: Date, today: CalendarDate): boolean => calendarDateIn(startsAt) === today;

/**
 * Why a meeting opens today, to be kept: null on its own day. Who relies on the call is there that day and no other
 * (art. 19 and 20 Gemeentewet), so any other day needs a reason. Throws 'meetingOtherDay' and 'tooLong' at 'reason'.
 */
export function openingReason(startsAt: Date, today: CalendarDate, typed: string): string | null {
  if (isItsDay(startsAt, today)) return null;
  const reason = textWithin(longest, typed, 'reason');
  if (reason === '') {
    throw new DomainError('meetingOtherDay', { field: 'reason', detail: { date: calendarDateIn(startsAt) } });
  }
  return reason;
}
