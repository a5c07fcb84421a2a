import { type i18n } from 'i18next';
import { createI18n, type Locale } from '.';
import en from './en';
import nl from './nl';

const translators: Record<Locale, i18n> = { nl: createI18n('nl', nl), en: createI18n('en', en) };

/** The translator of a language, one for the whole server. */
export const translatorFor = (locale: Locale): i18n => translators[locale];
