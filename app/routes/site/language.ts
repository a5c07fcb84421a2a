import { redirect } from '@remix-run/node';
import { localeCookie } from '~/http/locale.server';
import { localPath } from '~/http/local-path.server';
import { languageForm } from '~/http/people-forms.server';
import { act, page } from '~/http/route.server';

export const handle = { access: { read: 'site.read', write: 'site.read' } };

export const loader = page('site.read', () => Promise.resolve(redirect('/', 303)));

export const action = act('site.read', languageForm, async (visit, typed) => {
  const { locale, returnTo } = await typed();
  visit.context.setCookie(await localeCookie.serialize(locale));
  return redirect(localPath(returnTo, '/'), 303);
});
