import { redirect } from '@remix-run/node';
import { localeCookie } from '~/http/locale.server';
import { localPath } from '~/http/local-path.server';
import { languageForm } from './form.server';
import { file, step } from '~/http/bare.server';

export const handle = { access: { read: 'site.read', write: 'site.read' } };

export const loader = file('site.read', () => Promise.resolve(redirect('/', 303)));

export const action = step('site.read', languageForm, async (visit, typed) => {
  const { locale, returnTo } = await typed();
  visit.loadContext.setCookie(await localeCookie.serialize(locale));
  return redirect(localPath(returnTo, '/'), 303);
});
