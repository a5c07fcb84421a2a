import { type FactorRequest, openFactorRequestOf } from '#db/reads/people/factor';
import { type Transaction } from '#db/client';
import { DomainError } from '~/domain/errors';

/** The new second factor that was asked for this person and waits. Throws 'notFound'. */
export async function askedFactor(tx: Transaction, personId: string): Promise<FactorRequest> {
  const asked = await openFactorRequestOf(tx, personId);
  if (!asked) throw new DomainError('notFound');
  return asked;
}
