import { describe, expect, test } from 'vitest';
import { votesOn } from '#db/reads/council/meeting';
import { answerReport } from '~/usecases/council/answer-report.server';
import { declareConflict } from '~/usecases/council/declare-conflict.server';
import { referItem } from '~/usecases/council/refer-item.server';
import { reportConflict } from '~/usecases/council/report-conflict.server';
import { euros, makeCouncil, openItem, vote } from '../support/council-world';
import { accept, deny, dismiss, nth, reason, sustain, useConflicts } from '../support/conflict-world';
import { refused } from '../support/refused';

const { database, db, as, evening, decided, lettersTo } = useConflicts();

describe('the ruling', () => {
  test('sustained: no vote, out of the members that the vote needs', async () => {
    const { report, answer, rule, cast, decide, council, itemId } = await evening(8);
    const id = await report(1, 2);
    await answer(2, id, deny);
    await expect(cast(2)).rejects.toEqual(refused('reportOpen'));
    await rule(0, id, sustain);
    await expect(cast(2)).rejects.toEqual(refused('conflicted'));
    await expect(rule(0, id, dismiss)).rejects.toEqual(refused('transitionRefused'));
    const letters = await lettersTo(council, 2);
    expect(letters.filter(({ body }) => body?.includes(sustain.reason))).toHaveLength(1);
    // Four of the seven who may vote is more than half; of all eight it were not.
    await vote(db(), council, itemId, { for: 2 });
    await vote(db(), council, itemId, { for: 1, against: 1 }, 3);
    await decide();
    expect(await decided(itemId)).toMatchObject({
      conflicted: 1,
      votesFor: 3,
      votesAgainst: 1,
      outcome: 'adopted',
    });
  });

  test('dismissed: the member votes like everybody', async () => {
    const { report, answer, rule, cast, decide, itemId } = await evening(3);
    const id = await report(1, 2);
    await answer(2, id, deny);
    await rule(0, id, dismiss);
    for (const everybody of [0, 1, 2]) await cast(everybody);
    await decide();
    expect(await decided(itemId)).toMatchObject({ conflicted: 0, votesFor: 3 });
  });

  test('without an answer only in the meeting, ten minutes after the report, and then nothing more is answered', async () => {
    const { report, answer, rule } = await evening();
    const id = await report(1, 2);
    await expect(rule(0, id, sustain)).rejects.toEqual(refused('notHeard'));
    await expect(rule(0, id, sustain, 9)).rejects.toEqual(refused('notHeard'));
    await rule(0, id, sustain, 10);
    await expect(answer(2, id, deny, 11)).rejects.toEqual(refused('transitionRefused'));
  });

  test('is by nobody on their own report or about themselves: the secretary stands in, then any other', async () => {
    const { report, answer, rule } = await evening(5, 4);
    const byChair = await report(0, 2);
    await answer(2, byChair, deny);
    await expect(rule(0, byChair, sustain)).rejects.toEqual(refused('notYourRole'));
    await expect(rule(2, byChair, dismiss)).rejects.toEqual(refused('notYourRole'));
    await expect(rule(3, byChair, sustain)).rejects.toEqual(refused('notYourRole'));
    await rule(4, byChair, sustain);

    const aboutChair = await report(4, 0);
    await answer(0, aboutChair, deny);
    for (const party of [0, 4])
      await expect(rule(party, aboutChair, dismiss)).rejects.toEqual(refused('notYourRole'));
    await rule(3, aboutChair, dismiss);
  });

  test('is the chair’s when neither is in it', async () => {
    const { report, answer, rule } = await evening();
    const id = await report(1, 2);
    await answer(2, id, deny);
    for (const other of [1, 2, 3])
      await expect(rule(other, id, sustain)).rejects.toEqual(refused('notYourRole'));
    await rule(0, id, sustain);
  });
});

describe('who had voted already', () => {
  test('is struck when the interest stands: a majority can turn, and the vote stays as a fact', async () => {
    const { report, answer, rule, decide, council, itemId } = await evening();
    await vote(db(), council, itemId, { for: 3, against: 2 });
    const id = await report(3, 2);
    expect(await votesOn(db(), itemId)).toHaveLength(5);
    await answer(2, id, deny);
    await rule(0, id, sustain);
    expect(await votesOn(db(), itemId)).toHaveLength(4);
    await decide();
    expect(await decided(itemId)).toMatchObject({
      ...{ votesFor: 2, votesAgainst: 2, conflicted: 1 },
      outcome: 'notAdopted',
    });
  });

  test('is struck the same way after declaring it', async () => {
    const { decide, council, itemId } = await evening();
    await vote(db(), council, itemId, { for: 3, against: 1 });
    await declareConflict(await as(council, 0), itemId);
    await decide();
    expect(await decided(itemId)).toMatchObject({ votesFor: 2, votesAgainst: 1, conflicted: 1 });
  });

  test('counts when the report is dismissed', async () => {
    const { report, answer, rule, decide, council, itemId } = await evening();
    await vote(db(), council, itemId, { for: 3 });
    const id = await report(3, 2);
    await answer(2, id, deny);
    await rule(0, id, dismiss);
    await decide();
    expect(await decided(itemId)).toMatchObject({ votesFor: 3, conflicted: 0 });
  });

  test('may be the one that makes the vote valid', async () => {
    const { report, answer, decide, council, itemId } = await evening(9);
    await vote(db(), council, itemId, { for: 5 });
    const id = await report(8, 0);
    await answer(0, id, accept);
    await decide();
    expect(await decided(itemId)).toMatchObject({ votesFor: 4, conflicted: 1, outcome: 'invalid' });
  });
});

test('with an open report an item is not sent on to the stadsraad either', async () => {
  const council = await makeCouncil(database, { seats: 5 });
  const asked = { amount: euros(2_600) };
  const { itemId, chair } = await openItem(database, council, { present: 5, asked });
  const about = { itemId, membershipId: nth(council, 2).membershipId, reason };
  const { reportId } = await reportConflict(await as(council, 1), about);
  await expect(referItem(chair, itemId, { reasons: '' })).rejects.toEqual(refused('reportOpen'));
  await answerReport(await as(council, 2), reportId, accept);
  await referItem(chair, itemId, { reasons: '' });
});
