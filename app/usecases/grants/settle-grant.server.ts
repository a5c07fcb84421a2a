import { keyWasBooked } from '#db/reads/ledger/journal';
import { transaction } from '#db/transaction';
import { type Booked, bookEntry } from '#db/writes/ledger/journal';
import { takeBack } from '#db/writes/ledger/accounts';
import { lockJournals } from '#db/writes/ledger/lock';
import { insertSettlement } from '#db/writes/grants/grant';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { settlementLegs } from '~/domain/ledger/settlement';
import { trimmed } from '~/domain/text';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { grantMoney } from './parts/granted.server';
import { type Accounting, assertUnsettled, planSettlement } from './parts/settlement.server';
import { sweepLate } from '../yearEnd/parts/sweep.server';

export type Settlement = Accounting & { number: number; explanation: string; key: string };

/**
 * Settles a grant (VASTSTELLING): what was spent, less what others paid, and never more than was granted. What is short
 * waits for payment, what was advanced too much is asked back, what is left is free again for the wijk. Less than was
 * granted needs a ground of art. 4:46 lid 2 Awb. Throws 'notFound', 'alreadyDone', 'paymentWaiting', 'amountInvalid',
 * 'required' (ground or explanation), 'keyReused', 'periodClosed', and the refusals of 'money.settle'. domain.md §2.3.
 */
export async function settleGrant(context: Context, input: Settlement): Promise<Booked> {
  const { db, actor, today } = context;
  assertMay(actor, 'money.settle');
  const { number, key, costCents, otherIncomeCents, ground } = input;
  const explanation = trimmed(input.explanation);
  if (explanation === '') throw new DomainError('required', { field: 'explanation' });
  return transaction(
    db,
    async (tx) => {
      const money = await grantMoney(tx, { number }, today);
      await lockJournals(tx, [money.area.id]);
      if (!(await keyWasBooked(tx, key))) await assertUnsettled(tx, money);
      const { initiativeId } = money;
      const plan = await planSettlement(tx, money, { costCents, otherIncomeCents, ground });
      const booking = bookedBy(context, 'money.settle', money.title);
      const booked = await bookEntry(tx, booking, {
        ...money.of,
        kind: 'settlement',
        key,
        request: { initiativeId, costCents, otherIncomeCents, ground, explanation },
        legs: async () => settlementLegs(money.grant, plan.settled, plan.committed, plan.advanced),
      });
      if (booked.again) return booked;
      await insertSettlement(tx, {
        entryId: booked.entryId,
        initiativeId,
        costCents,
        otherIncomeCents,
        settledCents: plan.amount,
        ground: plan.amount < plan.granted ? ground : null,
        explanation,
        settledOn: today,
      });
      await takeBack(tx, money.grant.pool, booked.entryId);
      await sweepLate(tx, booking, money.grant.pool, key);
      return booked;
    },
    { keyed: true },
  );
}
