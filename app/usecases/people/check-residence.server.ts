import { wijkenOn } from '#db/reads/area/area';
import { personByEmail } from '#db/reads/people/sign-in';
import { assertOther } from '~/domain/access/given-role';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { settle } from './parts/residence.server';

/**
 * Somebody of the wijk or the gemeente saw that a resident lives there. Only that is written, nothing of what was shown. Throws
 * 'accountUnknown' for an address that no account has, 'aboutYourself', 'choiceInvalid' for a wijk that is none today, and the
 * refusals of 'residence.check'.
 */
export async function checkResidence(
  context: Context,
  { email, areaId }: { email: string; areaId: string },
): Promise<void> {
  const { actor, today } = context;
  assertMay(actor, 'residence.check', { areaId });
  const { personId: checkedBy } = actor;
  if (checkedBy === null) throw new DomainError('signInFirst');
  await once(context, 'residence.check', { email, areaId }, async (tx) => {
    const known = (await wijkenOn(tx, today)).some(({ id }) => id === areaId);
    if (!known) throw new DomainError('choiceInvalid', { field: 'areaId' });
    const person = await personByEmail(tx, email);
    if (!person || person.endedAt) throw new DomainError('accountUnknown', { field: 'email' });
    assertOther(checkedBy, person.id);
    await settle(tx, context, { personId: person.id, areaId, method: 'inPerson', checkedBy, proofs: [] });
  });
}
