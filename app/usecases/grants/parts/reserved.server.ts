import { poolOf } from '#db/reads/ledger/pool';
import { reservedPoolOf } from '#db/reads/grants/reservation';
import { type Transaction } from '#db/client';
import { type Booked, type Booking } from '#db/writes/ledger/journal';
import { lockJournals } from '#db/writes/ledger/lock';
import { yearOf } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { release } from './grant.server';

type Initiative = { id: string; areaId: string };

/**
 * The pool that pays for an initiative: where money is set apart for it, else its wijk's pool of this year. Holds the lock
 * of the journal. Throws 'poolInsufficient' when there is none.
 */
export async function poolFor(tx: Transaction, { today }: Booking, initiative: Initiative): Promise<string> {
  const { id, areaId } = initiative;
  await lockJournals(tx, [areaId]);
  const reserved = await reservedPoolOf(tx, id);
  if (reserved) return reserved.poolId;
  const pool = await poolOf(tx, { areaId, year: yearOf(today) });
  if (!pool) throw new DomainError('poolInsufficient');
  return pool.id;
}

/**
 * Gives back what is set apart for an initiative, in whichever year that was; null when nothing is.
 * Throws 'keyReused' and 'periodClosed'.
 */
export async function releaseReserved(
  tx: Transaction,
  booking: Booking,
  { id, areaId }: Initiative,
  key: string,
): Promise<Booked | null> {
  await lockJournals(tx, [areaId]);
  const reserved = await reservedPoolOf(tx, id);
  return reserved ? release(tx, booking, { poolId: reserved.poolId, initiativeId: id, key }) : null;
}
