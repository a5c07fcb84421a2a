import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  acceptedCommentsOf,
  moderationQueue,
  pendingCommentsBy,
  refusedCommentsOf,
} from '#db/reads/initiative/comment';
import { initiativeByNumber, stanceOf, supportOf } from '#db/reads/initiative/initiative';
import { auditEntry, comment, initiative, person, supportStatement } from '#db/schema';
import { databaseError } from '#db/fault';
import { giveSupport } from '~/usecases/initiative/give-support.server';
import { moderateComment } from '~/usecases/initiative/moderate-comment.server';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { writeComment } from '~/usecases/initiative/write-comment.server';
import { useDatabase } from '../support/database';
import {
  acting,
  concept,
  days,
  type InitiativeWorld,
  large,
  makeWorld,
  monday,
} from '../support/initiative-world';

const database = useDatabase();
let world: InitiativeWorld;
let number: number;
let subject: { id: string; areaId: string };
beforeAll(async () => {
  world = await makeWorld(database);
});

const db = () => database.app.db;
const as = (id: string | undefined, at?: Date) => acting(db(), id ?? '', at);
const neighbour = (index: number) => world.neighbours[index] ?? '';

async function gathering(): Promise<void> {
  number = await concept(world, db(), large);
  await publishInitiative(await as(world.applicant), number);
  const found = await initiativeByNumber(db(), number);
  if (!found) throw new Error('gone');
  subject = found;
}
const counts = () => supportOf(db(), subject, [world.applicant]);

describe('support', () => {
  beforeAll(gathering);

  test('eight calls at once by one person are one statement, the last one standing', async () => {
    const context = await as(neighbour(0));
    const stances = ['for', 'against', 'none', 'for', 'against', 'none', 'for', 'against'] as const;
    await Promise.all(stances.map((stance) => giveSupport(context, number, stance)));
    const rows = await db()
      .select()
      .from(supportStatement)
      .where(eq(supportStatement.initiativeId, subject.id));
    expect(rows).toHaveLength(1);
    await giveSupport(context, number, 'for');
    expect(await counts()).toEqual({ for: 1, against: 0, none: 0, unproven: 1 });
    expect(await stanceOf(db(), subject.id, neighbour(0))).toBe('for');
  });

  test('all neighbours at once are all counted', async () => {
    const acts = await Promise.all(world.neighbours.slice(1).map((id) => as(id)));
    await Promise.all(
      acts.map((context, index) => giveSupport(context, number, index % 2 ? 'against' : 'for')),
    );
    expect(await counts()).toEqual({ for: 4, against: 2, none: 0, unproven: 4 });
  });

  test('who moved away no longer counts', async () => {
    const moved = neighbour(5);
    await database.owner.db.update(person).set({ areaId: world.there }).where(eq(person.id, moved));
    expect(await counts()).toEqual({ for: 3, against: 2, none: 0, unproven: 3 });
    await database.owner.db.update(person).set({ areaId: world.here }).where(eq(person.id, moved));
  });

  test.each([
    ['notYourArea', () => as(world.stranger)],
    ['ownInitiative', () => as(world.applicant)],
    ['homeAreaNeeded', () => as(world.moderator)],
  ])('refused: %s', async (code, who) => {
    const before = await counts();
    await expect(giveSupport(await who(), number, 'for')).rejects.toMatchObject({ code });
    expect(await counts()).toEqual(before);
  });

  test('after the decision nobody changes a statement', async () => {
    await database.owner.db
      .update(initiative)
      .set({ state: 'withdrawn' })
      .where(eq(initiative.id, subject.id));
    await expect(giveSupport(await as(neighbour(0)), number, 'against')).rejects.toMatchObject({
      code: 'wrongState',
    });
  });
});

