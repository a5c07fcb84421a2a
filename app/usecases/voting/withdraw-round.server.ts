import { roundByNumber } from '#db/reads/voting/round';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { insertWithdrawal } from '#db/writes/voting/ballots';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { publicReason } from '../money/parts/reason.server';

/**
 * Withdraws a round that should not have been read in, with a reason that everybody reads at its address. It leaves all
 * lists and is not counted any more; the same vote can be read in again, as a new round. Throws 'notFound', 'alreadyDone',
 * 'reasonsRequired', 'tooLong'.
 */
export async function withdrawRound(
  context: Context,
  { number, ...typed }: { number: number; reason: string },
): Promise<void> {
  const { db, now } = context;
  const reason = publicReason(typed.reason);
  await transaction(db, async (tx) => {
    const found = await roundByNumber(tx, number);
    if (!found) throw new DomainError('notFound');
    const { id } = found.round;
    const added = await insertWithdrawal(tx, { roundId: id, reason, withdrawnAt: now });
    if (!added) throw new DomainError('alreadyDone');
    const subject = { subjectKind: 'round', subjectId: id } as const;
    await recordAct(tx, context, { act: 'round.withdraw', ...subject, reason });
  });
}
