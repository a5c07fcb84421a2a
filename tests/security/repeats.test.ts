import { randomUUID } from 'node:crypto';
import { count, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { comment, initiative, journalEntry, supportStatement } from '#db/schema';
import { limits } from '~/domain/access/limits';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { euros } from '../support/council-world';
import { acting, concept, type InitiativeWorld, large, makeWorld } from '../support/initiative-world';
import { useSite } from '../support/site';
import { divided, makeSourceWorld, type SourceWorld } from '../support/source-world';

/** What one account can make the site write: a form that comes again, and a great many forms. */
const site = useSite({ mails: true });
const other = useSite();
let world: InitiativeWorld;
let city: SourceWorld;
let number: number;
let clock: Date;
const people: string[] = [];

beforeAll(async () => {
  city = await makeSourceWorld(other);
  clock = new Date('2026-01-05T09:00:00Z');
  site.setNow(clock);
  world = await makeWorld(site.database);
  const { db } = site.database.app;
  number = await concept(world, db, large);
  await publishInitiative(await acting(db, world.applicant), number);
  for (const id of world.neighbours) people.push(await site.signInAs(id, 'code'));
});

const db = () => site.database.app.db;
const path = () => `/initiatieven/${number}/reacties`;
const at = (minutes: number) => site.setNow(new Date(clock.getTime() + minutes * 60_000));
const comments = async () => (await db().select({ rows: count() }).from(comment))[0]?.rows ?? 0;
const concepts = async () => (await db().select({ rows: count() }).from(initiative))[0]?.rows ?? 0;
const keyIn = (page: string) => /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
const cookieOf = (index: number) => people[index] ?? '';
const times = <T>(many: number, one: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: many }, (_, n) => one(n)));
const statuses = (answers: Response[]) => {
  const seen: Record<number, number> = {};
  for (const { status } of answers) seen[status] = (seen[status] ?? 0) + 1;
  return seen;
};
const placesOf = (answers: Response[]) => [...new Set(answers.map(({ headers }) => headers.get('location')))];

