import { type CalendarDate } from '../calendar';
import { DomainError } from '../errors';

const zone = 'Europe/Amsterdam';

/** What the clock on the wall says at an instant: '19.30'. */
export function wallTime(instant: Date): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return clock.format(instant).replace(':', '.');
}

/**
 * The instant at which the clocks in the Netherlands show this time ('19.30' or '19:30') on this date. Of a time that
 * occurs twice, when summer ends, the first; throws DomainError 'timeInvalid' for what is no time, or is skipped that day.
 */
export function instantAt(date: CalendarDate, time: string): Date {
  const clock = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(time.trim());
  if (!clock) throw new DomainError('timeInvalid', { field: 'time' });
  const wanted = `${clock[1]?.padStart(2, '0')}.${clock[2]}`;
  const asUtc = Date.parse(`${date}T${wanted.replace('.', ':')}:00Z`);
  // The Netherlands are two hours ahead in summer and one in winter.
  const found = [2, 1]
    .map((hours) => new Date(asUtc - hours * 3_600_000))
    .find((instant) => wallTime(instant) === wanted);
  if (!found) throw new DomainError('timeInvalid', { field: 'time' });
  return found;
}
