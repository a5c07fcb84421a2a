import { itemsOf, meetingById, voteCounts } from '#db/reads/council/meeting';
import { recordAct } from '#db/writes/audit/audit';
import { lockMeeting, setMeetingState } from '#db/writes/council/meeting';
import { lockInitiative, recordTransition } from '#db/writes/initiative/initiative';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { next } from '~/domain/lifecycle/machine';
import { meetingLifecycle } from '~/domain/lifecycle/meeting';
import { type Context } from '../context.server';
import { deskRole } from './parts/desk-role.server';
import { once } from '../once.server';

/**
 * Closes a meeting. What was not voted on waits for a next meeting; what was voted on must have its outcome first.
 * Throws 'notFound', 'itemOpen' (votes without an outcome), 'transitionRefused', and the refusals of 'meeting.close'.
 */
export async function closeMeeting(context: Context, meetingId: string): Promise<void> {
  const { actor, now } = context;
  await once(context, 'meeting.close', { meetingId }, async (tx) => {
    await lockMeeting(tx, meetingId, 'alone');
    const meeting = await meetingById(tx, meetingId);
    if (!meeting) throw new DomainError('notFound');
    assertMay(actor, 'meeting.close', { bodyId: meeting.bodyId });
    const state = next(meetingLifecycle, meeting.state, 'close');
    const items = await itemsOf(tx, meetingId);
    const ids = items.map(({ initiativeId }) => initiativeId).sort();
    const locked = new Map<string, Awaited<ReturnType<typeof lockInitiative>>>();
    for (const id of ids) locked.set(id, await lockInitiative(tx, { id }));
    const votes = await voteCounts(
      tx,
      items.map(({ id }) => id),
    );
    for (const item of items) {
      const initiative = locked.get(item.initiativeId);
      if (item.decisionId !== null || initiative?.state !== 'onAgenda') continue;
      if (votes.has(item.id)) throw new DomainError('itemOpen');
      const by = { at: now, actorId: actor.personId, role: deskRole(actor, meeting.bodyId) };
      await recordTransition(tx, initiative, 'postpone', by);
    }
    await setMeetingState(tx, meetingId, state);
    const subject = { subjectKind: 'meeting', subjectId: meetingId } as const;
    await recordAct(tx, context, { act: 'meeting.close', ...subject });
  });
}
