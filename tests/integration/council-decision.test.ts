import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { waitingFor } from '#db/reads/council/agenda';
import { decisionById, decisionsPage } from '#db/reads/council/decision';
import { auditEntry, councilVote, decision, journalEntry, mail } from '#db/schema';
import { addAgendaItem } from '~/usecases/council/add-agenda-item.server';
import { castVote } from '~/usecases/council/cast-vote.server';
import { closeMeeting } from '~/usecases/council/close-meeting.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { openMeeting } from '~/usecases/council/open-meeting.server';
import { referItem } from '~/usecases/council/refer-item.server';
import { useChecks } from '../support/checks';
import {
  attend,
  chairOf,
  initiativeNow,
  makeCouncil,
  newPeople,
  openItem,
  plan,
  today,
  vote,
} from '../support/council-world';
import { useDatabase } from '../support/database';
import { euros } from '../support/money-world';
import { refused } from '../support/refused';

const database = useDatabase();
useChecks(database);

describe('money and mandate', () => {
  test('adopting less than was asked grants that, in the same transaction, by one entry', async () => {
    const db = database.app.db;
    const council = await makeCouncil(database, { seats: 3 });
    const { itemId, initiative, chair } = await openItem(database, council, {
      present: 3,
      proposed: euros(250),
    });
    await vote(db, council, itemId, { for: 3 });
    const { decisionId } = await decideItem(chair, itemId, { reasons: 'De tent mag kleiner.' });
    expect(await initiativeNow(db, initiative.id)).toMatchObject({
      state: 'partlyGranted',
      grantedCents: euros(250),
    });
    const entries = await db.select().from(journalEntry).where(eq(journalEntry.decisionId, decisionId));
    expect(entries.map(({ kind }) => kind).sort()).toEqual(['grant', 'reservation']);
    const shown = await decisionById(db, decisionId);
    expect(shown).toMatchObject({ regime: 'bestuurscommissie', decision: { amountCents: euros(250) } });
    expect(shown?.entry?.number).toBe(entries.find(({ kind }) => kind === 'grant')?.number);
  });

  test('with too little money in the pool nothing at all is written', async () => {
    const db = database.app.db;
    const council = await makeCouncil(database, { seats: 3 });
    const amounts = [2_500, 2_500, 2_500, 2_400, 200];
    for (const [index, amount] of amounts.entries()) {
      const asked = { amount: euros(amount) };
      const { itemId, initiative, chair } = await openItem(database, council, { present: 3, asked });
      await vote(db, council, itemId, { for: 3 });
      if (index < 4) {
        await decideItem(chair, itemId, { reasons: '' });
        continue;
      }
      const before = await Promise.all([mail, auditEntry, journalEntry].map((table) => db.$count(table)));
      await expect(decideItem(chair, itemId, { reasons: '' })).rejects.toEqual(refused('poolInsufficient'));
      expect(await initiativeNow(db, initiative.id)).toMatchObject({ state: 'onAgenda', grantedCents: null });
      expect(await db.select().from(decision).where(eq(decision.itemId, itemId))).toEqual([]);
      expect(await Promise.all([mail, auditEntry, journalEntry].map((table) => db.$count(table)))).toEqual(
        before,
      );
    }
  });

  test('above the mandate casting is refused and the item goes to the stadsraad, which decides', async () => {
    const db = database.app.db;
    const council = await makeCouncil(database, { seats: 3 });
    const city = await makeCouncil(database, { seats: 5, kind: 'stadsraad' });
    const asked = { amount: euros(2_500.01) };
    const { itemId, meetingId, initiative, chair } = await openItem(database, council, { present: 3, asked });
    await expect(castVote(chair, itemId, 'for')).rejects.toEqual(refused('aboveMandate'));
    await expect(decideItem(chair, itemId, { reasons: '' })).rejects.toEqual(refused('aboveMandate'));
    expect(await db.select().from(councilVote).where(eq(councilVote.itemId, itemId))).toEqual([]);
    const { decisionId } = await referItem(chair, itemId, { reasons: 'Meer dan wij mogen beslissen.' });
    await expect(referItem(chair, itemId, { reasons: '' })).rejects.toEqual(refused('alreadyDone'));
    expect(await initiativeNow(db, initiative.id)).toEqual({
      state: 'submitted',
      grantedCents: null,
      referredToCity: 'aboveMandate',
    });
    expect((await decisionById(db, decisionId))?.decision.outcome).toBe('referred');
    await closeMeeting(chair, meetingId);
    const waiting = await waitingFor(db, { kind: 'stadsraad', areaId: city.areaId }, today, 1);
    expect(waiting.rows.map(({ number }) => number)).toContain(initiative.number);
    const ours = await waitingFor(db, { kind: 'buurtraad', areaId: council.areaId }, today, 1);
    expect(ours.rows.map(({ number }) => number)).not.toContain(initiative.number);

    const mayor = await chairOf(db, city);
    const meeting = await plan(mayor, city);
    const item = await addAgendaItem(mayor, { meetingId: meeting, initiativeNumber: initiative.number });
    await attend(mayor, city, meeting, 5);
    await openMeeting(mayor, meeting);
    await expect(referItem(mayor, item.id, { reasons: '' })).rejects.toEqual(refused('transitionRefused'));
    await vote(db, city, item.id, { for: 3, against: 2 });
    expect(await decideItem(mayor, item.id, { reasons: '' })).toMatchObject({ outcome: 'adopted' });
    expect(await initiativeNow(db, initiative.id)).toMatchObject({ grantedCents: euros(2_500.01) });
  });

  test('what one applicant asks in a year counts together; nobody refers what is within the mandate', async () => {
    const db = database.app.db;
    const council = await makeCouncil(database, { seats: 3 });
    const [applicantId = ''] = await newPeople(database.owner.db, 1, council.areaId);
    const asked = { amount: euros(2_500), applicantId };
    const first = await openItem(database, council, { present: 3, asked });
    await expect(referItem(first.chair, first.itemId, { reasons: '' })).rejects.toEqual(
      refused('transitionRefused'),
    );
    await vote(db, council, first.itemId, { for: 3 });
    await decideItem(first.chair, first.itemId, { reasons: '' });
    const second = await openItem(database, council, { present: 3, asked });
    await vote(db, council, second.itemId, { for: 3 });
    await decideItem(second.chair, second.itemId, { reasons: '' });
    const third = await openItem(database, council, { present: 3, asked: { ...asked, amount: euros(0.01) } });
    await expect(castVote(third.chair, third.itemId, 'for')).rejects.toEqual(refused('aboveMandate'));
    await referItem(third.chair, third.itemId, { reasons: '' });
    expect(await initiativeNow(db, third.initiative.id)).toMatchObject({ referredToCity: 'cumulative' });
  });

  test('when too many members have an interest the stadsraad decides', async () => {
    const council = await makeCouncil(database, { seats: 5 });
    const [applicantId, ...coApplicantIds] = council.members.slice(1, 4).map(({ personId }) => personId);
    const asked = { applicantId, coApplicantIds };
    const { itemId, initiative, chair } = await openItem(database, council, { present: 5, asked });
    await expect(castVote(chair, itemId, 'for')).rejects.toEqual(refused('aboveMandate'));
    await referItem(chair, itemId, { reasons: '' });
    expect(await initiativeNow(database.app.db, initiative.id)).toMatchObject({
      referredToCity: 'quorumImpossible',
    });
  });
});

test('the public list: newest first, by council and year, twenty a page', async () => {
  const db = database.app.db;
  const council = await makeCouncil(database, { seats: 3 });
  for (let count = 0; count < 3; count++) {
    const { itemId, chair } = await openItem(database, council, { present: 3 });
    await vote(db, council, itemId, { for: 3 });
    await decideItem(chair, itemId, { reasons: '' });
  }
  const own = await decisionsPage(db, { bodyId: council.bodyId, year: 2026, page: 1 });
  expect(own.rows.map(({ number }) => number)).toEqual([3, 2, 1]);
  expect(own).toMatchObject({ total: 3, pages: 1 });
  expect((await decisionsPage(db, { year: 1999, page: 1 })).rows).toEqual([]);
  const all = await decisionsPage(db, { page: 1 });
  expect(all.rows).toHaveLength(Math.min(20, all.total));
});
