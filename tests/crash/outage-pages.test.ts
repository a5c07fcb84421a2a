import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { acting, concept, type InitiativeWorld, large, makeWorld, monday } from '../support/initiative-world';
import { makeLine } from '../support/line';
import { useSite } from '../support/site';

const line = makeLine();
const it = useSite({ line });
let world: InitiativeWorld;
let cookie: string;
let number: number;

const html = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const lost = 'Wat je net instuurde is niet bewaard.';

beforeAll(async () => {
  it.setNow(monday);
  world = await makeWorld(it.database);
  const { db } = it.database.app;
  number = await concept(world, db, large);
  await publishInitiative(await acting(db, world.applicant), number);
  cookie = await it.signInAs(world.neighbours[0] ?? '', 'code');
  await it.get('/wijken');
});

/** Everything while the database cannot be reached; afterwards it can again. */
async function inOutage<T>(work: () => Promise<T>): Promise<T> {
  await line.cut();
  try {
    return await work();
  } finally {
    await line.mend();
  }
}

const back = () => expect.poll(async () => (await it.get('/wijken')).status, { timeout: 15_000 }).toBe(200);
afterEach(back);

const health = async () => {
  const started = performance.now();
  const answer = await it.get('/healthz');
  return { status: answer.status, report: await answer.json(), inTime: performance.now() - started < 2_000 };
};

test('/healthz says it within two seconds: gone, silent, and back', async () => {
  const well = { status: 200, report: { process: 'ok', database: 'ok', proxy: 'none' }, inTime: true };
  const ill = { status: 503, report: { process: 'ok', database: 'down', proxy: 'none' }, inTime: true };
  expect(await health()).toEqual(well);
  expect(await inOutage(health)).toEqual(ill);
  expect(await health()).toEqual(well);
  line.mute();
  expect(await health()).toEqual(ill);
  await line.cut();
  await line.mend();
  expect(await health()).toEqual(well);
});

describe('while the database is away', () => {
  test('a page says so in the frame of the site, and when to try again', async () => {
    const answer = await inOutage(() => it.get('/wijken', { headers: html }));
    const text = await answer.text();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('10');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('Wijkkas doet het even niet');
    expect(text).toMatch(/<nav[\s\S]*Initiatieven[\s\S]*Teststad/);
    expect(text).toMatch(/role="search"[\s\S]*href="\/besluiten"/);
    expect(text).not.toContain(lost);
  });

  test.each(['/over', '/privacy', '/toegankelijkheid'])(
    'a page that needs nothing of it goes on: %s',
    async (path) => {
      const answer = await inOutage(() => it.get(path));
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('Teststad');
    },
  );

  test('in English for who chose English', async () => {
    const { headers } = await it.post('/taal', { body: { locale: 'en', returnTo: '/' } });
    const english = headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const answer = await inOutage(() => it.get('/wijken', { headers: html, cookie: english }));
    expect(await answer.text()).toMatch(/<html lang="en"[\s\S]*Wijkkas is down for a moment/);
  });

  test('moving on inside the site says the same', async () => {
    const answer = await inOutage(() => it.get('/wijken.data'));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('10');
    expect(await answer.text()).toContain('"away"');
  });

  test('a form says that nothing was saved', async () => {
    const body = { argument: 'for', body: 'Dit is wat ik vind.' };
    const path = `/initiatieven/${number}/reacties`;
    const answer = await inOutage(() => it.post(path, { cookie, body, headers: html }));
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain(lost);
    const inside = await inOutage(() => it.post(`${path}.data`, { cookie, body }));
    expect(inside.status).toBe(503);
    const data = await inside.text();
    expect(data).toContain(lost);
    expect(data).toContain('Dit is wat ik vind.');
  });

  test('nobody is signed out by it', async () => {
    const answer = await inOutage(() => it.get('/mijn', { cookie, headers: html }));
    expect(answer.status).toBe(503);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.text()).not.toContain('href="/aanmelden"');
    await back();
    expect((await it.get('/mijn', { cookie })).status).toBe(200);
  });

  test('an address without a page tells it in plain words, or as problem+json', async () => {
    const page = await inOutage(() => it.get('/geld/journaal.csv', { headers: html }));
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '10']);
    expect(await page.text()).toMatch(/<html lang="nl">[\s\S]*<h1>Wijkkas doet het even niet<\/h1>/);
    const problem = await inOutage(() => it.get('/geld/journaal.csv'));
    expect(problem.headers.get('content-type')).toBe('application/problem+json');
    expect(await problem.json()).toMatchObject({ status: 503, code: 'away' });
    const form = await inOutage(() => it.post('/afmelden', { cookie, headers: html }));
    expect(form.status).toBe(503);
    expect(await form.text()).toContain(lost);
  });
});

test('a row that is held too long: the form comes back with what was typed, above it that nothing was saved', async () => {
  const { db } = it.database.owner;
  await db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from initiative where number = ${number} for update`);
    const body = { argument: 'for', body: 'Ik typ dit maar een keer.' };
    const answer = await it.post(`/initiatieven/${number}/reacties`, { cookie, body, headers: html });
    const text = await answer.text();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '3']);
    expect(text).toContain('Het is nu erg druk.');
    expect(text).toContain(lost);
    expect(text).toContain('Ik typ dit maar een keer.');
  });
}, 60_000);

test('what was saved is not called lost when the rules cannot be read right after it', async () => {
  const { db } = it.database.owner;
  const own = await concept(world, it.database.app.db, large);
  const applicant = await it.signInAs(world.applicant, 'code');
  await db.transaction(async (tx) => {
    await tx.execute(sql`lock table scheme_version in access exclusive mode`);
    const body = { title: 'Een titel van net' };
    const answer = await it.post(`/initiatieven/${own}/bewerken/idee`, { cookie: applicant, body });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/initiatieven/${own}/bewerken/verhaal`,
    ]);
  });
  const page = await it.get(`/initiatieven/${own}/bewerken/idee`, { cookie: applicant });
  expect(await page.text()).toContain('Een titel van net');
}, 60_000);
