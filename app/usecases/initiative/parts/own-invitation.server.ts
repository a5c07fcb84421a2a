import { type Transaction } from '#db/client';
import { profileOf } from '#db/reads/people/person';
import { DomainError } from '~/domain/errors';
import { type Actor } from '~/domain/access/roles';

/**
 * Only who can sign in with the address that was asked may answer for it. Answers the id of that person. Throws
 * 'signInFirst' and 'otherAddress'.
 */
export async function assertAsked(tx: Transaction, { personId }: Actor, email: string): Promise<string> {
  if (personId === null) throw new DomainError('signInFirst');
  const own = await profileOf(tx, personId);
  if (own?.email !== email) throw new DomainError('otherAddress');
  return personId;
}
