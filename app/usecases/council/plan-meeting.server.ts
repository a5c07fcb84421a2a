import { rulesOn } from '#db/reads/council/administration';
import { bodyById, seatsOf } from '#db/reads/council/body';
import { itemsOf, type Meeting, meetingById, presentAt, successorOf } from '#db/reads/council/meeting';
import { type Transaction } from '#db/client';
import { recordAct } from '#db/writes/audit/audit';
import {
  insertItem,
  insertMeeting,
  insertOwnInterests,
  lockMeeting,
  setMeetingState,
} from '#db/writes/council/meeting';
import { assertMay } from '~/domain/access/policy';
import { calendarDateIn } from '~/domain/calendar';
import { assertNotice } from '~/domain/council/agenda';
import { testQuorum } from '~/domain/council/quorum';
import { DomainError } from '~/domain/errors';
import { next } from '~/domain/lifecycle/machine';
import { meetingLifecycle } from '~/domain/lifecycle/meeting';
import { assertWithin, windowFrom } from '~/domain/windows';
import { type Context } from '../context.server';
import { once } from '../once.server';
import { isFilled } from './parts/item.server';

const dayMs = 86_400_000;

export type PlannedMeeting = {
  bodyId: string;
  startsAt: Date;
  place: string;
  /** The meeting that had no quorum: it fails, and its items move to this one. */
  reconvenes?: string;
};

/**
 * Calls a meeting; with `reconvenes` the new call for one without quorum, at least 24 hours from now (art. 20 lid 2
 * Gemeentewet). Throws 'meetingTooSoon', 'noticeTooShort' (before its agenda could be public), 'dateOutside' (years ahead), 'notFound', 'wrongState' (the other has not started
 * yet, or was called anew before), 'transitionRefused' (it did have a quorum), and the refusals of 'meeting.plan'.
 */
export async function planMeeting(context: Context, input: PlannedMeeting): Promise<{ id: string }> {
  const { actor, now, today, newId } = context;
  const { bodyId, startsAt, place, reconvenes } = input;
  assertMay(actor, 'meeting.plan', { bodyId });
  const earliest = new Date(now.getTime() + (reconvenes ? dayMs : 0));
  if (startsAt < earliest) {
    const detail = { earliest: earliest.toISOString() };
    throw new DomainError('meetingTooSoon', { field: 'date', detail });
  }
  assertWithin(windowFrom(today, 'meeting'), calendarDateIn(startsAt), 'date');
  const content = { bodyId, startsAt: startsAt.toISOString(), place, reconvenes };
  return once(context, 'meeting.plan', content, async (tx) => {
    const id = newId();
    if (!(await bodyById(tx, bodyId))) throw new DomainError('notFound');
    if (reconvenes) await failMeeting(tx, context, reconvenes, bodyId);
    else assertNotice(startsAt, (await rulesOn(tx, bodyId, today))?.noticeDays ?? 0, today);
    await insertMeeting(tx, {
      id,
      bodyId,
      startsAt,
      place,
      state: 'planned',
      reconvenes: reconvenes ?? null,
    });
    if (reconvenes) await moveItems(tx, context, reconvenes, id);
    const subject = { subjectKind: 'meeting', subjectId: id } as const;
    await recordAct(tx, context, { act: 'meeting.plan', ...subject });
    return { id };
  });
}

async function failMeeting(tx: Transaction, context: Context, meetingId: string, bodyId: string) {
  await lockMeeting(tx, meetingId, 'alone');
  const meeting = await meetingById(tx, meetingId);
  if (!meeting || meeting.bodyId !== bodyId) throw new DomainError('notFound');
  const state = next(meetingLifecycle, meeting.state, 'fail');
  if (context.now < meeting.startsAt || (await successorOf(tx, meetingId)))
    throw new DomainError('wrongState');
  if ((await quorumOf(tx, meeting, context)).met) throw new DomainError('transitionRefused');
  await setMeetingState(tx, meetingId, state);
  const subject = { subjectKind: 'meeting', subjectId: meetingId } as const;
  await recordAct(tx, context, { act: 'meeting.fail', ...subject });
}

async function moveItems(tx: Transaction, { now, newId }: Context, from: string, meetingId: string) {
  for (const { initiativeId, proposedCents, earlier, state } of await itemsOf(tx, from)) {
    if (state === 'onAgenda')
      await insertItem(tx, { id: newId(), meetingId, initiativeId, proposedCents, earlier });
  }
  await insertOwnInterests(tx, meetingId, now);
}

/** Are enough voting members in the room to open? Art. 20 Gemeentewet. */
export async function quorumOf(tx: Transaction, meeting: Meeting, { today }: Context) {
  const voters = (await seatsOf(tx, meeting.bodyId, today)).filter(({ voting }) => voting).filter(isFilled);
  const inRoom = await presentAt(tx, meeting.id);
  return testQuorum({
    sitting: voters.length,
    present: voters.filter(({ membershipId }) => inRoom.includes(membershipId)).length,
    reconvened: meeting.reconvenes !== null,
  });
}
