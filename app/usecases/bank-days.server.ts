import Holidays from 'date-holidays';
import { type CalendarDate, yearOf } from '~/domain/calendar';
import { nextWorkingDay } from '~/domain/initiative/terms';

/** Any land of the library knows Easter; the other days are fixed. */
const calendar = new Holidays('NL');
const known = new Map<number, ReadonlySet<string>>();

/** The days besides weekends on which no bank settles in euros (TARGET, decision ECB/2022/8): Easter's two and four fixed. */
function closedOf(year: number): ReadonlySet<string> {
  const found = known.get(year) ?? new Set(read(year));
  known.set(year, found);
  return found;
}

const read = (year: number) => [
  ...calendar
    .getHolidays(year)
    .filter(({ rule }) => rule === 'easter -2' || rule === 'easter 1')
    .map(({ date }) => date.slice(0, 10)),
  ...['01-01', '05-01', '12-25', '12-26'].map((day) => `${year}-${day}`),
];

/** The date itself, or the first day after it on which banks settle in euros. */
export const bankDay = (date: CalendarDate): CalendarDate =>
  nextWorkingDay(date, (day) => closedOf(yearOf(day)).has(day));