describe('a form that comes again', () => {
  const said = (body: string, key?: string) => ({ argument: 'for', body, ...(key ? { key } : {}) });

  test('twenty equal reactions at once, with one key, are one; so they are in capitals and an hour later', async () => {
    const cookie = cookieOf(0);
    const key = keyIn(await (await site.get(path(), { cookie })).text());
    expect(key).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const body = (n: number) => said('Een bank is fijn.', n % 2 ? key : key.toUpperCase());
    const answers = await times(20, (n) => site.post(path(), { cookie, body: body(n) }));
    at(60);
    answers.push(await site.post(path(), { cookie, body: body(0) }));
    expect(statuses(answers)).toEqual({ 303: 21 });
    expect(placesOf(answers)).toEqual([`/initiatieven/${number}#reacties`]);
    expect(await comments()).toBe(1);
  });

  test('one key with another text is refused, and what was typed stays', async () => {
    const cookie = cookieOf(0);
    const key = randomUUID();
    await site.post(path(), { cookie, body: said('Eerst dit.', key) });
    const before = await comments();
    const answer = await site.post(path(), { cookie, body: said('Toen dat.', key) });
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain('Dit formulier is al verstuurd met andere gegevens.');
    expect(page).toContain('Toen dat.');
    expect(keyIn(page)).not.toBe(key);
    expect(await comments()).toBe(before);
  });

  test('somebody else may have the same key', async () => {
    const key = randomUUID();
    const before = await comments();
    for (const cookie of [cookieOf(0), cookieOf(1)]) {
      expect((await site.post(path(), { cookie, body: said('Van mij.', key) })).status).toBe(303);
    }
    expect(await comments()).toBe(before + 2);
  });

  test('without a key the same text within a minute is the same reaction', async () => {
    at(62);
    const cookie = cookieOf(1);
    const before = await comments();
    const send = (body: string) => site.post(path(), { cookie, body: said(body) });
    expect(statuses(await times(20, () => send('Zonder sleutel.')))).toEqual({ 303: 20 });
    expect(await comments()).toBe(before + 1);
    await send('Iets anders.');
    expect(await comments()).toBe(before + 2);
    at(64);
    await send('Zonder sleutel.');
    expect(await comments()).toBe(before + 3);
  });

  test('a refused form is not the first: mended and sent again under the same key it counts', async () => {
    const cookie = cookieOf(1);
    const key = randomUUID();
    const before = await comments();
    expect((await site.post(path(), { cookie, body: said('', key) })).status).toBe(400);
    expect((await site.post(path(), { cookie, body: said('Nu wel.', key) })).status).toBe(303);
    expect(await comments()).toBe(before + 1);
  });

  test('twenty equal concepts at once are one, and all go on to the same', async () => {
    const cookie = cookieOf(2);
    for (const key of [keyIn(await (await site.get('/initiatieven/nieuw', { cookie })).text()), '']) {
      at(key ? 66 : 68);
      const before = await concepts();
      const body = { title: 'Een wip', areaId: world.here, key };
      const answers = await times(20, () => site.post('/initiatieven/nieuw', { cookie, body }));
      expect(statuses(answers)).toEqual({ 303: 20 });
      expect(placesOf(answers)).toHaveLength(1);
      expect(await concepts()).toBe(before + 1);
    }
  });

  test('to and fro within a minute is no repetition', async () => {
    at(70);
    const cookie = cookieOf(3);
    for (const stance of ['for', 'against', 'for']) {
      await site.post(`/initiatieven/${number}/steun`, { cookie, body: { stance } });
    }
    const own = eq(supportStatement.personId, world.neighbours[3] ?? '');
    expect(await db().select({ stance: supportStatement.stance }).from(supportStatement).where(own)).toEqual([
      { stance: 'for' },
    ]);
  });

  test('money under a key in capitals is booked once', async () => {
    const { code } = await divided(city.controller, 'Hoofdletters', euros(100));
    const where = `/gemeente/bronnen/${code}`;
    const cookie = city.cookies.controller;
    const key = keyIn(await (await other.get(where, { cookie })).text());
    const send = (cents: string, typed: string) => other.post(where, { cookie, body: { cents, key: typed } });
    const answers = await times(20, (n) => send('10', n % 2 ? key : key.toUpperCase()));
    expect(statuses(answers)).toEqual({ 303: 20 });
    const booked = await other.database.app.db
      .select({ key: journalEntry.idempotencyKey })
      .from(journalEntry)
      .where(eq(journalEntry.kind, 'receipt'));
    expect(booked).toEqual([{ key }]);
    expect((await send('11', key.toUpperCase())).status).toBe(409);
  });
});

describe('a great many forms', () => {
  test('306 reactions in a minute: those that the limit allows, and a word that says when it goes on', async () => {
    at(100);
    const cookie = cookieOf(4);
    const { most } = limits['comment.write'];
    const before = await comments();
    const body = (n: number) => ({ argument: 'for', body: `Reactie ${n}`, key: randomUUID() });
    const answers: Response[] = [];
    for (let n = 0; n < 306; n += 18) {
      answers.push(...(await times(18, (k) => site.post(`${path()}.data`, { cookie, body: body(n + k) }))));
    }
    expect(statuses(answers)).toEqual({ 202: most, 429: 306 - most });
    expect(await comments()).toBe(before + most);
    const late = await site.post(path(), { cookie, body: body(307) });
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    const page = await late.text();
    expect(page).toMatch(/Je kunt om \d{1,2}\.\d{2} uur weer een reactie schrijven/);
    expect(page).toContain('Reactie 307');
    site.setNow(new Date(site.site.now().getTime() + Number(late.headers.get('retry-after')) * 1000));
    expect((await site.post(path(), { cookie, body: body(307) })).status).toBe(303);
    expect((await site.post(path(), { cookie: cookieOf(5), body: body(308) })).status).toBe(303);
  });
});
