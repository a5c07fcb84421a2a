import { count } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { mail } from '#db/schema';
import { makeGemeente, makePerson } from '../support/person';
import { useSite } from '../support/site';

/** S5 of the reliability plan: no other site can make a visitor's browser do anything here. */
const it = useSite();
let personId = '';

beforeAll(async () => {
  await makeGemeente(it.database.app.db);
  personId = (await makePerson(it.database.app.db)).id;
});

const evil = 'https://evil.example';
const sentFrom = {
  'a foreign origin': { Origin: evil },
  'an origin of null': { Origin: 'null' },
  'no origin': {},
  'no origin, cross-site': { 'Sec-Fetch-Site': 'cross-site' },
  'no origin, same-site': { 'Sec-Fetch-Site': 'same-site' },
  'a foreign origin that forges X-Forwarded-Host': { Origin: evil, 'X-Forwarded-Host': 'evil.example' },
  'a foreign origin that forges everything': {
    Origin: evil,
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https',
    Forwarded: 'host=evil.example;proto=https',
    'Sec-Fetch-Site': 'same-origin',
  },
  'our host on another port': { Origin: 'http://127.0.0.1:1' },
  'our origin with something behind it': { Origin: 'OURS.evil.example' },
};

const addresses = {
  'a page': '/aanmelden',
  'its data': '/aanmelden.data',
  'its old data': '/aanmelden?_data=routes%2Fpeople%2Fsign-in',
  'its old data, spelled differently': '/aanmelden?%5Fdata=routes%2Fpeople%2Fsign-in',
  'a resource route': '/afmelden',
  'the data of a resource route': '/afmelden.data',
};

async function letters(): Promise<number> {
  const [row] = await it.database.owner.db.select({ letters: count() }).from(mail);
  return row?.letters ?? 0;
}

const raw = (path: string, method: string, headers: Record<string, string>, cookie: string) =>
  fetch(it.origin + path, {
    method,
    redirect: 'manual',
    headers: { ...headers, cookie },
    body: new URLSearchParams({ email: 'slachtoffer@voorbeeld.example' }),
  });

describe.each(Object.entries(sentFrom))('from %s', (_name, given) => {
  test.each(Object.entries(addresses))('nothing runs at %s', async (_address, path) => {
    const cookie = await it.signInAs(personId, 'code');
    const before = await letters();
    const headers = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, value.replace('OURS', it.origin)]),
    );
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect((await raw(path, method, headers, cookie)).status, method).toBe(403);
    }
    expect(await letters()).toBe(before);
    expect((await it.get('/mijn', { cookie })).status).toBe(200);
  });
});

describe('from our own pages', () => {
  test('a form runs', async () => {
    const before = await letters();
    const answer = await it.post('/aanmelden', { body: { email: 'eigen@voorbeeld.example' } });
    expect(answer.status).toBe(303);
    expect(await letters()).toBe(before + 1);
  });

  test('a browser that leaves the origin out but says same-origin may send', async () => {
    const answer = await raw('/aanmelden', 'POST', { 'Sec-Fetch-Site': 'same-origin' }, '');
    expect(answer.status).toBe(303);
  });

  test('looking changes nothing: signing out by an image does not work', async () => {
    const cookie = await it.signInAs(personId, 'code');
    await it.get('/afmelden', { cookie });
    expect((await it.get('/mijn', { cookie })).status).toBe(200);
  });

  test('the language form leads nowhere else', async () => {
    const body = { locale: 'en', returnTo: '//evil.example' };
    const answer = await it.post('/taal', { body });
    expect(answer.headers.get('location')).toBe('/');
    expect(answer.headers.getSetCookie().join()).toMatch(/^taal=/);
  });
});
