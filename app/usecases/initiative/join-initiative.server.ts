import { recordAct } from '#db/writes/audit/audit';
import { answerCoInvitation, insertCoApplicant, lockCoInvitation } from '#db/writes/initiative/co-invitation';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { mayJoin } from '~/domain/initiative/co-invitation';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { assertAsked } from './parts/own-invitation.server';

/**
 * Who was asked says yes, signed in with the address that was asked, and so becomes a co-applicant: nobody can do it for
 * them. Until a council has the request; it keeps the applicants it was handed in with. A second click changes nothing.
 * Answers the number of the initiative. Throws 'notFound', 'otherAddress', and 'wrongState' when it is over.
 */
export async function joinInitiative(context: Context, invitationId: string): Promise<number> {
  const { actor, now } = context;
  return once(context, 'invitation.accept', { invitationId }, async (tx) => {
    const { invitation, initiative } = await lockCoInvitation(tx, { id: invitationId });
    assertMay(actor, 'invitation.accept');
    const personId = await assertAsked(tx, actor, invitation.email);
    if (initiative.applicantIds.includes(personId)) return initiative.number;
    if (!mayJoin(invitation, now)) throw new DomainError('wrongState');
    await insertCoApplicant(tx, { initiativeId: initiative.id, personId });
    await answerCoInvitation(tx, invitation.id, 'accepted', now);
    await recordAct(
      tx,
      { now, actor: { personId } },
      { act: 'coApplicant.accept', subjectKind: 'initiative', subjectId: initiative.id },
    );
    return initiative.number;
  });
}
