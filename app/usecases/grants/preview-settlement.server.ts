import { transaction } from '#db/transaction';
import { assertMay } from '~/domain/access/policy';
import { type Context } from '../context.server';
import { grantMoney } from './parts/granted.server';
import {
  type Accounting,
  assertUnsettled,
  planSettlement,
  type SettlementPlan,
} from './parts/settlement.server';

/**
 * What settling a grant would do, worked out by what books it; nothing is booked. Throws 'notFound', 'alreadyDone',
 * 'paymentWaiting', 'amountInvalid', 'required' (ground), and the refusals of 'money.settle'.
 */
export async function previewSettlement(
  { db, actor, today }: Context,
  number: number,
  accounting: Accounting,
): Promise<SettlementPlan> {
  assertMay(actor, 'money.settle');
  return transaction(db, async (tx) => {
    const money = await grantMoney(tx, { number }, today);
    await assertUnsettled(tx, money);
    return planSettlement(tx, money, accounting);
  });
}
