import { coInvitationBy } from '#db/reads/initiative/co-invitation';
import { profileOf } from '#db/reads/people/person';
import { coInvitationState, mayJoin } from '~/domain/initiative/co-invitation';
import { DomainError } from '~/domain/errors';
import { firstName } from '~/domain/people/name';
import { type Visit } from '~/http/visit.server';

/**
 * An invitation as a page shows it to whoever has its link or its id: never the address. `own` is whether the visitor is
 * signed in with the address that was asked. Throws 'notFound'.
 */
export async function askedPlan(visit: Visit, which: { id: string } | { token: string }) {
  const { db, actor, now } = visit.context;
  const found = await coInvitationBy(db, which);
  if (!found) throw new DomainError('notFound');
  const profile = actor.personId === null ? undefined : await profileOf(db, actor.personId);
  const { title, summary, area, requestedCents, inviter } = found;
  return {
    id: found.id,
    state: coInvitationState(found, now),
    mayJoin: mayJoin(found, now),
    own: profile?.email === found.email,
    plan: { title, summary, area, requestedCents, inviter: firstName(inviter) },
  };
}
