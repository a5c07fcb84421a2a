import Holidays from 'date-holidays';
import { yearOf } from '~/domain/calendar';
import { type IsHoliday } from '~/domain/initiative/terms';

const calendar = new Holidays('NL');
/** Also a public holiday for legal terms, though many people work (art. 3 Algemene termijnenwet). */
const alsoFree = ['easter -2', '05-05'];
const known = new Map<number, ReadonlySet<string>>();

function holidaysOf(year: number): ReadonlySet<string> {
  const found = known.get(year) ?? new Set(read(year));
  known.set(year, found);
  return found;
}

const read = (year: number) =>
  calendar
    .getHolidays(year)
    .filter(({ type, rule }) => type === 'public' || alsoFree.includes(rule))
    .map(({ date }) => date.slice(0, 10));

/** Is this a general holiday in the Netherlands, on which no legal term ends? Algemene termijnenwet, domain.md §2.4. */
export const isHoliday: IsHoliday = (date) => holidaysOf(yearOf(date)).has(date);
