import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { itemsOf, meetingById, presentAt } from '#db/reads/council/meeting';
import { agendaItem, auditEntry, conflictDeclaration, supportStatement, supportTier } from '#db/schema';
import { mostItems } from '~/domain/council/agenda';
import { addAgendaItem } from '~/usecases/council/add-agenda-item.server';
import { castVote } from '~/usecases/council/cast-vote.server';
import { closeMeeting } from '~/usecases/council/close-meeting.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { declareConflict } from '~/usecases/council/declare-conflict.server';
import { openMeeting } from '~/usecases/council/open-meeting.server';
import { recordAttendance } from '~/usecases/council/record-attendance.server';
import { withdrawInitiative } from '~/usecases/initiative/withdraw-initiative.server';
import { useChecks } from '../support/checks';
import {
  at,
  attend,
  chairOf,
  initiativeNow,
  makeCouncil,
  newPeople,
  now,
  openItem,
  plan,
  submitted,
  vote,
} from '../support/council-world';
import { useDatabase } from '../support/database';
import { euros } from '../support/money-world';
import { refused } from '../support/refused';

const database = useDatabase();
useChecks(database);

const person = (council: { members: { personId: string }[] }, index: number) =>
  council.members[index]?.personId ?? '';

describe('the agenda', () => {
  test('takes what waits for this council, once, for what is asked or less', async () => {
    const db = database.app.db;
    const [council, other] = [await makeCouncil(database), await makeCouncil(database)];
    const { number, id } = await submitted(database.owner.db, council.areaId);
    const [chair, stranger] = [await chairOf(db, council), await chairOf(db, other)];
    const meetingId = await plan(chair, council);
    const add = (proposedCents?: ReturnType<typeof euros>) =>
      addAgendaItem(chair, { meetingId, initiativeNumber: number, proposedCents });
    await expect(add(euros(400.01))).rejects.toEqual(refused('amountOutOfRange'));
    await expect(add(euros(0))).rejects.toEqual(refused('amountOutOfRange'));
    const elsewhere = await plan(stranger, other);
    const taken = addAgendaItem(stranger, { meetingId: elsewhere, initiativeNumber: number });
    await expect(taken).rejects.toEqual(refused('notYourArea'));
    const intruding = addAgendaItem(stranger, { meetingId, initiativeNumber: number });
    await expect(intruding).rejects.toEqual(refused('notYourArea'));
    expect(await initiativeNow(db, id)).toMatchObject({ state: 'submitted' });
    await add(euros(300));
    expect(await initiativeNow(db, id)).toMatchObject({ state: 'onAgenda' });
    await expect(add()).rejects.toEqual(refused('transitionRefused'));
  });

  test('holds fifty items and no more', async () => {
    const { owner, app } = database;
    const council = await makeCouncil(database, { seats: 3 });
    const chair = await chairOf(app.db, council);
    const meetingId = await plan(chair, council);
    const [someone = ''] = await newPeople(owner.db, 1, council.areaId);
    const add = async () => {
      const { number } = await submitted(owner.db, council.areaId, { applicantId: someone });
      return addAgendaItem(chair, { meetingId, initiativeNumber: number });
    };
    for (let item = 1; item <= mostItems; item += 1) await add();
    await expect(add()).rejects.toEqual(refused('agendaFull'));
    expect(await itemsOf(app.db, meetingId)).toHaveLength(mostItems);
  });

  test('takes only what enough residents of the wijk are for', async () => {
    const council = await makeCouncil(database, { seats: 3 });
    const owner = database.owner.db;
    const { number, id, schemeVersionId } = await submitted(owner, council.areaId);
    await owner.insert(supportTier).values({ schemeVersionId, fromCents: euros(100), minFor: 2 });
    const neighbours = [...(await newPeople(owner, 1, council.areaId)), ...(await newPeople(owner, 1))];
    const support = (personId: string) =>
      owner
        .insert(supportStatement)
        .values({ initiativeId: id, personId, stance: 'for' as const, givenAt: now });
    for (const neighbour of neighbours) await support(neighbour);
    const chair = await chairOf(database.app.db, council);
    const meetingId = await plan(chair, council);
    const add = () => addAgendaItem(chair, { meetingId, initiativeNumber: number });
    await expect(add()).rejects.toMatchObject({ code: 'supportShort', detail: { needed: 2, have: 1 } });
    await support(person(council, 1));
    await add();
  });

  test('is closed once the meeting has begun', async () => {
    const council = await makeCouncil(database, { seats: 3 });
    const { meetingId, chair } = await openItem(database, council, { present: 2 });
    const { number } = await submitted(database.owner.db, council.areaId);
    const late = addAgendaItem(chair, { meetingId, initiativeNumber: number });
    await expect(late).rejects.toEqual(refused('wrongState'));
  });
});

