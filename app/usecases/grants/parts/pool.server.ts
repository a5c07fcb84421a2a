import { poolById } from '#db/reads/ledger/pool';
import { type Transaction } from '#db/client';
import { DomainError } from '~/domain/errors';

/** Money of one initiative in one pool; `key` names this act for ever (idempotency). */
export type MoneyOf = { poolId: string; initiativeId: string; key: string };

/** The wijk and year of a pool; throws 'notFound'. */
export async function knownPool(tx: Transaction, poolId: string) {
  const pool = await poolById(tx, poolId);
  if (!pool) throw new DomainError('notFound');
  return pool;
}
