import { sharesOn } from '#db/reads/pool';
import { type Transaction } from '#db/client';
import { type Booked, bookEntry, type Booking } from '#db/writes/journal';
import { attribute } from '~/domain/ledger/attribution';
import { advanceLegs, paymentLegs } from '~/domain/ledger/rules';
import { type Cents, zero } from '~/domain/money/cents';
import { knownPool, type MoneyOf } from './pool.server';

/**
 * Approves an advance of `cents` on what was granted; it waits for its payment (VOORSCHOT). Each source carries its
 * part of the grant. Throws 'poolInsufficient' (more than was granted), 'amountInvalid', 'keyReused', 'periodClosed'.
 */
export async function payAdvance(
  tx: Transaction,
  act: Booking,
  input: MoneyOf & { cents: Cents },
): Promise<Booked> {
  const pool = await knownPool(tx, input.poolId);
  const { initiativeId, poolId, cents, key } = input;
  return bookEntry(tx, act, {
    areaId: pool.areaId,
    kind: 'advance',
    key,
    request: { initiativeId, poolId, cents },
    legs: async () => {
      const granted = await sharesOn(tx, { poolId, initiativeId, kind: 'committed' });
      const advanced = await sharesOn(tx, { poolId, initiativeId, kind: 'advance' });
      const standings = granted.map(({ sourceId, cents: weight }) => ({
        sourceId,
        weight,
        attributed: advanced.find((share) => share.sourceId === sourceId)?.cents ?? zero,
      }));
      return advanceLegs(attribute(cents, standings), pool, initiativeId);
    },
  });
}

/**
 * Pays from the bank all that waits for payment to an initiative (BETALING).
 * Throws 'amountInvalid' (nothing waits), 'keyReused', 'periodClosed'.
 */
export async function payOut(
  tx: Transaction,
  act: Booking,
  { initiativeId, poolId, key }: MoneyOf,
): Promise<Booked> {
  const pool = await knownPool(tx, poolId);
  return bookEntry(tx, act, {
    areaId: pool.areaId,
    kind: 'payment',
    key,
    request: { initiativeId, poolId },
    legs: async () =>
      paymentLegs(await sharesOn(tx, { poolId, initiativeId, kind: 'payable' }), pool, initiativeId),
  });
}
