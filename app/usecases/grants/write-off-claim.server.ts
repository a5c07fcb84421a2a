import { transaction } from '#db/transaction';
import { type Booked } from '#db/writes/ledger/journal';
import { assertMay } from '~/domain/access/policy';
import { type Cents } from '~/domain/money/cents';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { writeOff } from './parts/clawback.server';
import { grantMoney } from './parts/granted.server';
import { publicReason } from '../money/parts/reason.server';

/**
 * Decides that a claim, whole or in part, will not be paid; it becomes cost (AFBOEKING). The reason is public.
 * Throws 'notFound', 'reasonsRequired', 'tooLong', 'amountInvalid', 'claimTooLow', 'keyReused', 'periodClosed', and the
 * refusals of 'money.writeOff'.
 */
export async function writeOffClaim(
  context: Context,
  { number, cents, key, ...typed }: { number: number; cents: Cents; reason: string; key: string },
): Promise<Booked> {
  const { db, actor, today } = context;
  assertMay(actor, 'money.writeOff');
  const reason = publicReason(typed.reason);
  return transaction(
    db,
    async (tx) => {
      const money = await grantMoney(tx, { number }, today);
      return writeOff(tx, bookedBy(context, 'money.writeOff', reason), money, { cents, key });
    },
    { keyed: true },
  );
}
