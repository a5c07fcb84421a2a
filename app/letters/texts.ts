import { type CalendarDate } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { type Locale } from '~/i18n';
import { translatorFor } from '~/i18n/translator.server';

const wholeDay = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'Europe/Amsterdam' });
const days = { nl: wholeDay('nl-NL'), en: wholeDay('en-GB') };

/** How letters in a language say things: their texts, an amount, and a day with its weekday. */
export function textsIn(lang: Locale) {
  return {
    t: translatorFor(lang).t,
    euros: (amount: Cents) => formatEuros(amount, lang),
    day: (date: CalendarDate) => days[lang].format(new Date(`${date}T12:00:00Z`)),
  };
}

/** The body of a letter: an empty line between its paragraphs; what is empty is left out. */
export const paragraphs = (parts: readonly string[]): string => parts.filter(Boolean).join('\n\n');
