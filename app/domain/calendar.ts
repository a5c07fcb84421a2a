import { DomainError } from './errors';

declare const brand: unique symbol;

/** A legal date, 'YYYY-MM-DD' in Europe/Amsterdam (domain.md, head); instants are `Date` and come in as arguments. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' };

/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const msPerDay = 86_400_000;

/** Reads 'YYYY-MM-DD' (years 0001–9999); throws DomainError 'dateInvalid' for any other text and for 30 February. */
export function calendarDate(text: string): CalendarDate {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) throw new DomainError('dateInvalid');
  const instant = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) throw new DomainError('dateInvalid');
  // A day past the end of its month rolls over to the next month instead of failing.
  if (instant.toISOString().slice(0, 10) !== text) throw new DomainError('dateInvalid');
  return text as CalendarDate;
}

/**
 * Reads a date as people in the Netherlands type it, '3-3-2026' or '3/3/2026', and as a date field sends it,
 * '2026-03-03'. Throws DomainError 'dateInvalid'.
 */
export function typedDate(text: string): CalendarDate {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text.trim()) ?? [];
  return calendarDate(year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim());
}

/** Making one takes longer than all else that is done with it. */
const wallCalendar = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The date on the wall calendar in Europe/Amsterdam at an instant. */
export function calendarDateIn(instant: Date): CalendarDate {
  const parts = new Map(wallCalendar.formatToParts(instant).map((part) => [part.type, part.value]));
  return calendarDate(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`);
}

/** The date a number of whole days later (earlier when negative); throws 'dateInvalid' past the year 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return calendarDate(new Date(midnight(date) + days * msPerDay).toISOString().replace(/T.*/, ''));
}

/** The same weekday a number of weeks later: terms in weeks (4:13 Awb) end on it. */
export function addWeeks(date: CalendarDate, weeks: number): CalendarDate {
  return addDays(date, weeks * 7);
}

/** The same day some months later, or the last day of a month that is too short for it. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const at = new Date(midnight(date));
  const day = at.getUTCDate();
  at.setUTCMonth(at.getUTCMonth() + months);
  // A day past the end of its month rolls over to the next month; day 0 is the last of the month before.
  if (at.getUTCDate() !== day) at.setUTCDate(0);
  return calendarDate(at.toISOString().replace(/T.*/, ''));
}

/** Whole days from one date to another; negative when `to` lies earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (midnight(to) - midnight(from)) / msPerDay;
}

/** The calendar year: the budget year a date falls in. */
export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** Sorts earlier before later. */
export function compareDates(a: CalendarDate, b: CalendarDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The ISO weekday, Monday 1 to Sunday 7. */
export function weekdayOf(date: CalendarDate): Weekday {
  return (new Date(midnight(date)).getUTCDay() || 7) as Weekday;
}

/** Whole years of age on a date; who was born on 29 February turns a year older on 1 March in other years. */
export function ageOn(born: CalendarDate, on: CalendarDate): number {
  const hadBirthday = on.slice(5) >= born.slice(5);
  return yearOf(on) - yearOf(born) - (hadBirthday ? 0 : 1);
}

function midnight(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}
