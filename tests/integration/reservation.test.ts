import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { entriesOfInitiative } from '#db/reads/ledger/journal';
import { budgetOfPool } from '#db/reads/ledger/account';
import { reservedPoolOf } from '#db/reads/grants/reservation';
import { poolOf } from '#db/reads/ledger/pool';
import { applicant, initiative, meeting } from '#db/schema';
import { yearOf } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { addAgendaItem } from '~/usecases/council/add-agenda-item.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { openMeeting } from '~/usecases/council/open-meeting.server';
import { releaseMoney } from '~/usecases/grants/release-money.server';
import { reserveMoney } from '~/usecases/grants/reserve-money.server';
import { withdrawInitiative } from '~/usecases/initiative/withdraw-initiative.server';
import { useChecks } from '../support/checks';
import {
  at,
  attend,
  chairOf,
  type Council,
  initiativeNow,
  later,
  makeCouncil,
  newPeople,
  openItem,
  plan,
  submitted,
  today,
  vote,
} from '../support/council-world';
import { useDatabase } from '../support/database';
import { euros } from '../support/money-world';

const it = useDatabase();
useChecks(it);
const db = () => it.app.db;
const key = () => randomUUID();
const why = { reasons: 'Dit past niet in ons wijkplan.' };
let council: Council;
beforeEach(async () => {
  council = await makeCouncil(it, { seats: 3 });
});

/** What is free and set apart in the wijk, in euros; € 10.000 to begin with. */
async function money() {
  const pool = await poolOf(db(), { areaId: council.areaId, year: yearOf(today) });
  const { left, reserved, granted } = await budgetOfPool(db(), pool?.id ?? '');
  return [left, reserved, granted].map((amount) => Number(amount) / 100);
}

const kindsOf = async (initiativeId: string) => {
  const { rows } = await entriesOfInitiative(db(), initiativeId, 1);
  return [...new Map(rows.map(({ entryId, kind }) => [entryId, kind])).values()].reverse();
};

const item = (amount: Cents, proposed?: Cents) =>
  openItem(it, council, { present: 3, asked: { amount }, proposed });

