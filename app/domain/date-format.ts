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

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Amsterdam' });

/** The time of day in the Netherlands: "20.30", "20:30". */
export function formatTime(moment: Date, locale: 'nl' | 'en'): string {
  const time = clock.format(moment);
  return locale === 'en' ? time : time.replace(':', '.');
}
