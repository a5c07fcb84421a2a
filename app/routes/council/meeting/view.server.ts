import { rulesOn } from '#db/reads/council/administration';
import { waitingFor } from '#db/reads/council/agenda';
import { seatsOf } from '#db/reads/council/body';
import { openReportsAt } from '#db/reads/council/conflict-report';
import { itemsOf, presentAt, successorOf, voteCounts } from '#db/reads/council/meeting';
import { may } from '~/domain/access/policy';
import { lastAgendaDay } from '~/domain/council/agenda';
import { isItsDay } from '~/domain/council/opening';
import { testQuorum } from '~/domain/council/quorum';
import { pageIn } from '~/http/address.server';
import { type Visit } from '~/http/visit.server';
import { councilOf, meetingOf } from '../shared/council.server';
import { publicSeat } from '../shared/desk-view.server';

/** One meeting: its agenda, who is there, and what this visitor can do with it now. */
export async function meetingView(visit: Visit) {
  const { db, actor, today, now } = visit.context;
  const council = await councilOf(visit, 'council.desk');
  const meeting = await meetingOf(visit, council);
  const items = await itemsOf(db, meeting.id);
  const votes = await voteCounts(
    db,
    items.map(({ id }) => id),
  );
  const waiting = await openReportsAt(db, meeting.id);
  const seats = (await seatsOf(db, council.id, today)).filter(({ membershipId }) => membershipId !== null);
  const present = await presentAt(db, meeting.id);
  const voters = seats.filter(({ voting }) => voting);
  const inRoom = voters.filter(({ membershipId }) => present.includes(membershipId ?? '')).length;
  const quorum = { sitting: voters.length, present: inRoom, reconvened: meeting.reconvenes !== null };
  const manages = may(actor, 'agenda.manage', { bodyId: council.id }).allow;
  const agendaUntil = lastAgendaDay(
    meeting.startsAt,
    (await rulesOn(db, council.id, today))?.noticeDays ?? 0,
  );
  return {
    title: `${visit.t('council.meeting.title')} ${council.name}`,
    council,
    meeting,
    items: items.map((item) => ({
      ...item,
      votes: votes.get(item.id) ?? 0,
      reported: waiting.some(({ itemId }) => itemId === item.id),
    })),
    asked: waiting.flatMap(({ id, itemId, position, personId, answer }) =>
      personId === actor.personId && answer === null ? [{ id, itemId, position }] : [],
    ),
    seats: seats.map(publicSeat),
    present,
    sitting: voters.length,
    quorum: testQuorum(quorum),
    manages,
    /** The last day on which something may come on the agenda. */
    agendaUntil,
    agendaOpen: today <= agendaUntil,
    due: now >= meeting.startsAt,
    itsDay: isItsDay(meeting.startsAt, today),
    waiting:
      manages && meeting.state === 'planned' ? await waitingFor(db, council, today, pageIn(visit)) : null,
    successor: (await successorOf(db, meeting.id))?.id ?? null,
    saved: visit.url.searchParams.has('opgeslagen'),
  };
}

export type MeetingView = Awaited<ReturnType<typeof meetingView>>;