describe('money set apart before a decision', () => {
  test('is out of reach for every other decision, and granted when its own is adopted', async () => {
    const first = await item(euros(2_500));
    await reserveMoney(first.chair, { itemId: first.itemId, key: key() });
    expect(await money()).toEqual([7_500, 2_500, 0]);
    for (const each of [await item(euros(2_500)), await item(euros(2_500)), await item(euros(2_500))]) {
      await vote(db(), council, each.itemId, { for: 3 });
      await decideItem(each.chair, each.itemId, { reasons: '' });
    }
    const late = await item(euros(1));
    await vote(db(), council, late.itemId, { for: 3 });
    await expect(decideItem(late.chair, late.itemId, { reasons: '' })).rejects.toMatchObject({
      code: 'poolInsufficient',
    });
    await vote(db(), council, first.itemId, { for: 3 });
    await decideItem(first.chair, first.itemId, { reasons: '' });
    expect(await money()).toEqual([0, 0, 10_000]);
    expect(await kindsOf(first.initiative.id)).toEqual(['reservation', 'grant']);
  });

  test('comes back for the part that is not granted', async () => {
    const first = await item(euros(2_000));
    await reserveMoney(first.chair, { itemId: first.itemId, key: key() });
    await vote(db(), council, first.itemId, { for: 1, against: 1, blank: 1 });
    await decideItem(first.chair, first.itemId, { reasons: '' });
    expect(await money()).toEqual([8_000, 2_000, 0]);
    const again = await onNextAgenda(first.initiative.number, euros(1_500));
    await vote(db(), council, again, { for: 3 });
    await decideItem(await chairOf(db(), council), again, { reasons: 'De tent mag kleiner.' });
    expect(await initiativeNow(db(), first.initiative.id)).toMatchObject({ state: 'partlyGranted' });
    expect(await money()).toEqual([8_500, 0, 1_500]);
    expect(await kindsOf(first.initiative.id)).toEqual(['reservation', 'grant']);
  });

  test('is added to when more is granted than was set apart', async () => {
    const first = await item(euros(2_000), euros(1_200));
    await reserveMoney(first.chair, { itemId: first.itemId, key: key() });
    await vote(db(), council, first.itemId, { for: 1, against: 1, blank: 1 });
    await decideItem(first.chair, first.itemId, { reasons: '' });
    const again = await onNextAgenda(first.initiative.number, euros(2_000));
    await vote(db(), council, again, { for: 3 });
    await decideItem(await chairOf(db(), council), again, { reasons: '' });
    expect(await money()).toEqual([8_000, 0, 2_000]);
    expect(await kindsOf(first.initiative.id)).toEqual(['reservation', 'reservation', 'grant']);
  });

  test('is free again when the proposal is rejected', async () => {
    const first = await item(euros(2_500));
    await reserveMoney(first.chair, { itemId: first.itemId, key: key() });
    await vote(db(), council, first.itemId, { against: 3 });
    await decideItem(first.chair, first.itemId, why);
    expect(await money()).toEqual([10_000, 0, 0]);
    expect(await kindsOf(first.initiative.id)).toEqual(['reservation', 'release']);
  });

  test('is free again when the applicant withdraws', async () => {
    const [applicantId = ''] = await newPeople(it.owner.db, 1, council.areaId);
    const asked = { amount: euros(2_500), applicantId };
    const first = await openItem(it, council, { present: 3, asked });
    await reserveMoney(first.chair, { itemId: first.itemId, key: key() });
    const own = await at(db(), applicantId);
    await withdrawInitiative(own, first.initiative.number, 'We verhuizen.');
    await withdrawInitiative(own, first.initiative.number);
    expect(await money()).toEqual([10_000, 0, 0]);
    expect(await kindsOf(first.initiative.id)).toEqual(['reservation', 'release']);
  });

  test('of last year pays for this year, as long as the end of that year is not booked', async () => {
    const first = await item(euros(2_500));
    await reserveMoney(first.chair, { itemId: first.itemId, key: key() });
    await vote(db(), council, first.itemId, { for: 3 });
    const next = await chairOf(db(), council, later(24 * 250));
    expect(yearOf(next.today)).toBe(2027);
    await decideItem(next, first.itemId, { reasons: '' });
    expect(await money()).toEqual([7_500, 0, 2_500]);
    const second = await item(euros(1_000));
    await reserveMoney(second.chair, { itemId: second.itemId, key: key() });
    await vote(db(), council, second.itemId, { against: 3 });
    await decideItem(next, second.itemId, why);
    expect(await money()).toEqual([7_500, 0, 2_500]);
  });
});

/** A new meeting with the initiative on it, opened; answers its item. */
async function onNextAgenda(initiativeNumber: number, proposedCents: Cents): Promise<string> {
  const chair = await chairOf(db(), council);
  const meetingId = await plan(chair, council);
  const { id } = await addAgendaItem(chair, { meetingId, initiativeNumber, proposedCents });
  await attend(chair, council, meetingId, 3);
  await openMeeting(chair, meetingId);
  return id;
}

