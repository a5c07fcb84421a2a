import Holidays from 'date-holidays';
import { yearOf } from '~/domain/calendar';
import { type IsHoliday } from '~/domain/initiative/terms';

const calendar = new Holidays('NL');
type Day = ReturnType<typeof calendar.getHolidays>[number];

/** A calendar of days off: those of the library that it takes, and days of the year (MM-DD) besides. Each year is read once. */
function calendarOf(takes: (day: Day) => boolean, besides: readonly string[] = []): IsHoliday {
  const known = new Map<number, ReadonlySet<string>>();
  const read = (year: number) => {
    const days = calendar.getHolidays(year).filter(takes);
    return new Set([...days.map(({ date }) => date.slice(0, 10)), ...besides.map((day) => `${year}-${day}`)]);
  };
  return (date) => {
    const year = yearOf(date);
    const found = known.get(year) ?? read(year);
    known.set(year, found);
    return found.has(date);
  };
}

/** Also a public holiday for legal terms, though many people work (art. 3 Algemene termijnenwet). */
const alsoFree = ['easter -2', '05-05'];

/** Is this a general holiday in the Netherlands, on which no legal term ends? Algemene termijnenwet, domain.md §2.4. */
export const isHoliday = calendarOf(({ type, rule }) => type === 'public' || alsoFree.includes(rule));

/** Is this a day besides weekends on which no bank settles in euros? TARGET, decision ECB/2022/8. */
export const isBankHoliday = calendarOf(
  ({ rule }) => rule === 'easter -2' || rule === 'easter 1',
  ['01-01', '05-01', '12-25', '12-26'],
);
