import { onRoster } from '#db/reads/people/roster';
import { recordAct } from '#db/writes/audit/audit';
import { lockRoles } from '#db/writes/people/person';
import { assertOther } from '~/domain/access/given-role';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { type InvitedPerson } from './invite-person.server';
import { inviteToDesk } from './parts/desk-invitation.server';

/**
 * Sends a new link to somebody who has a role, or will have one, and cannot sign in; earlier links work no more. Throws
 * 'notFound', 'aboutYourself', 'wrongState' (they can sign in, have no role, or ended their account) and the refusals of
 * 'people.manage'.
 */
export async function inviteAgain(context: Context, personId: string): Promise<InvitedPerson> {
  const { actor, now, today } = context;
  assertMay(actor, 'people.manage');
  assertOther(actor.personId, personId);
  let token: string | null = null;
  await once(context, 'people.manage', { act: 'inviteAgain', personId }, async (tx) => {
    await lockRoles(tx);
    const found = await onRoster(tx, personId, now);
    if (!found) throw new DomainError('notFound');
    const waits = found.state === 'invited' || found.state === 'closed';
    const goesOn = found.terms.some(({ validTo }) => validTo === null || validTo > today);
    if (!waits || !goesOn) throw new DomainError('wrongState');
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, context, { act: 'person.invite', ...subject, reason: 'again' });
    token = await inviteToDesk(tx, context, personId);
  });
  return { personId, token };
}
