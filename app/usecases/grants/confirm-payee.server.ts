import { payeeOf } from '#db/reads/grants/payee';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { lockInitiative } from '#db/writes/initiative/initiative';
import { insertPayeeConfirmation } from '#db/writes/grants/grant';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { isUnconfirmed } from '~/domain/money/payee';
import { type Context } from '../context.server';

/**
 * Confirms the account that a grant is paid to, as somebody else than who recorded it; from then on payments can go there.
 * `payeeId` is the account that was looked at. Throws 'notFound', 'payeeChanged' (it is another by now), 'alreadyDone'
 * (confirmed, or it never waited), 'payeeOwnChange', and the refusals of 'payee.confirm'. domain.md §6 (four eyes).
 */
export async function confirmPayee(
  context: Context,
  { number, payeeId }: { number: number; payeeId: string },
): Promise<void> {
  const { db, actor, now } = context;
  await transaction(db, async (tx) => {
    const initiative = await lockInitiative(tx, { number });
    assertMay(actor, 'payee.confirm', initiative);
    const payee = await payeeOf(tx, initiative.id);
    if (payee?.id !== payeeId) throw new DomainError('payeeChanged');
    const { recordedBy } = payee;
    if (!isUnconfirmed(payee)) throw new DomainError('alreadyDone');
    if (recordedBy === actor.personId) throw new DomainError('payeeOwnChange');
    const by = { confirmedBy: actor.personId ?? '', confirmedAt: now };
    await insertPayeeConfirmation(tx, { payeeId, recordedBy, ...by });
    const subject = { subjectKind: 'initiative', subjectId: initiative.id } as const;
    await recordAct(tx, context, { act: 'payee.confirm', ...subject });
  });
}