describe('reactions', () => {
  beforeAll(gathering);
  const react = async (body: string, who = neighbour(0)) =>
    writeComment(await as(who), number, { argument: 'for', body });
  const judge = async (id: string, verdict: 'accept' | 'refuse', reason?: string) =>
    moderateComment(await as(world.moderator), id, { verdict, reason });
  const waiting = async () => (await moderationQueue(db(), 1)).rows;

  test('2,000 letters are taken, 2,001 are refused, and so are more signs than so many letters have by the database', async () => {
    await react(`${'👨‍👩‍👧‍👦'.repeat(1_999)}a${'\u0301'.repeat(7)}`);
    await expect(react('🇳🇱'.repeat(2001))).rejects.toMatchObject({ code: 'tooLong', field: 'body' });
    for (const unseen of [' \n ', '\u200b']) {
      await expect(react(unseen)).rejects.toMatchObject({ code: 'required', field: 'body' });
    }
    const row = { id: randomUUID(), initiativeId: subject.id, authorId: neighbour(0), writtenAt: monday };
    const insert = (body: string) =>
      db()
        .insert(comment)
        .values({ ...row, body, argument: 'for', state: 'pending' });
    const error = await insert('é'.repeat(16_001)).catch((caught: unknown) => databaseError(caught));
    expect(error).toMatchObject({ constraint_name: 'comment_body' });
  });

  const shownFor = async () =>
    (await acceptedCommentsOf(db(), { initiativeId: subject.id, argument: 'for' }, 1)).rows;

  test('is public only once accepted, with first name and wijk', async () => {
    const [pending] = await waiting();
    expect(await shownFor()).toEqual([]);
    expect(await pendingCommentsBy(db(), subject.id, neighbour(0))).toHaveLength(1);
    expect(await pendingCommentsBy(db(), subject.id, neighbour(1))).toEqual([]);
    await judge(pending?.id ?? '', 'accept');
    const [shown] = await shownFor();
    expect(shown).toMatchObject({ author: 'Ada', area: 'Hier' });
    expect(Object.keys(shown ?? {})).toEqual(expect.not.arrayContaining(['authorId', 'name', 'email']));
  });

  test('a refusal needs a reason, which its author reads and nobody else', async () => {
    await react('Onzin.');
    const [pending] = await waiting();
    const id = pending?.id ?? '';
    await expect(judge(id, 'refuse')).rejects.toMatchObject({ code: 'reasonsRequired', field: 'reason' });
    await expect(judge(id, 'refuse', '   te kort   ')).rejects.toMatchObject({ code: 'reasonsRequired' });
    await judge(id, 'refuse', 'Schrijf over het plan.');
    expect((await refusedCommentsOf(db(), neighbour(0), 1)).rows).toMatchObject([
      { body: 'Onzin.', reason: 'Schrijf over het plan.', initiative: { number } },
    ]);
    expect((await refusedCommentsOf(db(), neighbour(1), 1)).rows).toEqual([]);
    expect(await shownFor()).toHaveLength(1);
    const audited = await database.owner.db.select().from(auditEntry).where(eq(auditEntry.subjectId, id));
    expect(audited.map(({ act, reason }) => [act, reason])).toEqual([
      ['comment.write', null],
      ['comment.refuse', 'Schrijf over het plan.'],
    ]);
  });

  test('two moderators at once: one verdict', async () => {
    await react('Wie geeft water?');
    const [pending] = await waiting();
    const id = pending?.id ?? '';
    const verdicts = await Promise.allSettled([
      judge(id, 'accept'),
      judge(id, 'refuse', 'Dit past hier niet.'),
      judge(id, 'accept'),
    ]);
    expect(verdicts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  test('a resident does not moderate, and nobody reacts to a concept or after the decision', async () => {
    await react('Nog een vraag.');
    const [pending] = await waiting();
    const resident = await as(neighbour(1), days(1));
    await expect(moderateComment(resident, pending?.id ?? '', { verdict: 'accept' })).rejects.toMatchObject({
      code: 'notYourRole',
    });
    const hidden = await concept(world, db());
    const row = { argument: 'question' as const, body: 'Wat is dit?' };
    await expect(writeComment(resident, hidden, row)).rejects.toMatchObject({ code: 'notFound' });
    await database.owner.db
      .update(initiative)
      .set({ state: 'withdrawn' })
      .where(eq(initiative.id, subject.id));
    await expect(writeComment(resident, number, row)).rejects.toMatchObject({ code: 'wrongState' });
  });
});
