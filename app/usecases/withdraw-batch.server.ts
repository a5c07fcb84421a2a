import { batchByNumber } from '#db/reads/payment';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit';
import { insertVerdict, lockPayments } from '#db/writes/money';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type ActContext } from './context.server';
import { publicReason } from './money/reason.server';

/**
 * Withdraws a batch before it is approved, with a reason: its payments wait again. Whoever makes batches may, and
 * whoever approves them. Throws 'notFound', 'alreadyDone', 'reasonsRequired', 'tooLong', and the refusals of 'batch.withdraw'.
 */
export async function withdrawBatch(
  { db, actor, now }: ActContext,
  { number, reason }: { number: number; reason: string },
): Promise<void> {
  assertMay(actor, 'batch.withdraw');
  const told = publicReason(reason);
  await transaction(db, async (tx) => {
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
      reason: told,
    });
    await recordAct(tx, {
      at: now,
      actorId: actor.personId,
      act: 'batch.withdraw',
      subjectKind: 'paymentBatch',
      subjectId: batchId,
      reason: told,
    });
  });
}
