import { redirect } from '@remix-run/node';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { endSession } from '~/http/session.server';
import { signOut } from '~/usecases/sign-out.server';

export const handle = { access: { read: 'session.manage', write: 'session.manage' } };

/** Looking at this address signs nobody out. */
export const loader = page('session.manage', () => Promise.resolve(redirect('/', 303)));

export const action = act('session.manage', noFields, async (visit) => {
  await signOut(visit.act);
  await endSession(visit);
  return redirect('/', 303);
});
