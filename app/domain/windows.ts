import { addDays, type CalendarDate, calendarDate, typedDate, yearOf } from './calendar';
import { DomainError } from './errors';

/** The days that a date may be, both counted in. */
export type Window = Readonly<{ earliest: CalendarDate; latest: CalendarDate }>;

const years = (first: number, last: number): Window => ({
  earliest: calendarDate(`${first}-01-01`),
  latest: calendarDate(`${last}-12-31`),
});

/** What any date may be, by what it is of; CHECKs of the database say the same. */
export const windows = { birth: years(1900, 2100), other: years(2000, 2100) } as const;

/** How many years ahead people plan, at most. */
const yearsAhead = { initiative: 3, meeting: 2, payment: 1, role: 2 } as const;

/** From today up to and including the same day in the last year in which this can be planned. */
export function windowFrom(today: CalendarDate, use: keyof typeof yearsAhead): Window {
  // One day earlier than 29 February in a year that has none.
  const day = today.endsWith('02-29') ? addDays(today, -1) : today;
  return { earliest: today, latest: calendarDate(`${yearOf(today) + yearsAhead[use]}${day.slice(4)}`) };
}

/** Passes a date within a window; else throws DomainError 'dateOutside' at `field`, which names the window. */
export function assertWithin(window: Window, date: CalendarDate, field?: string): void {
  if (date < window.earliest || date > window.latest) {
    throw new DomainError('dateOutside', { field, detail: { ...window } });
  }
}

/** As `typedDate`, of a day within a window. Throws DomainError 'dateInvalid' and 'dateOutside'. */
export function typedWithin(window: Window, text: string): CalendarDate {
  const date = typedDate(text);
  assertWithin(window, date);
  return date;
}
