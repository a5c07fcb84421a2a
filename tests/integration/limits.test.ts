import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#db/client';
import { rateLimit, sentForm } from '#db/schema';
import { type Budget, budgetsOf, limitedActs } from '~/domain/access/limits';
import { type Act } from '~/domain/access/policy';
import { visitor } from '~/domain/access/roles';
import { calendarDateIn } from '~/domain/calendar';
import { type Context } from '~/usecases/context.server';
import { once } from '~/usecases/once.server';
import { useDatabase } from '../support/database';
import { makePerson } from '../support/person';

const database = useDatabase();
const start = new Date('2026-11-02T10:00:00Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
let personId: string;
beforeAll(async () => {
  personId = (await makePerson(database.owner.db)).id;
});

function acting(now = start, formKey: string | null = randomUUID()): Context {
  const actor = { ...visitor, personId, assurance: 'code' as const };
  return {
    db: database.app.db,
    actor,
    now,
    today: calendarDateIn(now),
    newId: randomUUID,
    sent: { formKey },
  };
}
const fresh = async () => {
  personId = (await makePerson(database.owner.db)).id;
};
const nothing = () => Promise.resolve();
const send = (act: Act, now?: Date) => once(acting(now), act, { at: randomUUID() }, nothing);
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code: string; detail: { until: string } }) => [error.code, error.detail.until],
  );

describe.each(limitedActs)('%s', (act) => {
  const [{ most, minutes }] = budgetsOf(act) as [Budget];

  test('as often as the table says, at once and from two processes; then one at a time', async () => {
    await fresh();
    const elsewhere = connect(database.url, { max: 3 });
    const tries = Array.from({ length: most + 5 }, (_, n) => {
      const context = n % 2 ? acting() : { ...acting(), db: elsewhere.db };
      return refusal(once(context, act, { n }, nothing));
    });
    const answers = await Promise.all(tries);
    await elsewhere.close();
    const next = after(minutes / most);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(most);
    expect(answers.filter((answer) => answer !== 'done')).toEqual(
      Array.from({ length: 5 }, () => ['tooOften', next.toISOString()]),
    );
    await expect(refusal(send(act, new Date(next.getTime() - 1)))).resolves.not.toBe('done');
    await expect(refusal(send(act, next))).resolves.toBe('done');
    await expect(refusal(send(act, next))).resolves.not.toBe('done');
  });
});

describe.each(limitedActs.filter((act) => budgetsOf(act).length > 1))('%s', (act) => {
  const [{ most, minutes }, day] = budgetsOf(act) as [Budget, Budget];

  test('a day has an end too', async () => {
    await fresh();
    let done = 0;
    for (let n = 0; n < 24 * 60; n += minutes / most) {
      const answer = await refusal(send(act, after(n)));
      if (answer === 'done') done++;
      else break;
    }
    expect(done).toBeGreaterThanOrEqual(day.most);
    expect(done).toBeLessThan(day.most * 2);
  });
});

test('the work of a desk, of commands and of seeds is not counted', async () => {
  const rows = async () => (await database.app.db.select().from(rateLimit)).length;
  const before = await rows();
  await send('council.vote');
  await once({ ...acting(), sent: undefined }, 'comment.write', {}, nothing);
  expect(await rows()).toBe(before);
});

test('what failed was not done: it is not counted, and its form may come again', async () => {
  await fresh();
  const key = randomUUID();
  const before = [
    await database.app.db.select().from(rateLimit),
    await database.app.db.select().from(sentForm),
  ];
  const broken = once(acting(start, key), 'comment.write', {}, () => Promise.reject(new Error('broken')));
  await expect(broken).rejects.toThrow('broken');
  expect([
    await database.app.db.select().from(rateLimit),
    await database.app.db.select().from(sentForm),
  ]).toEqual(before);
  expect(await once(acting(start, key), 'comment.write', {}, () => Promise.resolve(7))).toBe(7);
  expect(await once(acting(start, key), 'comment.write', {}, () => Promise.resolve(8))).toBe(7);
});

test('a form of its own with content that came just now has the same answer, also when it comes again', async () => {
  await fresh();
  const [one, other] = [randomUUID(), randomUUID()];
  const write = (key: string | null, answer: number, now?: Date) =>
    once(acting(now, key), 'initiative.create', { title: 'Bank' }, () => Promise.resolve({ number: answer }));
  expect(await write(one, 1)).toEqual({ number: 1 });
  expect(await write(other, 2)).toEqual({ number: 1 });
  expect(await write(null, 3)).toEqual({ number: 1 });
  expect(await write(other, 4, after(30))).toEqual({ number: 1 });
  expect(await write(randomUUID(), 5, after(30))).toEqual({ number: 5 });
});

test('a key names one form for the whole length of a session', async () => {
  await fresh();
  const key = randomUUID();
  const day = 24 * 60;
  const support = (stance: string, days: number) =>
    once(acting(after(days * day), key), 'support.give', { stance }, () => Promise.resolve(days));
  expect(await support('for', 0)).toBe(0);
  expect(await support('for', 59)).toBe(0);
  await expect(support('against', 59)).rejects.toMatchObject({ code: 'keyReused' });
  expect(await support('against', 60)).toBe(60);
});
