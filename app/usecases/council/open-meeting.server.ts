import { meetingById } from '#db/reads/council/meeting';
import { recordAct } from '#db/writes/audit/audit';
import { insertOwnInterests, lockMeeting, setMeetingOpened } from '#db/writes/council/meeting';
import { assertMay } from '~/domain/access/policy';
import { openingReason } from '~/domain/council/opening';
import { DomainError } from '~/domain/errors';
import { next } from '~/domain/lifecycle/machine';
import { meetingLifecycle } from '~/domain/lifecycle/meeting';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { quorumOf } from './plan-meeting.server';

/**
 * Opens a meeting on its day, or on another with a reason that stays in the record, when more than half of the members
 * in office are there; one that was called anew needs no quorum (art. 20 Gemeentewet). Throws 'notFound', 'meetingOtherDay',
 * 'tooLong', 'noQuorum', 'transitionRefused', and the refusals of 'meeting.open'.
 */
export async function openMeeting(context: Context, meetingId: string, typedReason = ''): Promise<void> {
  const { actor, now, today } = context;
  await once(context, 'meeting.open', { meetingId, typedReason }, async (tx) => {
    await lockMeeting(tx, meetingId, 'alone');
    const meeting = await meetingById(tx, meetingId);
    if (!meeting) throw new DomainError('notFound');
    assertMay(actor, 'meeting.open', { bodyId: meeting.bodyId });
    const state = next(meetingLifecycle, meeting.state, 'open');
    const reason = openingReason(meeting.startsAt, today, typedReason);
    if (!(await quorumOf(tx, meeting, context)).met) throw new DomainError('noQuorum');
    await setMeetingOpened(tx, meetingId, { state, openedAt: now, openingReason: reason });
    await insertOwnInterests(tx, meetingId, now);
    const subject = { subjectKind: 'meeting', subjectId: meetingId } as const;
    await recordAct(tx, context, { act: 'meeting.open', reason, ...subject });
  });
}
