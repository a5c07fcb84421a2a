import { and, eq, inArray } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { budgetOfPool } from '#db/reads/ledger/account';
import { reportsOn } from '#db/reads/council/conflict-report';
import { votesOn } from '#db/reads/council/meeting';
import { poolOf } from '#db/reads/ledger/pool';
import { conflictDeclaration, councilVote, decision, initiativeEvent, journalEntry } from '#db/schema';
import { answerReport } from '~/usecases/council/answer-report.server';
import { castVote } from '~/usecases/council/cast-vote.server';
import { closeMeeting } from '~/usecases/council/close-meeting.server';
import { decideItem } from '~/usecases/council/decide-item.server';
import { declareConflict } from '~/usecases/council/declare-conflict.server';
import { reportConflict } from '~/usecases/council/report-conflict.server';
import { ruleOnReport } from '~/usecases/council/rule-on-report.server';
import { useChecks } from '../support/checks';
import { at, attend, initiativeNow, makeCouncil, openItem, vote } from '../support/council-world';
import { useDatabase } from '../support/database';
import { euros, year } from '../support/money-world';

const database = useDatabase({ max: 40 });
useChecks(database);
const rounds = process.env.PROOF === 'full' ? 40 : 8;
const round = Array.from({ length: rounds }, (_, index) => index + 1);

/** 'done', or the code of the refusal; a bug stays an error. */
const outcomes = async (acts: Promise<unknown>[]) =>
  (await Promise.allSettled(acts)).map((act) => {
    if (act.status === 'fulfilled') return 'done';
    const { code, name } = act.reason as { code?: string; name: string };
    return name === 'DomainError' ? code : String(act.reason);
  });

const db = () => database.app.db;
const members = (council: { members: { personId: string }[] }) =>
  Promise.all(council.members.map(({ personId }) => at(db(), personId)));

test('nine members who each click four times at once: nine votes', async () => {
  const council = await makeCouncil(database);
  const { itemId } = await openItem(database, council, { present: 9 });
  const voters = await members(council);
  const clicks = [...voters, ...voters, ...voters, ...voters];
  const answers = await outcomes(
    clicks.map((voter, index) => castVote(voter, itemId, index % 3 ? 'for' : 'against')),
  );
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(9);
  expect(answers.filter((answer) => answer === 'alreadyDone')).toHaveLength(27);
  expect(await db().select().from(councilVote).where(eq(councilVote.itemId, itemId))).toHaveLength(9);
});

