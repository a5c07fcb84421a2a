import { seatsOf } from '#db/reads/council/body';
import { meetingById, presentAt } from '#db/reads/council/meeting';
import { recordAct } from '#db/writes/audit/audit';
import { lockMeeting, replaceAttendance } from '#db/writes/council/meeting';
import { assertMay } from '~/domain/access/policy';
import { DomainError } from '~/domain/errors';
import { type Context } from '../context.server';
import { once } from '../once.server';

/**
 * Writes down who is in the room. Before the opening the list is exactly `membershipIds`; after it, latecomers are
 * added and nobody is taken off: the list that opened the meeting stands (art. 20 Gemeentewet).
 * Throws 'notFound' (meeting, or a membership of another council), 'wrongState' (closed), and the refusals of
 * 'attendance.record'.
 */
export async function recordAttendance(
  context: Context,
  { meetingId, membershipIds }: { meetingId: string; membershipIds: readonly string[] },
): Promise<void> {
  const { actor, now, today } = context;
  await once(context, 'attendance.record', { meetingId, membershipIds }, async (tx) => {
    await lockMeeting(tx, meetingId, 'alone');
    const meeting = await meetingById(tx, meetingId);
    if (!meeting) throw new DomainError('notFound');
    assertMay(actor, 'attendance.record', { bodyId: meeting.bodyId });
    if (meeting.state !== 'planned' && meeting.state !== 'opened') throw new DomainError('wrongState');
    const sitting = (await seatsOf(tx, meeting.bodyId, today)).map((seat) => seat.membershipId);
    if (membershipIds.some((id) => !sitting.includes(id))) throw new DomainError('notFound');
    const before = meeting.state === 'opened' ? await presentAt(tx, meetingId) : [];
    await replaceAttendance(tx, meetingId, [...new Set([...before, ...membershipIds])], now);
    const subject = { subjectKind: 'meeting', subjectId: meetingId } as const;
    await recordAct(tx, context, { act: 'attendance.record', ...subject });
  });
}
