import { createCookie } from '@remix-run/node';
import { locales, type Locale } from '~/i18n';

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
