import { recordAct } from '#db/writes/audit/audit';
import { deleteCoApplicant, deleteCoInvitation } from '#db/writes/initiative/co-invitation';
import { lockInitiative } from '#db/writes/initiative/initiative';
import { profileOf } from '#db/reads/people/person';
import { assertMay } from '~/domain/access/policy';
import { type Context } from '../context.server';
import { once } from '../once.server';

/**
 * An applicant takes back an invitation, so that its link ends, or takes a co-applicant off a concept. What is not there
 * (any more) is no fault. Throws 'notFound', 'notYourObject', and 'wrongState': a co-applicant of a public plan stays, and
 * so do invitations once a council has it.
 */
export async function removeCoApplicant(
  context: Context,
  number: number,
  which: { invitationId: string } | { personId: string },
): Promise<void> {
  const { actor } = context;
  await once(context, 'invitation.remove', { number, ...which }, async (tx) => {
    const locked = await lockInitiative(tx, { number });
    if ('personId' in which) {
      assertMay(actor, 'initiative.editOwn', locked);
      const gone = await profileOf(tx, which.personId);
      if (!(await deleteCoApplicant(tx, locked.id, which.personId)) || !gone) return;
      await deleteCoInvitation(tx, locked.id, { email: gone.email });
    } else {
      assertMay(actor, 'invitation.remove', locked);
      await deleteCoInvitation(tx, locked.id, { id: which.invitationId });
    }
    await recordAct(tx, context, {
      act: 'coApplicant.remove',
      subjectKind: 'initiative',
      subjectId: locked.id,
    });
  });
}
