import { bodyOfMembership, termsOf } from '#db/reads/council/administration';
import { recordAct } from '#db/writes/audit/audit';
import { endMembershipOn } from '#db/writes/council/body';
import { assertMay } from '~/domain/access/policy';
import { addDays, type CalendarDate } from '~/domain/calendar';
import { endingWindow } from '~/domain/council/membership';
import { DomainError } from '~/domain/errors';
import { assertWithin } from '~/domain/windows';
import { type Context } from '../context.server';
import { heldCouncil } from './parts/council.server';
import { once } from '../once.server';

/**
 * Ends a membership after its last day: today at the earliest, and before the day on which it ends anyway. What was decided
 * stays. Throws 'notFound', 'alreadyDone' (it ends today, or has ended), 'dateOutside', and the refusals of 'council.manage'.
 */
export async function endMembership(
  context: Context,
  { membershipId, lastDay }: { membershipId: string; lastDay: CalendarDate },
): Promise<void> {
  const { actor, today } = context;
  assertMay(actor, 'council.manage');
  await once(context, 'council.manage', { membershipId, lastDay }, async (tx) => {
    const bodyId = await bodyOfMembership(tx, membershipId);
    if (!bodyId) throw new DomainError('notFound');
    const council = await heldCouncil(tx, bodyId);
    const term = (await termsOf(tx, bodyId)).find(({ id }) => id === membershipId);
    if (!term) throw new DomainError('notFound');
    assertWithin(endingWindow(term, today), lastDay, 'lastDay');
    await endMembershipOn(tx, membershipId, addDays(lastDay, 1));
    await recordAct(tx, context, {
      ...{ act: 'membership.end', subjectKind: 'person', subjectId: term.personId },
      reason: council.name,
    });
  });
}
