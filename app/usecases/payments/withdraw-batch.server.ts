import { type Batch, batchByNumber, batchLines } from '#db/reads/payments/batch';
import { orderOf } from '#db/reads/payments/order';
import { type Transaction } from '#db/client';
import { recordAct } from '#db/writes/audit/audit';
import { lockJournals } from '#db/writes/ledger/lock';
import { lockBank } from '#db/writes/payments/bank';
import { insertVerdict, lockPayments } from '#db/writes/payments/batch';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { bookedBy } from '../booking.server';
import { type Context } from '../context.server';
import { grantMoney } from '../grants/parts/granted.server';
import { reverse } from '../ledger/parts/reverse.server';
import { publicReason } from '../money/parts/reason.server';
import { once } from '../once.server';

/**
 * Withdraws a batch before it is approved, with a reason: its payments wait again. Whoever makes batches may, and
 * whoever approves them. A batch whose approval fell is withdrawn by whoever may take entries back: what the bank told
 * nothing of is reversed (STORNO), and waits again. Throws 'notFound', 'alreadyDone' (ended, and the approval stands),
 * 'reasonsRequired', 'tooLong', 'periodClosed', and the refusals of 'batch.withdraw' and 'money.reverse'. reliability L3.
 */
export async function withdrawBatch(
  context: Context,
  { number, ...typed }: { number: number; reason: string },
): Promise<void> {
  const { actor, now } = context;
  assertMay(actor, 'batch.withdraw');
  const reason = publicReason(typed.reason);
  await once(context, 'batch.withdraw', { number, reason }, async (tx) => {
    await lockPayments(tx);
    // What the bank tells meanwhile, it tells before or after: a payment that it made is not taken back.
    await lockBank(tx);
    const batch = await batchByNumber(tx, number);
    if (!batch) throw new DomainError('notFound');
    const { id: batchId, madeBy, state } = batch;
    if (state === 'fallen') await takeBack(tx, context, { batch, reason });
    else {
      const by = { by: actor.personId ?? '', at: now };
      await insertVerdict(tx, { batchId, verdict: 'withdrawn', madeBy, ...by, reason });
    }
    const subject = { subjectKind: 'paymentBatch', subjectId: batchId } as const;
    await recordAct(tx, context, { act: 'batch.withdraw', ...subject, reason });
  });
}

/** Takes back every booking of a batch that stands and of which the bank told nothing. */
async function takeBack(
  tx: Transaction,
  context: Context,
  { batch, reason }: { batch: Batch; reason: string },
): Promise<void> {
  assertMay(context.actor, 'money.reverse');
  const lines = await batchLines(tx, batch.id);
  const open = lines.filter(({ confirmed, returned, undone }) => !confirmed && !returned && !undone);
  const areaIds: (string | null)[] = [];
  for (const { initiativeId: id } of open) {
    areaIds.push(id === null ? null : (await grantMoney(tx, { id }, context.today)).area.id);
  }
  await lockJournals(tx, areaIds);
  const booking = bookedBy(context, 'money.reverse', reason);
  for (const { id, endToEndId } of open) {
    const order = await orderOf(tx, id);
    if (!order) throw new DomainError('notFound');
    await reverse(tx, booking, { entryId: order.orderId, key: `undo:${endToEndId}` });
  }
}