describe.each(round)('round %i', () => {
  test('eight operators establish one outcome at once: one decision, one grant, one step in the timeline', async () => {
    const council = await makeCouncil(database, { seats: 3 });
    const { itemId, chair, initiative } = await openItem(database, council, { present: 3 });
    await vote(db(), council, itemId, { for: 3 });
    const answers = await outcomes(
      Array.from({ length: 8 }, () => decideItem(chair, itemId, { reasons: '' })),
    );
    expect(answers.sort()).toEqual([...Array.from({ length: 7 }, () => 'alreadyDone'), 'done']);
    const made = await db().select().from(decision).where(eq(decision.itemId, itemId));
    expect(made).toHaveLength(1);
    const grants = await db()
      .select()
      .from(journalEntry)
      .where(and(eq(journalEntry.kind, 'grant'), eq(journalEntry.decisionId, made[0]?.id ?? '')));
    expect(grants).toHaveLength(1);
    const steps = await db()
      .select()
      .from(initiativeEvent)
      .where(and(eq(initiativeEvent.initiativeId, initiative.id), eq(initiativeEvent.act, 'grant')));
    expect(steps).toHaveLength(1);
  });

  test('an interest declared while one votes: never both counted', async () => {
    const council = await makeCouncil(database, { seats: 5 });
    const { itemId } = await openItem(database, council, { present: 5 });
    const voters = await members(council);
    const both = voters.flatMap((voter) => [castVote(voter, itemId, 'for'), declareConflict(voter, itemId)]);
    await outcomes(both);
    const voted = await votesOn(db(), itemId);
    const stoodBack = await db()
      .select()
      .from(conflictDeclaration)
      .where(eq(conflictDeclaration.itemId, itemId));
    const stayed = new Set(stoodBack.map(({ membershipId }) => membershipId));
    expect(voted.filter(({ membershipId }) => stayed.has(membershipId))).toEqual([]);
    expect(stayed.size).toBe(5);
  });

  test('two report one member at once, and that member votes: one report, and no vote after it', async () => {
    const council = await makeCouncil(database, { seats: 5 });
    const { itemId } = await openItem(database, council, { present: 5 });
    const [chair, second, third] = await members(council);
    const membershipId = council.members[2]?.membershipId ?? '';
    if (!chair || !second || !third) throw new Error('too few members');
    const about = { itemId, membershipId, reason: 'Haar broer bouwt het podium.' };
    const [first, other, voted] = await outcomes([
      reportConflict(chair, about),
      reportConflict(second, about),
      castVote(third, itemId, 'for'),
    ]);
    expect([first, other].sort()).toEqual(['done', 'reportedBefore']);
    expect(['done', 'reportOpen']).toContain(voted);
    const reports = await reportsOn(db(), itemId);
    expect(reports).toHaveLength(1);
    expect(await votesOn(db(), itemId)).toHaveLength(voted === 'done' ? 1 : 0);

    const reportId = reports[0]?.id ?? '';
    const answers = await outcomes(
      (['accepted', 'denied', 'denied'] as const).map((answer) =>
        answerReport(third, reportId, { answer, reason: 'Dat is mijn broer niet.' }),
      ),
    );
    expect(answers.sort()).toEqual(['done', 'transitionRefused', 'transitionRefused']);
  });

  test('two rulings and an answer at once: one ruling, and no answer after it', async () => {
    const council = await makeCouncil(database, { seats: 5 });
    const { itemId, chair } = await openItem(database, council, { present: 5 });
    const [, second, third] = await members(council);
    if (!second || !third) throw new Error('too few members');
    const membershipId = council.members[2]?.membershipId ?? '';
    const about = { itemId, membershipId, reason: 'Haar broer bouwt het podium.' };
    const { reportId } = await reportConflict(second, about);
    const later = { ...chair, now: new Date(chair.now.getTime() + 600_000) };
    const rule = (ruling: 'sustained' | 'dismissed') =>
      ruleOnReport(later, reportId, { ruling, reason: 'Zo oordeel ik.' });
    const answers = await outcomes([
      rule('sustained'),
      rule('dismissed'),
      answerReport({ ...third, now: later.now }, reportId, { answer: 'denied', reason: 'Niet waar.' }),
    ]);
    expect(answers.slice(0, 2).sort()).toEqual(['done', 'transitionRefused']);
    const [report] = await reportsOn(db(), itemId);
    expect(report?.ruling).toBe(answers[0] === 'done' ? 'sustained' : 'dismissed');
    expect(report?.answer).toBe(answers[2] === 'done' ? 'denied' : null);
  });

  test('a report comes while the outcome is established: before it or after it, never beside it', async () => {
    const council = await makeCouncil(database, { seats: 5 });
    const { itemId, chair } = await openItem(database, council, { present: 5 });
    await vote(db(), council, itemId, { for: 4 });
    const [, second] = await members(council);
    if (!second) throw new Error('too few members');
    const membershipId = council.members[2]?.membershipId ?? '';
    const answers = await outcomes([
      reportConflict(second, { itemId, membershipId, reason: 'Haar broer bouwt het podium.' }),
      decideItem(chair, itemId, { reasons: '' }),
    ]);
    expect([
      ['done', 'reportOpen'],
      ['alreadyDone', 'done'],
    ]).toContainEqual(answers);
  });

  test('the last vote arrives while the outcome is established: counted or refused, never lost', async () => {
    const council = await makeCouncil(database, { seats: 5 });
    const { itemId, chair } = await openItem(database, council, { present: 5 });
    await vote(db(), council, itemId, { for: 3 }, 1);
    const [voted, decided] = await outcomes([
      castVote(chair, itemId, 'against'),
      decideItem(chair, itemId, { reasons: '' }),
    ]);
    expect(decided).toBe('done');
    const [made] = await db().select().from(decision).where(eq(decision.itemId, itemId));
    expect([made?.votesFor, made?.votesAgainst]).toEqual([3, voted === 'done' ? 1 : 0]);
    expect(['done', 'alreadyDone']).toContain(voted);
  });

  test('the meeting closes while one votes: the vote stands and it stays open, or it is refused', async () => {
    const council = await makeCouncil(database, { seats: 3 });
    const { itemId, meetingId, chair } = await openItem(database, council, { present: 3 });
    const answers = await outcomes([castVote(chair, itemId, 'for'), closeMeeting(chair, meetingId)]);
    expect([
      ['done', 'itemOpen'],
      ['wrongState', 'done'],
    ]).toContainEqual(answers);
  });
});

test('two councils and many items at once on one pool: decisions numbered without gaps, never too much granted', async () => {
  const council = await makeCouncil(database, { seats: 3 });
  const city = await makeCouncil(database, { seats: 3, kind: 'stadsraad', areaId: council.areaId });
  const items: { itemId: string; id: string; chair: Awaited<ReturnType<typeof at>> }[] = [];
  for (let count = 0; count < 12; count++) {
    const asked = { amount: euros(count % 2 ? 2_600 : 1_500) };
    const body = count % 2 ? city : council;
    const { itemId, chair, initiative, meetingId } = await openItem(database, body, { present: 3, asked });
    await attend(chair, body, meetingId, 3);
    await vote(db(), body, itemId, { for: 3 });
    items.push({ itemId, chair, id: initiative.id });
  }
  const answers = await outcomes(
    items.map(({ chair, itemId }) => decideItem(chair, itemId, { reasons: '' })),
  );
  expect(new Set(answers)).toEqual(new Set(['done', 'poolInsufficient']));
  const states = await Promise.all(items.map(({ id }) => initiativeNow(db(), id)));
  const granted = states.reduce((sum, row) => sum + (row?.grantedCents ?? 0n), 0n);
  const pool = await poolOf(db(), { areaId: council.areaId, year });
  expect(await budgetOfPool(db(), pool?.id ?? '')).toMatchObject({ granted, left: euros(10_000) - granted });
  const made = await db()
    .select({ bodyId: decision.bodyId, number: decision.number })
    .from(decision)
    .where(inArray(decision.bodyId, [council.bodyId, city.bodyId]));
  for (const bodyId of [council.bodyId, city.bodyId]) {
    const numbers = made.filter((row) => row.bodyId === bodyId).map(({ number }) => number);
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
  }
});
