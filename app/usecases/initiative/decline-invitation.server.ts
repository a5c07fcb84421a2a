import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit/audit';
import { answerCoInvitation, lockCoInvitation } from '#db/writes/initiative/co-invitation';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { assertAsked } from './parts/own-invitation.server';

/**
 * Who was asked says no: with the link of the letter, which needs no account, or signed in with the address that was
 * asked. A second no changes nothing. Throws 'notFound', 'otherAddress', and 'wrongState' after a yes.
 */
export async function declineInvitation(
  { db, actor, now }: Context,
  which: { token: string } | { id: string },
): Promise<void> {
  await transaction(db, async (tx) => {
    const { invitation } = await lockCoInvitation(tx, which);
    if ('id' in which) await assertAsked(tx, actor, invitation.email);
    if (invitation.answer === 'refused') return;
    if (invitation.answer === 'accepted') throw new DomainError('wrongState');
    await answerCoInvitation(tx, invitation.id, 'refused', now);
    await recordAct(
      tx,
      { now, actor: { personId: 'id' in which ? actor.personId : null } },
      { act: 'coApplicant.refuse', subjectKind: 'initiative', subjectId: invitation.initiativeId },
    );
  });
}
