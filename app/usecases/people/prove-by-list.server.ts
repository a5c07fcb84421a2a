import { profileOf } from '#db/reads/people/person';
import { residentsOn } from '#db/reads/people/residence';
import { assertMay } from '~/domain/access/policy';
import { yearOf } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';
import {
  addressIn,
  listDigest,
  listKey,
  type ResidenceVault,
  settle,
  type TypedAddress,
} from './parts/residence.server';

/**
 * Shows that one lives in a wijk by the list of the gemeente: postcode, house number and year of birth stand on it. Throws
 * 'homeAreaNeeded' without a birthday, 'noResidentList', 'notOnList', 'addressUnknown', 'addressNumber', and 'residenceTaken' when
 * the line is of another account.
 */
export async function proveByList(
  context: Context,
  vault: ResidenceVault,
  typed: TypedAddress,
): Promise<void> {
  const { actor, today } = context;
  assertMay(actor, 'residence.prove');
  const { personId } = actor;
  if (personId === null) throw new DomainError('signInFirst');
  const { postcode, number } = typed;
  await once(context, 'residence.prove', { act: 'list', postcode, number }, async (tx) => {
    const bornOn = (await profileOf(tx, personId))?.bornOn;
    if (!bornOn) throw new DomainError('homeAreaNeeded');
    const { home, areaId } = await addressIn(tx, typed, today);
    const digest = listDigest(listKey(vault), home, yearOf(bornOn));
    const residents = await residentsOn(tx, digest);
    if (residents === null) throw new DomainError('noResidentList');
    if (residents === 0) throw new DomainError('notOnList', { field: 'postcode' });
    const proofs = [{ kind: 'list', digest, places: residents } as const];
    await settle(tx, context, { personId, areaId, method: 'list', proofs });
  });
}
