import { entryWithLegs } from '#db/reads/ledger/journal';
import { sharesOn } from '#db/reads/ledger/pool';
import { type Transaction } from '#db/client';
import { type EntryDraft } from '#db/writes/ledger/journal';
import { DomainError } from '~/domain/errors';
import { attribute } from '~/domain/ledger/attribution';
import { type Share, totalOf } from '~/domain/ledger/posting';
import { advanceLegs, paymentLegs, paymentOrderLegs } from '~/domain/ledger/rules';
import { unpaid } from '~/domain/ledger/settlement';
import { type Cents, negate } from '~/domain/money/cents';
import { type GrantMoney } from './granted.server';

type Amount = { cents: Cents; key: string };

/**
 * An advance of `cents` on what was granted, which then waits for its payment (VOORSCHOT). Each source carries its part
 * of the grant. Booking it throws 'poolInsufficient' (more than was granted) and 'amountInvalid'.
 */
export function advanceDraft(tx: Transaction, money: GrantMoney, { cents, key }: Amount): EntryDraft {
  const { initiativeId, poolId, grant, of } = money;
  return {
    ...of,
    kind: 'advance',
    key,
    request: { initiativeId, cents },
    legs: async () => {
      const granted = await sharesOn(tx, { poolId, initiativeId, kind: 'committed' });
      const advanced = await sharesOn(tx, { poolId, initiativeId, kind: 'advance' });
      return advanceLegs(attribute(cents, unpaid(granted, advanced)), grant.pool, initiativeId);
    },
  };
}

/**
 * The order to the bank to pay all that waits for an initiative (BETAALOPDRACHT), which must be exactly `cents`.
 * Booking it throws 'batchStale' (something else waits).
 */
export function paymentOrderDraft(tx: Transaction, money: GrantMoney, { cents, key }: Amount): EntryDraft {
  const { initiativeId, poolId, grant, of } = money;
  return {
    ...of,
    kind: 'paymentOrder',
    key,
    request: { initiativeId, cents },
    legs: async () => {
      const waiting = await sharesOn(tx, { poolId, initiativeId, kind: 'payable' });
      if (totalOf(waiting) !== cents) throw new DomainError('batchStale');
      return paymentOrderLegs(waiting, grant.pool, initiativeId);
    },
  };
}

/** The payment that the bank tells of: what one order put under way has left the bank (BETALING). */
export function paymentDraft(
  tx: Transaction,
  { initiativeId, grant, of }: GrantMoney,
  { orderId, key }: { orderId: bigint; key: string },
): EntryDraft {
  return {
    ...of,
    kind: 'payment',
    key,
    request: { orderId },
    legs: async () => paymentLegs(await orderedShares(tx, orderId), grant.pool, initiativeId),
  };
}

/** What an order put under way, per source in cents. */
async function orderedShares(tx: Transaction, orderId: bigint): Promise<Share[]> {
  const order = await entryWithLegs(tx, orderId);
  return (order?.legs ?? [])
    .filter(({ account }) => account.kind === 'underWay')
    .map(({ sourceId, cents }) => ({ sourceId, cents: negate(cents) }));
}
