import { batchByNumber } from '#db/reads/payments/batch';
import { recordAct } from '#db/writes/audit/audit';
import { insertVerdict, lockPayments } from '#db/writes/payments/batch';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { publicReason } from '../money/parts/reason.server';
import { once } from '../once.server';

/**
 * Withdraws a batch before it is approved, with a reason: its payments wait again. Whoever makes batches may, and
 * whoever approves them. Throws 'notFound', 'alreadyDone', 'reasonsRequired', 'tooLong', and the refusals of 'batch.withdraw'.
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
    const batch = await batchByNumber(tx, number);
    if (!batch) throw new DomainError('notFound');
    const { id: batchId, madeBy } = batch;
    await insertVerdict(tx, {
      batchId,
      verdict: 'withdrawn',
      madeBy,
      by: actor.personId ?? '',
      at: now,
      reason,
    });
    await recordAct(tx, context, {
      act: 'batch.withdraw',
      subjectKind: 'paymentBatch',
      subjectId: batchId,
      reason,
    });
  });
}
