import { recordAct } from '#db/writes/audit/audit';
import { endFactorRequest } from '#db/writes/people/factor';
import { onRoster } from '#db/reads/people/roster';
import { lockRoles } from '#db/writes/people/person';
import { assertOther } from '~/domain/access/given-role';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { newFactorLetter } from '~/letters/desk-invitation';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { inviteToDesk } from './parts/desk-invitation.server';
import { askedFactor } from './parts/factor-request.server';
import { assertMayGoWithout } from './parts/last-administrator.server';

/**
 * Confirms, as a second administrator, that somebody gets a new second factor: their old one and their password open nothing any
 * more, they are signed out everywhere, and a link goes to them by mail alone. Throws 'notFound' (nobody asked), 'samePerson'
 * (who asked does not confirm), 'aboutYourself', 'wrongState', 'lastAdmin' and the refusals of 'people.manage'.
 */
export async function confirmFactor(context: Context, personId: string): Promise<void> {
  const { actor, now, today } = context;
  assertMay(actor, 'people.manage');
  assertOther(actor.personId, personId);
  await once(context, 'people.manage', { act: 'confirmFactor', personId }, async (tx) => {
    await lockRoles(tx);
    const { id: requestId, askedBy } = await askedFactor(tx, personId);
    const by = actor.personId ?? '';
    if (askedBy === by) throw new DomainError('samePerson');
    if ((await onRoster(tx, personId, now))?.state !== 'open') throw new DomainError('wrongState');
    await assertMayGoWithout(tx, personId, today);
    await endFactorRequest(tx, { requestId, personId, askedBy, verdict: 'confirmed', by, at: now });
    const subject = { subjectKind: 'person', subjectId: personId } as const;
    await recordAct(tx, context, { act: 'factor.confirm', ...subject });
    await inviteToDesk(tx, context, personId, newFactorLetter);
  });
}
