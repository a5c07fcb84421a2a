import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { agendaItem, decision, mail, meeting } from '#db/schema';
import { addAgendaItem } from '~/usecases/council/add-agenda-item.server';
import { closeMeeting } from '~/usecases/council/close-meeting.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { declareConflict } from '~/usecases/council/declare-conflict.server';
import { openMeeting } from '~/usecases/council/open-meeting.server';
import { planMeeting } from '~/usecases/council/plan-meeting.server';
import { useChecks } from '../support/checks';
import {
  at,
  attend,
  chairOf,
  initiativeNow,
  later,
  makeCouncil,
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

const reasons = 'Het past niet bij het wijkplan.';

/** domain.md §3.3, all seven, through the use cases and the database. */
const golden = [
  { seats: 9, sitting: 9, present: 5, abstain: 1, votes: [3, 1, 0], outcome: 'invalid', state: 'submitted' },
  { seats: 9, sitting: 9, present: 6, abstain: 1, votes: [3, 2, 0], outcome: 'adopted', state: 'granted' },
  { seats: 9, sitting: 9, present: 7, abstain: 0, votes: [3, 2, 2], outcome: 'adopted', state: 'granted' },
  {
    seats: 9,
    sitting: 9,
    present: 6,
    abstain: 0,
    votes: [3, 3, 0],
    outcome: 'postponed',
    state: 'submitted',
  },
  {
    seats: 6,
    sitting: 6,
    present: 6,
    abstain: 0,
    votes: [3, 3, 0],
    outcome: 'notAdopted',
    state: 'rejected',
  },
  {
    seats: 7,
    sitting: 6,
    present: 6,
    abstain: 0,
    votes: [3, 3, 0],
    outcome: 'postponed',
    state: 'submitted',
  },
] as const;

test.each(golden)(
  '$seats seats, $sitting sitting, $present present, $abstain abstain, $votes: $outcome',
  async ({ seats, sitting, present, abstain, votes, outcome, state }) => {
    const db = database.app.db;
    const council = await makeCouncil(database, { seats, sitting });
    const { itemId, initiative, chair } = await openItem(database, council, { present });
    const last = council.members[present - 1]?.personId ?? '';
    if (abstain > 0) await declareConflict(await at(db, last), itemId);
    await vote(db, council, itemId, { for: votes[0], against: votes[1], blank: votes[2] });
    const decided = await decideItem(chair, itemId, { reasons });
    expect(decided.outcome).toBe(outcome);
    expect(await initiativeNow(db, initiative.id)).toMatchObject({
      state,
      grantedCents: state === 'granted' ? euros(400) : null,
    });
    const [row] = await db.select().from(decision).where(eq(decision.id, decided.decisionId));
    expect(row).toMatchObject({
      seats,
      sitting,
      present,
      conflicted: abstain,
      number: 1,
      year: 2026,
      reasons,
    });
    expect([row?.votesFor, row?.votesAgainst, row?.votesBlank]).toEqual(votes);
  },
);

test('9 seats, 9 sitting, 4 present: no quorum; called anew 24 hours later the same item needs none', async () => {
  const db = database.app.db;
  const council = await makeCouncil(database);
  const initiative = await submitted(database.owner.db, council.areaId);
  const chair = await chairOf(db, council);
  const meetingId = await plan(chair, council);
  await addAgendaItem(chair, { meetingId, initiativeNumber: initiative.number });
  await attend(chair, council, meetingId, 4);
  await expect(openMeeting(chair, meetingId)).rejects.toEqual(refused('noQuorum'));
  const anew = { bodyId: council.bodyId, place: 'Buurthuis', reconvenes: meetingId };
  const soon = planMeeting(chair, { ...anew, startsAt: later(23.9) });
  await expect(soon).rejects.toEqual(refused('meetingTooSoon'));
  const second = await planMeeting(chair, { ...anew, startsAt: later(24) });
  const again = planMeeting(chair, { ...anew, startsAt: later(25) });
  await expect(again).rejects.toEqual(refused('transitionRefused'));
  const [first] = await db.select().from(meeting).where(eq(meeting.id, meetingId));
  expect(first?.state).toBe('failed');

  const dayLater = await chairOf(db, council, later(24));
  await expect(
    addAgendaItem(dayLater, {
      meetingId: second.id,
      initiativeNumber: (await submitted(database.owner.db, council.areaId)).number,
    }),
  ).rejects.toEqual(refused('wrongState'));
  await attend(dayLater, council, second.id, 3);
  await openMeeting(dayLater, second.id);
  const [item] = await db.select().from(agendaItem).where(eq(agendaItem.meetingId, second.id));
  await vote(db, council, item?.id ?? '', { for: 2, against: 1 });
  expect(await decideItem(dayLater, item?.id ?? '', { reasons: '' })).toMatchObject({ outcome: 'adopted' });
  expect(await initiativeNow(db, initiative.id)).toMatchObject({ state: 'granted' });
});

test('a meeting is called anew only when it should have begun and really had no quorum', async () => {
  const council = await makeCouncil(database, { seats: 3 });
  const chair = await chairOf(database.app.db, council);
  const { id } = await planMeeting(chair, { bodyId: council.bodyId, startsAt: later(5), place: 'Plein' });
  const anew = { bodyId: council.bodyId, startsAt: later(48), place: 'Plein', reconvenes: id };
  await expect(planMeeting(chair, anew)).rejects.toEqual(refused('wrongState'));
  const afterwards = await chairOf(database.app.db, council, later(6));
  await attend(afterwards, council, id, 2);
  await expect(planMeeting(afterwards, anew)).rejects.toEqual(refused('transitionRefused'));
});

test('a tie once postponed is not adopted the second time', async () => {
  const db = database.app.db;
  const council = await makeCouncil(database, { seats: 9 });
  const { itemId, meetingId, initiative, chair } = await openItem(database, council, { present: 6 });
  await vote(db, council, itemId, { for: 3, against: 3 });
  expect(await decideItem(chair, itemId, { reasons: '' })).toMatchObject({ outcome: 'postponed' });
  await closeMeeting(chair, meetingId);
  const next = await plan(chair, council);
  const item = await addAgendaItem(chair, { meetingId: next, initiativeNumber: initiative.number });
  await attend(chair, council, next, 6);
  await openMeeting(chair, next);
  await vote(db, council, item.id, { for: 3, against: 3 });
  const empty = decideItem(chair, item.id, { reasons: ' te kort  ' });
  await expect(empty).rejects.toEqual(refused('reasonsRequired'));
  const decided = await decideItem(chair, item.id, { reasons });
  expect(decided.outcome).toBe('notAdopted');
  const [row] = await db.select().from(decision).where(eq(decision.id, decided.decisionId));
  expect(row).toMatchObject({ number: 2, decidedAt: now });
});

test('of less than was asked the applicants get a letter that says why, and it is not decided without', async () => {
  const db = database.app.db;
  const council = await makeCouncil(database, { seats: 3 });
  const { itemId, chair } = await openItem(database, council, { present: 3, proposed: euros(300) });
  await vote(db, council, itemId, { for: 3 });
  const before = await db.select().from(mail);
  const unexplained = decideItem(chair, itemId, { reasons: '' });
  await expect(unexplained).rejects.toEqual(refused('reasonsRequired', 'reasons'));
  await decideItem(chair, itemId, { reasons: 'De tent mag kleiner.' });
  const letters = (await db.select().from(mail)).filter(({ id }) => !before.some((old) => old.id === id));
  expect(letters).toHaveLength(1);
  expect(letters[0]?.body?.split('\n\n')[0]).toContain('geeft je €\u00a0300. Je vroeg €\u00a0400.');
  expect(letters[0]?.body).toContain('De tent mag kleiner.');
  expect(letters[0]?.body).toContain('Schrijf aan de gemeente. Doe dat uiterlijk maandag 13 juli 2026.');
  const [decided] = await db.select().from(decision).where(eq(decision.itemId, itemId));
  expect(letters[0]?.path).toBe(`/besluiten/${decided?.id}`);
});

test('of a foundation, the letter says before which day to write to its board', async () => {
  const db = database.app.db;
  const council = await makeCouncil(database, { seats: 3 });
  const { itemId, initiative, chair } = await openItem(database, council, { present: 3 });
  await database.owner.db.execute(sql`update scheme set legal_regime = 'stichting' where id in
    (select scheme_id from scheme_version join initiative on scheme_version_id = scheme_version.id where initiative.id = ${initiative.id})`);
  await vote(db, council, itemId, { against: 3 });
  const { decisionId } = await decideItem(chair, itemId, { reasons: 'Te duur voor onze wijk.' });
  const [letter] = await db
    .select()
    .from(mail)
    .where(eq(mail.path, `/besluiten/${decisionId}`));
  expect(letter?.body).toContain('Schrijf voor maandag 13 juli 2026 aan het bestuur van de stichting.');
  expect(letter?.body).not.toContain('bezwaar');
  expect(letter?.body).toContain('De raad besluit namens het bestuur van de stichting.');
});
