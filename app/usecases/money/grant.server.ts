import { standingsOf } from '#db/reads/pool';
import { type Transaction } from '#db/client';
import { type Booked, bookEntries, type Booking } from '#db/writes/journal';
import { attribute } from '~/domain/ledger/attribution';
import { type Share } from '~/domain/ledger/posting';
import { grantLegs, reservationLegs } from '~/domain/ledger/rules';
import { type Cents } from '~/domain/money/cents';
import { knownPool, type MoneyOf } from './pool.server';

/**
 * Reserves and grants `cents` of the pool for an initiative at once, as an adopted decision does: both entries or
 * neither, spread over the sources by largest deficit (domain.md §0.4, §5.5).
 * Throws 'poolInsufficient', 'amountInvalid', 'keyReused', 'periodClosed'.
 */
export async function reserveAndGrant(
  tx: Transaction,
  act: Booking,
  input: MoneyOf & { cents: Cents; decisionId: string },
): Promise<Booked[]> {
  const pool = await knownPool(tx, input.poolId);
  const { initiativeId, poolId, cents: granted, decisionId, key } = input;
  const of = { areaId: pool.areaId, request: { initiativeId, poolId, granted }, decisionId };
  const parties = { pool, applicationId: initiativeId, grantId: initiativeId };
  let reserved: Share[] = [];
  return bookEntries(tx, act, [
    {
      ...of,
      kind: 'reservation',
      key: `${key}:reservation`,
      legs: async () => {
        reserved = attribute(granted, await standingsOf(tx, poolId));
        return reservationLegs(reserved, pool, initiativeId);
      },
    },
    {
      ...of,
      kind: 'grant',
      key: `${key}:grant`,
      legs: async () => grantLegs({ reserved, granted, ...parties }),
    },
  ]);
}
