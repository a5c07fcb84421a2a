import { createCookie } from '@remix-run/node';
import { locales, type Locale } from '~/i18n';
import { settingsOf } from './settings.server';
import { type Site } from './site.server';

export const localeCookie = createCookie('taal', {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  secure: true,
  maxAge: 31_536_000,
});

/** The language that this visitor chose, while the gemeente offers it; Dutch for everyone who did not choose. */
export async function localeOf({ headers }: Pick<Request, 'headers'>, site: Site): Promise<Locale> {
  const chosen: unknown = await localeCookie.parse(headers.get('Cookie'));
  const locale = locales.find((each) => each === chosen) ?? 'nl';
  return locale === 'nl' || (await settingsOf(site)).english ? locale : 'nl';
}
