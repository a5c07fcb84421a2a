import { type Body, bodyById } from '#db/reads/council/body';
import { lockCouncil } from '#db/writes/council/body';
import { type Transaction } from '#db/client';
import { DomainError } from '~/domain/errors';

/** A council that nobody else changes meanwhile. Throws 'notFound'. */
export async function heldCouncil(tx: Transaction, bodyId: string): Promise<Body> {
  await lockCouncil(tx, bodyId);
  const council = await bodyById(tx, bodyId);
  if (!council) throw new DomainError('notFound');
  return council;
}
