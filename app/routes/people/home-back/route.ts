import { redirect } from '@remix-run/node';
import { DomainError } from '~/domain/errors';
import { file } from '~/http/bare.server';
import { flowOf, forgetFlow } from '~/http/oidc-flow.server';
import { finishOidc } from '~/http/oidc.server';
import { vaultOf } from '~/http/seal.server';
import { proveByOidc } from '~/usecases/people/prove-by-oidc.server';
import { backWith } from '../shared/oidc-fault.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'residence.prove' } };

/** Where the sign-in service sends people back to. */
export const loader = file('residence.prove', async (visit) => {
  try {
    const flow = await flowOf(visit);
    await forgetFlow(visit);
    if (!flow) throw new DomainError('oidcLapsed');
    await proveByOidc(visit.context, vaultOf(visit.site.secret), flow.state, () => finishOidc(visit, flow));
    return redirect(`${paths.people.home}?gedaan=proven`, 303);
  } catch (error) {
    return backWith(error);
  }
});
