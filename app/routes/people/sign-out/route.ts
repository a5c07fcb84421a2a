import { redirect } from '@remix-run/node';
import { noFields } from '~/http/fields.server';
import { file, step } from '~/http/bare.server';
import { endSession } from '~/http/session.server';
import { signOut } from '~/usecases/people/sign-out.server';

export const handle = { access: { read: 'session.manage', write: 'session.manage' } };

/** Looking at this address signs nobody out. */
export const loader = file('session.manage', () => Promise.resolve(redirect('/', 303)));

export const action = step('session.manage', noFields, async (visit) => {
  await signOut(visit.context);
  await endSession(visit);
  return redirect('/', 303);
});
