import { payableOf, settlementOf } from '#db/reads/grants/grant';
import { sharesOn } from '#db/reads/ledger/pool';
import { type Transaction } from '#db/client';
import { DomainError } from '~/domain/errors';
import { type SettlementGround } from '~/domain/ledger/grant';
import { type Share, totalOf } from '~/domain/ledger/posting';
import { settle, settledAmount, type Settled } from '~/domain/ledger/settlement';
import { type Cents } from '~/domain/money/cents';
import { type GrantMoney } from './granted.server';

/** What an accounting says: what the initiative cost, what others paid, and why less counts than was granted. */
export type Accounting = {
  costCents: Cents;
  otherIncomeCents: Cents;
  ground: SettlementGround | null;
};

/** What a settlement comes down to: amounts in cents, what stood on the grant before, and what happens per source. */
export type SettlementPlan = {
  granted: Cents;
  amount: Cents;
  committed: Share[];
  advanced: Share[];
  settled: Settled;
};

/**
 * Works out a settlement and books nothing. Inside an act: under the lock of the wijk's journal. Throws 'amountInvalid',
 * and 'required' when less than was granted comes without a ground of art. 4:46 lid 2 Awb.
 */
export async function planSettlement(
  tx: Transaction,
  { poolId, initiativeId }: GrantMoney,
  { costCents: cost, otherIncomeCents: otherIncome, ground }: Accounting,
): Promise<SettlementPlan> {
  const of = { poolId, initiativeId };
  const committed = await sharesOn(tx, { ...of, kind: 'committed' });
  const advanced = await sharesOn(tx, { ...of, kind: 'advance' });
  const granted = totalOf(committed);
  const amount = settledAmount({ granted, cost, otherIncome });
  if (amount < granted && ground === null) throw new DomainError('required', { field: 'ground' });
  return { granted, amount, committed, advanced, settled: settle(amount, committed, advanced) };
}

/** May this grant be settled now? Throws 'alreadyDone' and 'paymentWaiting'. */
export async function assertUnsettled(tx: Transaction, { initiativeId }: GrantMoney): Promise<void> {
  if (await settlementOf(tx, initiativeId)) throw new DomainError('alreadyDone');
  if ((await payableOf(tx, initiativeId)) > 0n) throw new DomainError('paymentWaiting');
}