describe('setting apart', () => {
  test('happens once, however often it is sent, and again only after it was given back', async () => {
    const first = await item(euros(2_500));
    const once = { itemId: first.itemId, key: key() };
    await Promise.all([1, 2, 3].map(() => reserveMoney(first.chair, once)));
    expect(await money()).toEqual([7_500, 2_500, 0]);
    const twice = reserveMoney(first.chair, { ...once, key: key() });
    await expect(twice).rejects.toMatchObject({ code: 'alreadyDone' });
    const back = { itemId: first.itemId, key: key() };
    await Promise.all([1, 2].map(() => releaseMoney(first.chair, back)));
    expect(await reservedPoolOf(db(), first.initiative.id)).toBeUndefined();
    expect(await money()).toEqual([10_000, 0, 0]);
    await reserveMoney(first.chair, { ...once, key: key() });
    expect(await reservedPoolOf(db(), first.initiative.id)).toMatchObject({ cents: euros(2_500) });
    expect(await kindsOf(first.initiative.id)).toEqual(['reservation', 'release', 'reservation']);
  });

  test('is for the desk of this council, before the decision, and in its mandate', async () => {
    const first = await item(euros(400));
    const [, other] = council.members;
    const member = await at(db(), other?.personId ?? '');
    const elsewhere = await chairOf(db(), await makeCouncil(it, { seats: 3 }));
    const asked = { itemId: first.itemId, key: key() };
    await expect(reserveMoney(member, asked)).rejects.toMatchObject({ code: 'notYourRole' });
    await expect(releaseMoney(member, asked)).rejects.toMatchObject({ code: 'notYourRole' });
    await expect(reserveMoney(elsewhere, asked)).rejects.toMatchObject({ code: 'notYourArea' });
    await expect(releaseMoney(elsewhere, asked)).rejects.toMatchObject({ code: 'notYourArea' });
    const nowhere = { itemId: randomUUID(), key: key() };
    await expect(reserveMoney(first.chair, nowhere)).rejects.toMatchObject({ code: 'notFound' });
    const above = await item(euros(2_500.01));
    const tooMuch = reserveMoney(above.chair, { itemId: above.itemId, key: key() });
    await expect(tooMuch).rejects.toMatchObject({ code: 'aboveMandate' });
    await vote(db(), council, first.itemId, { for: 3 });
    await decideItem(first.chair, first.itemId, { reasons: '' });
    await expect(reserveMoney(first.chair, asked)).rejects.toMatchObject({ code: 'alreadyDone' });
    await expect(releaseMoney(first.chair, asked)).rejects.toMatchObject({ code: 'alreadyDone' });
    expect(await money()).toEqual([9_600, 0, 400]);
  });

  test('is refused after the meeting, and for what was withdrawn', async () => {
    const first = await item(euros(400));
    await it.owner.db.update(meeting).set({ state: 'closed' }).where(eq(meeting.id, first.meetingId));
    const asked = { itemId: first.itemId, key: key() };
    await expect(reserveMoney(first.chair, asked)).rejects.toMatchObject({ code: 'wrongState' });
    await it.owner.db.update(meeting).set({ state: 'opened' }).where(eq(meeting.id, first.meetingId));
    const own = await at(db(), await applicantOf(first.initiative.id));
    await withdrawInitiative(own, first.initiative.number);
    await expect(reserveMoney(first.chair, asked)).rejects.toMatchObject({ code: 'wrongState' });
    await expect(releaseMoney(first.chair, asked)).rejects.toMatchObject({ code: 'wrongState' });
  });

  test('works before the meeting has begun', async () => {
    const { number } = await submitted(it.owner.db, council.areaId, { amount: euros(400) });
    const chair = await chairOf(db(), council);
    const meetingId = await plan(chair, council);
    const { id } = await addAgendaItem(chair, { meetingId, initiativeNumber: number });
    await reserveMoney(chair, { itemId: id, key: key() });
    expect(await money()).toEqual([9_600, 400, 0]);
  });

  test('two councils that want the last money: one gets it, the other hears that it is gone', async () => {
    const city = await makeCouncil(it, { seats: 3, kind: 'stadsraad', areaId: council.areaId });
    const ours = await item(euros(2_500));
    const theirs = await inCity(city, euros(8_000));
    const races = await Promise.allSettled([
      reserveMoney(ours.chair, { itemId: ours.itemId, key: key() }),
      reserveMoney(theirs.chair, { itemId: theirs.itemId, key: key() }),
    ]);
    expect(races.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = races.find((race) => race.status === 'rejected');
    expect(lost).toMatchObject({ reason: { code: 'poolInsufficient' } });
    expect([
      [7_500, 2_500, 0],
      [2_000, 8_000, 0],
    ]).toContainEqual(await money());
  });
});

const applicantOf = async (initiativeId: string) => {
  const [row] = await db()
    .select()
    .from(applicant)
    .where(and(eq(applicant.initiativeId, initiativeId), eq(applicant.part, 'applicant')));
  return row?.personId ?? '';
};

/** An item of the stadsraad, for an initiative of the same wijk that was sent on to it. */
async function inCity(city: Council, amount: Cents) {
  const sent = await submitted(it.owner.db, council.areaId, { amount });
  await it.owner.db
    .update(initiative)
    .set({ referredToCity: 'aboveMandate' })
    .where(eq(initiative.id, sent.id));
  const chair = await chairOf(db(), city);
  const meetingId = await plan(chair, city);
  const { id } = await addAgendaItem(chair, { meetingId, initiativeNumber: sent.number });
  return { chair, itemId: id };
}
