import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { auditEntry, conflictAnswer, conflictReport, person } from '#db/schema';
import { insertMailStop } from '#db/writes/people/mail';
import { closeMeeting } from '~/usecases/council/close-meeting.server';
import { declareConflict } from '~/usecases/council/declare-conflict.server';
import { reportConflict } from '~/usecases/council/report-conflict.server';
import { later, makeCouncil, vote } from '../support/council-world';
import {
  accept,
  because,
  deny,
  dismiss,
  nth,
  reason,
  sustain,
  useConflicts,
} from '../support/conflict-world';
import { refused } from '../support/refused';

const { database, db, as, evening, decided, lettersTo } = useConflicts();

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
      const unsaid = answer(2, id, { ...deny, reason: blank as typeof deny.reason });
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
