import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { makeGemeente, makePerson } from '../support/person';
import { useSite } from '../support/site';

const it = useSite();
let resident: string;

beforeAll(async () => {
  const { here } = await makeGemeente(it.database.app.db);
  resident = await it.signInAs((await makePerson(it.database.app.db, { areaId: here })).id, 'code');
});

const html = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

/** The frame of the site around it, in Dutch, with a search and four ways on. */
async function expectWhole(path: string, status: number, heading: string, cookie?: string) {
  const answer = await it.get(path, { headers: html, cookie });
  const page = await answer.text();
  expect(answer.status).toBe(status);
  expect(page).toMatch(new RegExp(`<html lang="nl"[\\s\\S]*<h1[^>]*>${heading}</h1>`));
  expect(page).toMatch(/<header[\s\S]*aria-label="Hoofdmenu"[\s\S]*<footer[\s\S]*Teststad/);
  expect(page).toContain('action="/taal"');
  const main = /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? '';
  expect(main).toMatch(/<form[^>]*method="get" action="\/initiatieven"[\s\S]*name="zoek"/);
  for (const way of ['/wijken', '/initiatieven', '/besluiten', '/geld'])
    expect(main).toContain(`href="${way}"`);
}

test.each([
  '/nergens',
  '/wijken/nergens',
  '/initiatieven/999',
  '/stemrondes/999',
  '/besluiten/geen-id',
  '/%E0%A4%A',
  '/wijken/%ff?x=%E0',
])('%s, where nothing is, says so in the frame of the site, with ways on', (path) =>
  expectWhole(path, 404, 'Deze pagina bestaat niet'),
);

test('so does a page that is for others', () =>
  expectWhole('/gemeente', 403, 'Deze pagina is niet voor jou', resident));

test('a file that is not there keeps its ways on', async () => {
  const answer = await it.get('/wijken/nergens/boekingen.csv', { headers: html });
  expect(answer.status).toBe(404);
  expect(await answer.text()).toMatch(/href="\/wijken"[\s\S]*href="\/geld"/);
});

test('and so does what went wrong on our side', async () => {
  const { db } = it.database.owner;
  await db.execute(sql`alter table decision rename to decision_away`);
  try {
    await expectWhole('/besluiten', 500, 'Er ging iets mis bij ons');
  } finally {
    await db.execute(sql`alter table decision_away rename to decision`);
  }
});
