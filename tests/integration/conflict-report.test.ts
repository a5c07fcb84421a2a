import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { votesOn } from '#db/reads/council/meeting';
import { auditEntry, conflictAnswer, conflictReport, decision, mail, membership, person } from '#db/schema';
import { insertMailStop } from '#db/writes/people/mail';
import { answerReport } from '~/usecases/council/answer-report.server';
import { castVote } from '~/usecases/council/cast-vote.server';
import { closeMeeting } from '~/usecases/council/close-meeting.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { declareConflict } from '~/usecases/council/declare-conflict.server';
import { referItem } from '~/usecases/council/refer-item.server';
import { reportConflict } from '~/usecases/council/report-conflict.server';
import { ruleOnReport } from '~/usecases/council/rule-on-report.server';
import { useChecks } from '../support/checks';
import { at, type Council, euros, later, makeCouncil, openItem, vote } from '../support/council-world';
import { useDatabase } from '../support/database';

const database = useDatabase();
useChecks(database);

const refused = (code: string) => expect.objectContaining({ name: 'DomainError', code });
const db = () => database.app.db;
const nth = ({ members }: Council, index: number) => {
  const member = members[index];
  if (!member) throw new Error(`no member ${index}`);
  return member;
};
const as = (council: Council, index: number, minutes = 0) =>
  at(db(), nth(council, index).personId, later(minutes / 60));

const reason = 'Haar broer bouwt het podium.';
const because = 'Ik ken die broer alleen van naam.';
const deny = { answer: 'denied', reason: because } as const;
const accept = { answer: 'accepted', reason: '' } as const;
const sustain = { ruling: 'sustained', reason: 'Een broer is te dichtbij.' } as const;
const dismiss = { ruling: 'dismissed', reason: 'Het is geen broer.' } as const;

/** An item in an open meeting of five, with everybody there; member 0 is chair. */
async function evening(seats = 5) {
  const council = await makeCouncil(database, { seats });
  const { itemId, meetingId, chair } = await openItem(database, council, { present: seats });
  const report = async (by: number, about: number) =>
    (
      await reportConflict(await as(council, by), {
        itemId,
        membershipId: nth(council, about).membershipId,
        reason,
      })
    ).reportId;
  const answer = async (who: number, id: string, said: typeof deny | typeof accept, minutes = 0) =>
    answerReport(await as(council, who, minutes), id, said);
  const rule = async (who: number, id: string, said: typeof sustain | typeof dismiss, minutes = 0) =>
    ruleOnReport(await as(council, who, minutes), id, said);
  const cast = async (who: number) => castVote(await as(council, who), itemId, 'for');
  const decide = () => decideItem(chair, itemId, { reasons: 'Zo besloten wij.' });
  return { council, itemId, meetingId, chair, report, answer, rule, cast, decide };
}

const decided = async (itemId: string) =>
  (await db().select().from(decision).where(eq(decision.itemId, itemId)))[0];

/** The letters to a member. */
async function lettersTo(council: Council, index: number) {
  const { personId } = nth(council, index);
  return database.owner.db
    .select({ kind: mail.kind, subject: mail.subject, body: mail.body, path: mail.path })
    .from(mail)
    .innerJoin(person, eq(person.email, mail.recipient))
    .where(eq(person.id, personId));
}

