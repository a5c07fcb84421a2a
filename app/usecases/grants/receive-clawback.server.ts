import { transaction } from '#db/transaction';
import { type Booked } from '#db/writes/ledger/journal';
import { assertMay } from '~/domain/access/policy';
import { type Cents } from '~/domain/money/cents';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { receiveBack } from './parts/clawback.server';
import { grantMoney } from './parts/granted.server';

/**
 * Money that was asked back of a grant comes in (TERUGONTVANGST), whole or in part.
 * Throws 'notFound', 'amountInvalid', 'claimTooLow', 'keyReused', 'periodClosed', and the refusals of 'money.receive'.
 */
export async function receiveClawback(
  context: Context,
  { number, cents, key }: { number: number; cents: Cents; key: string },
): Promise<Booked> {
  const { db, actor, today } = context;
  assertMay(actor, 'money.receive');
  return transaction(
    db,
    async (tx) => {
      const money = await grantMoney(tx, { number }, today);
      const booking = bookedBy(context, 'money.receive', money.title);
      return receiveBack(tx, booking, money, { cents, key });
    },
    { keyed: true },
  );
}
