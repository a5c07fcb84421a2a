import { onRoster } from '#db/reads/people/roster';
import { lockRoles } from '#db/writes/people/person';
import { assertOther, type GivenRole, termOf } from '~/domain/access/given-role';
import { assertMay } from '~/domain/access/policy';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { give } from './parts/role.server';

/**
 * Gives somebody a role or seat from a day on, up to and including `lastDay` if there is one; they can use it as soon as they
 * can sign in. Throws 'notFound', 'aboutYourself', 'accountEnded', 'dateOutside', 'choiceInvalid', 'roleHeld' and the refusals
 * of 'people.manage'.
 */
export async function giveRole(
  context: Context,
  {
    personId,
    to,
    ...days
  }: { personId: string; to: GivenRole; validFrom: CalendarDate; lastDay?: CalendarDate },
): Promise<void> {
  const { actor, today, now } = context;
  assertMay(actor, 'people.manage');
  assertOther(actor.personId, personId);
  const term = termOf(today, days);
  await once(context, 'people.manage', { act: 'giveRole', personId, ...to, ...term }, async (tx) => {
    await lockRoles(tx);
    const found = await onRoster(tx, personId, now);
    if (!found) throw new DomainError('notFound');
    if (found.state === 'ended') throw new DomainError('accountEnded');
    await give(tx, context, personId, { to, term });
  });
}
