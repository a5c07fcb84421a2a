import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { seatsOf } from '#db/reads/council/body';
import { decision, membership } from '#db/schema';
import { addDays } from '~/domain/calendar';
import { type Context } from '~/usecases/context.server';
import { addAgendaItem } from '~/usecases/council/add-agenda-item.server';
import { castVote } from '~/usecases/council/cast-vote.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { planMeeting } from '~/usecases/council/plan-meeting.server';
import { giveRole } from '~/usecases/people/give-role.server';
import { useChecks } from '../support/checks';
import { administrator } from '../support/council-admin';
import {
  at,
  attend,
  chairOf,
  type Council,
  later,
  makeCouncil,
  newPeople,
  openItem,
  plan,
  submitted,
  today,
  vote,
} from '../support/council-world';
import { giveRules, shortSince } from '../support/council-rules';
import { useDatabase } from '../support/database';
import { makeGemeente, makePerson } from '../support/person';
import { refused } from '../support/refused';

const database = useDatabase({ max: 10 });
useChecks(database);
const owner = () => database.owner.db;
const db = () => database.app.db;
let admin: Context;
beforeAll(async () => {
  await makeGemeente(owner());
  admin = await administrator(database);
});

describe('the agenda is public as long before a meeting as the rules say', () => {
  const days = (count: number) => later(24 * count);

  async function councilWith(noticeDays: number): Promise<{ council: Council; chair: Context }> {
    const council = await makeCouncil(database, { seats: 3 });
    await giveRules(owner(), council, { noticeDays });
    return { council, chair: await chairOf(db(), council) };
  }

  test('so no meeting is called later than that', async () => {
    const { council, chair } = await councilWith(7);
    const call = (startsAt: Date) =>
      planMeeting(chair, { bodyId: council.bodyId, startsAt, place: 'Buurthuis' });
    await expect(call(days(6))).rejects.toEqual(
      expect.objectContaining({
        ...{ code: 'noticeTooShort', field: 'date' },
        detail: { days: 7, firstDay: addDays(today, 7) },
      }),
    );
    await expect(call(days(7))).resolves.toEqual({ id: expect.any(String) });
  });

  test('and nothing comes on it after that', async () => {
    const { council, chair } = await councilWith(7);
    const planned = { bodyId: council.bodyId, startsAt: days(7), place: 'Buurthuis' };
    const { id: meetingId } = await planMeeting(chair, planned);
    const [first, second] = [
      await submitted(owner(), council.areaId),
      await submitted(owner(), council.areaId),
    ];
    const add = (who: Context, initiativeNumber: number) =>
      addAgendaItem(who, { meetingId, initiativeNumber });
    await add(chair, first.number);
    const tomorrow = await chairOf(db(), council, days(1));
    await expect(add(tomorrow, second.number)).rejects.toEqual(
      expect.objectContaining({ code: 'agendaClosed', detail: { days: 7, lastDay: today } }),
    );
  });

  test('but for a council whose rules ask no notice', async () => {
    const { council, chair } = await councilWith(0);
    const meetingId = await plan(chair, council);
    const { number } = await submitted(owner(), council.areaId);
    await expect(addAgendaItem(chair, { meetingId, initiativeNumber: number })).resolves.toBeDefined();
  });

  test('and for a meeting that is called anew for want of a quorum: its agenda was public', async () => {
    const { council, chair } = await councilWith(7);
    const planned = { bodyId: council.bodyId, startsAt: days(7), place: 'Buurthuis' };
    const { id: reconvenes } = await planMeeting(chair, planned);
    const evening = await chairOf(db(), council, days(7));
    await attend(evening, council, reconvenes, 1);
    const again = planMeeting(evening, { ...planned, startsAt: days(8), reconvenes });
    await expect(again).resolves.toBeDefined();
  });
});

describe('a council with too few residents', () => {
  test('votes and decides on the last day of its grace', async () => {
    const council = await shortSince(database, addDays(today, -30), 30);
    const { itemId, chair } = await openItem(database, council, { present: 5 });
    await vote(db(), council, itemId, { for: 4, against: 1 });
    await expect(decideItem(chair, itemId, { reasons: '' })).resolves.toMatchObject({ outcome: 'adopted' });
  });

  test('does neither a day later, until a resident sits in it again', async () => {
    const council = await shortSince(database, addDays(today, -31), 30);
    const { itemId, chair } = await openItem(database, council, { present: 5 });
    const [member] = council.members;
    const casting = async () => castVote(await at(db(), member?.personId ?? ''), itemId, 'for');
    const since = addDays(today, -31);
    const short = expect.objectContaining({
      ...{ code: 'tooFewResidents', detail: { since, lastDay: addDays(today, -1) } },
    });
    await expect(casting()).rejects.toEqual(short);
    await expect(decideItem(chair, itemId, { reasons: '' })).rejects.toEqual(short);
    expect(await db().select().from(decision).where(eq(decision.itemId, itemId))).toEqual([]);
    const [free] = (await seatsOf(db(), council.bodyId, today)).filter(
      ({ kind, personId }) => kind === 'resident' && personId === null,
    );
    const [neighbour = ''] = await newPeople(owner(), 1, council.areaId);
    await owner()
      .insert(membership)
      .values({
        ...{ id: randomUUID(), seatId: free?.seatId ?? '', personId: neighbour, duty: 'member' },
        ...{ appointed: 'elected', validFrom: today },
      });
    await vote(db(), council, itemId, { for: 4, against: 1 });
    await expect(decideItem(chair, itemId, { reasons: '' })).resolves.toMatchObject({ outcome: 'adopted' });
  });
});

describe('a role in a council', () => {
  const seated = async (council: Council, duty: 'member' | 'secretary' = 'member') => {
    const { id } = await makePerson(owner());
    await giveRole(admin, { personId: id, to: { role: duty, bodyId: council.bodyId }, validFrom: today });
    return id;
  };
  const votesIn = async ({ bodyId }: Council) =>
    (await seatsOf(db(), bodyId, today)).filter(({ voting }) => voting).length;

  test('makes a seat up to the most that the rules have, and no more; a secretary has no vote', async () => {
    const council = await makeCouncil(database, { seats: 3 });
    await giveRules(owner(), council, { minSeats: 3, maxSeats: 4 });
    await seated(council);
    expect(await votesIn(council)).toBe(4);
    await expect(seated(council)).rejects.toEqual(refused('seatsFull', 'bodyId'));
    expect(await votesIn(council)).toBe(4);
    await expect(seated(council, 'secretary')).resolves.toBeDefined();
  });

  test('takes a seat that somebody left before it makes one', async () => {
    const council = await makeCouncil(database, { seats: 3 });
    await giveRules(owner(), council, { minSeats: 3, maxSeats: 3 });
    await expect(seated(council)).rejects.toEqual(refused('seatsFull'));
    const last = council.members.at(-1)?.membershipId ?? '';
    await owner().update(membership).set({ validTo: today }).where(eq(membership.id, last));
    await seated(council);
    expect(await votesIn(council)).toBe(3);
  });

  test('by two at once for the last room goes to one', async () => {
    const council = await makeCouncil(database, { seats: 3 });
    await giveRules(owner(), council, { minSeats: 3, maxSeats: 4 });
    const both = await Promise.allSettled([seated(council), seated(council)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await votesIn(council)).toBe(4);
  });
});
