import { hasEnded } from '#db/reads/payments/parked';
import { transaction } from '#db/transaction';
import { type Booked } from '#db/writes/ledger/journal';
import { lockPayments } from '#db/writes/payments/batch';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { publicReason } from '../money/parts/reason.server';
import { reverse } from './parts/reverse.server';

/**
 * Takes an entry back by its exact opposite, once, with a reason of 1 to 500 characters (STORNO, domain.md §5.4).
 * Throws 'notFound', 'reasonsRequired', 'tooLong', 'transitionRefused' (a kind that only a decision or the bank ends, or money
 * set apart that went on since), 'alreadyReversed',
 * 'poolInsufficient' (the money is in use), 'keyReused', 'periodClosed' (also when it would put money back into a year
 * that is closed), and the refusals of 'money.reverse'.
 */
export async function reverseEntry(
  context: Context,
  { entryId, reason, key }: { entryId: bigint; reason: string; key: string },
): Promise<Booked> {
  const { db, actor } = context;
  assertMay(actor, 'money.reverse');
  const booking = bookedBy(context, 'money.reverse', publicReason(reason));
  return transaction(
    db,
    async (tx) => {
      // Its movement would be unexplained, and what it set apart would be gone already: nobody sends that on meanwhile.
      await lockPayments(tx);
      if (await hasEnded(tx, entryId)) throw new DomainError('transitionRefused');
      return reverse(tx, booking, { entryId, key });
    },
    { keyed: true },
  );
}
