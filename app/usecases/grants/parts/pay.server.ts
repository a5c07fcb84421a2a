import { sharesOn } from '#db/reads/ledger/pool';
import { type Transaction } from '#db/client';
import { type EntryDraft } from '#db/writes/ledger/journal';
import { DomainError } from '~/domain/errors';
import { attribute } from '~/domain/ledger/attribution';
import { totalOf } from '~/domain/ledger/posting';
import { advanceLegs, paymentLegs } from '~/domain/ledger/rules';
import { unpaid } from '~/domain/ledger/settlement';
import { type Cents } from '~/domain/money/cents';
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
 * The payment from the bank of all that waits for an initiative (BETALING), which must be exactly `cents`.
 * Booking it throws 'batchStale' (something else waits).
 */
export function paymentDraft(tx: Transaction, money: GrantMoney, { cents, key }: Amount): EntryDraft {
  const { initiativeId, poolId, grant, of } = money;
  return {
    ...of,
    kind: 'payment',
    key,
    request: { initiativeId, cents },
    legs: async () => {
      const waiting = await sharesOn(tx, { poolId, initiativeId, kind: 'payable' });
      if (totalOf(waiting) !== cents) throw new DomainError('batchStale');
      return paymentLegs(waiting, grant.pool, initiativeId);
    },
  };
}