describe('a report', () => {
  test('keeps the member from voting and the council from deciding, and nobody else', async () => {
    const { report, cast, decide, council, itemId } = await evening();
    await report(1, 2);
    await expect(cast(2)).rejects.toEqual(refused('reportOpen'));
    await expect(declareConflict(await as(council, 2), itemId)).rejects.toEqual(refused('reportOpen'));
    for (const free of [0, 1, 3, 4]) await cast(free);
    await expect(decide()).rejects.toEqual(refused('reportOpen'));
    await declareConflict(await as(council, 3), itemId);
  });

  test('comes once a member and item, whoever says it, and the second hears of the first', async () => {
    const { report, answer, rule } = await evening();
    const id = await report(1, 2);
    const second = { code: 'reportedBefore', detail: { reporter: 'Bewoner 2' } };
    await expect(report(3, 2)).rejects.toMatchObject(second);
    await answer(2, id, deny);
    await rule(0, id, dismiss);
    await expect(report(3, 2)).rejects.toMatchObject(second);
    await report(3, 1);
  });

  test('is about another member who has a vote and no interest yet', async () => {
    const { report, council, itemId } = await evening();
    await expect(report(2, 2)).rejects.toMatchObject({ code: 'choiceInvalid', field: 'member' });
    await declareConflict(await as(council, 3), itemId);
    await expect(report(1, 3)).rejects.toEqual(refused('memberConflicted'));
    const other = await makeCouncil(database, { seats: 3 });
    const stranger = { itemId, membershipId: nth(other, 1).membershipId, reason };
    await expect(reportConflict(await as(council, 1), stranger)).rejects.toEqual(refused('notFound'));
    const intruding = { itemId, membershipId: nth(council, 1).membershipId, reason };
    await expect(reportConflict(await as(other, 1), intruding)).rejects.toEqual(refused('notYourArea'));
  });

  test('comes before the decision and before the end of the meeting', async () => {
    const ended = await evening();
    await closeMeeting(ended.chair, ended.meetingId);
    await expect(ended.report(1, 2)).rejects.toEqual(refused('wrongState'));
    const { report, decide, council, itemId } = await evening();
    await vote(db(), council, itemId, { for: 5 });
    await decide();
    await expect(report(1, 2)).rejects.toEqual(refused('alreadyDone'));
    await expect(declareConflict(await as(council, 1), itemId)).rejects.toEqual(refused('wrongState'));
  });

  test('is told to the member by mail, quoted and not in the subject; not to who stopped all mail', async () => {
    const { council, itemId } = await evening();
    const wanted = { itemId, membershipId: nth(council, 2).membershipId };
    const tempting = 'Kijk op https://naar.example/nu';
    const { reportId } = await reportConflict(await as(council, 1), { ...wanted, reason: tempting });
    const [letter] = await lettersTo(council, 2);
    expect(letter).toMatchObject({ kind: 'conflict' });
    expect(letter?.body).toContain('Kijk op https: //naar. example/nu');
    expect(letter?.body).toContain('Bewoner 2');
    expect(letter?.subject).not.toMatch(/Kijk|Straatfeest|Bewoner/);
    expect(letter?.path).toMatch(new RegExp(`/punten/${itemId}/meldingen/${reportId}/antwoord$`));

    const [quiet] = await db()
      .select()
      .from(person)
      .where(eq(person.id, nth(council, 3).personId));
    await insertMailStop(db(), quiet?.email ?? '', later(0));
    await reportConflict(await as(council, 1), {
      itemId,
      membershipId: nth(council, 3).membershipId,
      reason,
    });
    expect(await lettersTo(council, 3)).toEqual([]);
  });

  test('stands in the audit log with its reason', async () => {
    const { report, answer, rule, itemId } = await evening();
    const id = await report(1, 2);
    await answer(2, id, deny);
    await rule(0, id, sustain);
    const log = await db()
      .select({ act: auditEntry.act, reason: auditEntry.reason })
      .from(auditEntry)
      .where(eq(auditEntry.subjectId, itemId))
      .orderBy(auditEntry.seq);
    expect(log.filter(({ act }) => act.startsWith('conflict.'))).toEqual([
      { act: 'conflict.report', reason },
      { act: 'conflict.answer', reason: because },
      { act: 'conflict.rule', reason: sustain.reason },
    ]);
  });
});

describe('the answer', () => {
  test('is the member’s alone, once; a denial has a reason', async () => {
    const { report, answer, itemId } = await evening();
    const id = await report(1, 2);
    for (const other of [0, 1, 3])
      await expect(answer(other, id, deny)).rejects.toEqual(refused('notYourRole'));
    for (const blank of ['', '   ', '\u200b']) {
      const unsaid = answer(2, id, { ...deny, reason: blank as typeof because });
      await expect(unsaid).rejects.toMatchObject({ code: 'required', field: 'reason' });
    }
    await answer(2, id, deny);
    await expect(answer(2, id, accept)).rejects.toEqual(refused('transitionRefused'));
    const kept = await db()
      .select({ answer: conflictAnswer.answer, reason: conflictAnswer.reason })
      .from(conflictAnswer)
      .innerJoin(conflictReport, eq(conflictReport.id, conflictAnswer.reportId))
      .where(eq(conflictReport.itemId, itemId));
    expect(kept).toEqual([{ answer: 'denied', reason: because }]);
  });

  test('yes: the interest stands as if it were declared, and there is nothing to rule on', async () => {
    const { report, answer, rule, cast, decide, itemId } = await evening();
    const id = await report(1, 2);
    await answer(2, id, accept);
    await expect(cast(2)).rejects.toEqual(refused('conflicted'));
    await expect(rule(0, id, dismiss)).rejects.toEqual(refused('transitionRefused'));
    for (const free of [0, 1, 3]) await cast(free);
    await decide();
    expect(await decided(itemId)).toMatchObject({
      sitting: 5,
      conflicted: 1,
      votesFor: 3,
      outcome: 'adopted',
    });
  });

  test('no: who rules is asked by mail', async () => {
    const { report, answer, council } = await evening();
    const id = await report(1, 2);
    await answer(2, id, deny);
    const [letter] = await lettersTo(council, 0);
    expect(letter?.body).toContain(because);
    expect(letter?.path).toMatch(new RegExp(`/meldingen/${id}/oordeel$`));
    expect(await lettersTo(council, 3)).toEqual([]);
  });
});

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
    const { report, answer, rule, council } = await evening();
    const byChair = await report(0, 2);
    await answer(2, byChair, deny);
    await expect(rule(0, byChair, sustain)).rejects.toEqual(refused('notYourRole'));
    await expect(rule(2, byChair, dismiss)).rejects.toEqual(refused('notYourRole'));
    await database.owner.db
      .update(membership)
      .set({ duty: 'secretary' })
      .where(eq(membership.id, nth(council, 4).membershipId));
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