describe('who is there', () => {
  test('before the opening the list is exact, after it only grows', async () => {
    const db = database.app.db;
    const council = await makeCouncil(database, { seats: 5 });
    const chair = await chairOf(db, council);
    const meetingId = await plan(chair, council);
    await attend(chair, council, meetingId, 5);
    await attend(chair, council, meetingId, 3);
    expect(await presentAt(db, meetingId)).toHaveLength(3);
    await openMeeting(chair, meetingId);
    await attend(chair, council, meetingId, 0);
    expect(await presentAt(db, meetingId)).toHaveLength(3);
    const latecomer = council.members[4]?.membershipId ?? '';
    await recordAttendance(chair, { meetingId, membershipIds: [latecomer] });
    expect(await presentAt(db, meetingId)).toHaveLength(4);
    await closeMeeting(chair, meetingId);
    await expect(attend(chair, council, meetingId, 5)).rejects.toEqual(refused('wrongState'));
  });

  test('members of another council are nobody here, and its chair has no say', async () => {
    const [council, other] = [await makeCouncil(database), await makeCouncil(database)];
    const chair = await chairOf(database.app.db, council);
    const stranger = await chairOf(database.app.db, other);
    const meetingId = await plan(chair, council);
    await expect(attend(chair, other, meetingId, 1)).rejects.toEqual(refused('notFound'));
    await expect(attend(stranger, council, meetingId, 5)).rejects.toEqual(refused('notYourArea'));
    await expect(openMeeting(stranger, meetingId)).rejects.toEqual(refused('notYourArea'));
    await expect(closeMeeting(stranger, meetingId)).rejects.toEqual(refused('notYourArea'));
    const member = await at(database.app.db, person(council, 1));
    await expect(openMeeting(member, meetingId)).rejects.toEqual(refused('notYourRole'));
  });
});

describe('a vote', () => {
  test('is for members in the room without an interest, once', async () => {
    const db = database.app.db;
    const council = await makeCouncil(database, { seats: 5 });
    const asked = { applicantId: person(council, 1), coApplicantIds: [person(council, 2)] };
    const { itemId } = await openItem(database, council, { present: 4, asked });
    const cast = async (index: number) => castVote(await at(db, person(council, index)), itemId, 'for');
    await expect(cast(1)).rejects.toEqual(refused('conflicted'));
    await expect(cast(2)).rejects.toEqual(refused('conflicted'));
    await expect(cast(4)).rejects.toEqual(refused('notPresent'));
    await cast(0);
    await expect(cast(0)).rejects.toEqual(refused('alreadyDone'));
    await declareConflict(await at(db, person(council, 3)), itemId);
    await expect(cast(3)).rejects.toEqual(refused('conflicted'));
    const rows = await db.select().from(conflictDeclaration).where(eq(conflictDeclaration.itemId, itemId));
    expect(rows.map(({ source }) => source).sort()).toEqual(['applicant', 'coApplicant', 'declared']);
    const log = await db
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.subjectId, itemId), eq(auditEntry.act, 'council.vote')));
    expect(log).toMatchObject([{ actorId: person(council, 0), reason: null }]);
  });

  test('is not for members of another council, nor before, after or without the meeting', async () => {
    const db = database.app.db;
    const [council, other] = [await makeCouncil(database, { seats: 3 }), await makeCouncil(database)];
    const { itemId, chair } = await openItem(database, council, { present: 3 });
    const stranger = castVote(await at(db, person(other, 1)), itemId, 'for');
    await expect(stranger).rejects.toEqual(refused('notYourArea'));
    await vote(db, council, itemId, { for: 2 });
    await decideItem(chair, itemId, { reasons: '' });
    const late = castVote(await at(db, person(council, 2)), itemId, 'for');
    await expect(late).rejects.toEqual(refused('alreadyDone'));
    await expect(decideItem(chair, itemId, { reasons: '' })).rejects.toEqual(refused('alreadyDone'));
    const { number } = await submitted(database.owner.db, council.areaId);
    const meetingId = await plan(chair, council);
    const next = await addAgendaItem(chair, { meetingId, initiativeNumber: number });
    await attend(chair, council, meetingId, 3);
    await expect(castVote(chair, next.id, 'for')).rejects.toEqual(refused('wrongState'));
  });

  test('on an initiative that was withdrawn is refused, and the meeting can still close', async () => {
    const db = database.app.db;
    const council = await makeCouncil(database, { seats: 3 });
    const asked = { applicantId: person(council, 2) };
    const { itemId, meetingId, initiative, chair } = await openItem(database, council, { present: 3, asked });
    await vote(db, council, itemId, { for: 1 });
    await expect(closeMeeting(chair, meetingId)).rejects.toEqual(refused('itemOpen'));
    await withdrawInitiative(await at(db, person(council, 2)), initiative.number);
    const second = castVote(await at(db, person(council, 1)), itemId, 'for');
    await expect(second).rejects.toEqual(refused('wrongState'));
    await expect(decideItem(chair, itemId, { reasons: '' })).rejects.toEqual(refused('wrongState'));
    await closeMeeting(chair, meetingId);
    expect((await meetingById(db, meetingId))?.state).toBe('closed');
  });
});

test('what was not treated waits again when the meeting closes', async () => {
  const db = database.app.db;
  const council = await makeCouncil(database, { seats: 3 });
  const { meetingId, itemId, initiative, chair } = await openItem(database, council, { present: 3 });
  await closeMeeting(chair, meetingId);
  expect(await initiativeNow(db, initiative.id)).toMatchObject({ state: 'submitted' });
  await expect(castVote(chair, itemId, 'for')).rejects.toEqual(refused('wrongState'));
  const next = await plan(chair, council);
  const { id } = await addAgendaItem(chair, { meetingId: next, initiativeNumber: initiative.number });
  const [item] = await db.select().from(agendaItem).where(eq(agendaItem.id, id));
  expect(item?.earlier).toBeNull();
});
