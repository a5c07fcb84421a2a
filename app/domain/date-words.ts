import { type CalendarDate } from './calendar';

const formatter = (locale: 'nl' | 'en') =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'nl-NL', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Amsterdam',
  });

const formatters = { nl: formatter('nl'), en: formatter('en') };

/** A legal date in words: "di 3 maart 2026", "Tue 3 March 2026". */
export function formatDate(date: CalendarDate, locale: 'nl' | 'en'): string {
  return formatters[locale]
    .formatToParts(new Date(`${date}T12:00:00Z`))
    .filter((part) => part.type !== 'literal')
    .map((part) => part.value)
    .join(' ');
}
