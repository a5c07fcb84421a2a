import { transaction } from '#db/transaction';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type ToldBySignIn } from '~/domain/people/residence';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { areaTold, type ResidenceVault, settle, subjectDigest } from './parts/residence.server';

/**
 * Shows that one lives in a wijk by what a sign-in service tells: `ask` asks it, once for each `flow` that was begun. Of what it
 * tells only the wijk is kept, and who it is as a digest. Throws 'oidcLapsed' for a flow that came before, 'oidcNoAddress',
 * 'addressUnknown', and 'residenceTaken' when another account showed it by the same person there.
 */
export async function proveByOidc(
  context: Context,
  vault: ResidenceVault,
  flow: string,
  ask: () => Promise<ToldBySignIn>,
): Promise<void> {
  const { actor, today, db } = context;
  assertMay(actor, 'residence.prove');
  const { personId } = actor;
  if (personId === null) throw new DomainError('signInFirst');
  await takeFlow(context, flow);
  const told = await ask();
  await transaction(db, async (tx) => {
    const areaId = await areaTold(tx, told.address, today);
    const proofs = [{ kind: 'oidc', digest: subjectDigest(vault, told), places: 1 } as const];
    await settle(tx, context, { personId, areaId, method: 'oidc', proofs });
  });
}

/** Spends what was begun before anybody outside is asked: whoever comes a second time finds it gone. */
async function takeFlow(context: Context, flow: string): Promise<void> {
  const mine = context.newId();
  const sent = { formKey: flow };
  const first = await once({ ...context, sent }, 'residence.prove', { act: 'oidc' }, () =>
    Promise.resolve(mine),
  );
  if (first !== mine) throw new DomainError('oidcLapsed');
}
