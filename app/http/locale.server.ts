import { createCookie } from '@remix-run/node';
import { type i18n } from 'i18next';
import { createI18n, locales, type Locale } from '~/i18n';
import en from '~/i18n/en';
import nl from '~/i18n/nl';

const translators: Record<Locale, i18n> = { nl: createI18n('nl', nl), en: createI18n('en', en) };

export const localeCookie = createCookie('taal', {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  secure: true,
  maxAge: 31_536_000,
});

/** The language that this visitor chose; Dutch for everyone who did not choose. */
export async function localeOf({ headers }: Pick<Request, 'headers'>): Promise<Locale> {
  const chosen: unknown = await localeCookie.parse(headers.get('Cookie'));
  return locales.find((locale) => locale === chosen) ?? 'nl';
}

export const translatorFor = (locale: Locale): i18n => translators[locale];
