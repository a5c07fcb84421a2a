import { meetingById } from '#db/reads/meeting';
import { transaction } from '#db/transaction';
import { recordAct } from '#db/writes/audit';
import { insertOwnInterests, lockMeeting, setMeetingState } from '#db/writes/council';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { next } from '~/domain/lifecycle/machine';
import { meetingLifecycle } from '~/domain/lifecycle/meeting';
import { type ActContext } from './context.server';
import { quorumOf } from './plan-meeting.server';

/**
 * Opens a meeting when more than half of the members in office are there; one that was called anew needs no quorum
 * (art. 20 Gemeentewet). Throws 'notFound', 'noQuorum', 'transitionRefused', and the refusals of 'meeting.open'.
 */
export async function openMeeting(act: ActContext, meetingId: string): Promise<void> {
  const { db, actor, now } = act;
  await transaction(db, async (tx) => {
    await lockMeeting(tx, meetingId, 'alone');
    const meeting = await meetingById(tx, meetingId);
    if (!meeting) throw new DomainError('notFound');
    assertMay(actor, 'meeting.open', { bodyId: meeting.bodyId });
    const state = next(meetingLifecycle, meeting.state, 'open');
    if (!(await quorumOf(tx, meeting, act)).met) throw new DomainError('noQuorum');
    await setMeetingState(tx, meetingId, state);
    await insertOwnInterests(tx, meetingId, now);
    const subject = { subjectKind: 'meeting', subjectId: meetingId } as const;
    await recordAct(tx, { at: now, actorId: actor.personId, act: 'meeting.open', ...subject });
  });
}
