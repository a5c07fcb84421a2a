import { request } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';

import { makeGemeente, makePerson } from '../support/person';
import { useSite } from '../support/site';

const site = useSite();
const evil = '__proto__';
const intent = (value: unknown) => ({ __intent__: JSON.stringify(value) });

/** Bodies that no page of ours sends. Each must be refused quickly and leave the site as it was. */
const odd: [string, Record<string, string>][] = [
  [
    'an intent that walks to a prototype',
    {
      email: 'y',
      'email[0]': 'y',
      ...intent({ type: 'update', payload: { name: ['email', evil, 'map'], value: '1' } }),
    },
  ],
  ['an intent that names a prototype', intent({ type: 'insert', payload: { name: evil } })],
  ['an intent of another type', intent({ type: 'update', payload: { name: 'email', value: 'x' } })],
  ['an intent that is no object', { __intent__: 'x' }],
  ['an intent that is null', { __intent__: 'null' }],
  ['an intent that is empty', { __intent__: '{}' }],
  ['a row far away', intent({ type: 'remove', payload: { name: 'email', index: 1e9 } })],
  ['a huge index', { 'email[4294967294]': 'x' }],
  ['a large index', { 'email[99]': 'x' }],
  ['a list for one value', { 'email[0]': 'x' }],
  ['a record for one value', { 'email.x': 'y' }],
  ['a name of a prototype', { [evil]: 'x', [`email.${evil}.x`]: 'x', 'constructor.prototype.x': 'x' }],
  ['deep nesting', { [`email${'[0]'.repeat(3_000)}`]: 'x' }],
  ['a state of the form library', { __state__: 'x' }],
  ['a NUL', { email: 'a\0@b.nl' }],
  ['a lone surrogate', { email: '\ud800@b.nl' }],
  ['a long text', { email: 'x'.repeat(100_000) }],
  ['nothing', {}],
];
const pages = ['/aanmelden', '/aanmelden/raad', '/aanmelden/raad/vergeten', '/taal'];

describe('F1: forms that no page sends', () => {
  test.each(odd)('%s', async (_what, body) => {
    for (const path of pages) {
      const started = Date.now();
      const answer = await site.post(path, { body });
      expect(answer.status, path).toBeLessThan(500);
      expect(Date.now() - started, path).toBeLessThan(5_000);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect((await site.get('/aanmelden')).status).toBe(200);
  });

  test('the same field twice, and a thousand fields', async () => {
    for (const body of ['email=a&email=b', Array.from({ length: 1_000 }, (_, n) => `f${n}=1`).join('&')]) {
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: site.origin };
      const answer = await fetch(`${site.origin}/aanmelden`, { method: 'POST', body, headers });
      expect(answer.status).toBe(400);
    }
  });
});

describe('F1: the begroting', () => {
  let cookie = '';
  let step = '';
  beforeAll(async () => {
    const { here: areaId } = await makeGemeente(site.database.owner.db);
    const { id } = await makePerson(site.database.owner.db, { areaId });
    cookie = await site.signInAs(id, 'code');
    step = '/initiatieven/1/bewerken/begroting';
  });

  test.each<[string, Record<string, string>]>([
    ['a hole', { 'lines[25].description': 'x' }],
    ['a text for rows', { lines: 'NaN' }],
    ['rows of texts', { 'lines[0]': 'x' }],
    ['far away', { 'lines[1000000].description': 'x' }],
  ])('%s', async (_what, body) => {
    const answer = await site.post(step, { body, cookie });
    expect([400, 404]).toContain(answer.status);
  });
});

describe('odd requests', () => {
  test('a cookie that no decoder takes locks nobody out', async () => {
    expect((await site.get('/', { cookie: '_ga=100%; x=%zz' })).status).toBe(200);
  });

  test.each([
    '/wijken/%00',
    '/wijken/%00.data',
    '/besluiten/%00',
    `/uitnodiging/${'-'.repeat(36)}`,
    `/uitnodiging/${'f'.repeat(36)}`,
  ])('%s is not there', async (path) => {
    expect((await site.get(path)).status).toBe(404);
  });

  // The framework's list of routes by address cost two seconds of work a request (GHSA-8x6r-g9mw-2r78, -chx6-hx7r-mcp5).
  test('the routes of a very long address are not told', async () => {
    const { assets } = await site.built.build();
    const asked = new URLSearchParams({ version: assets.version, p: '/a'.repeat(2_500) });
    const answer = await site.get(`/__manifest?${asked}`);
    expect(answer.status).toBe(404);
  });

  test.each(['a b', 'localhost:99999', '[::1', 'kwaad.example'])('Host %s changes nothing', async (host) => {
    expect(await raw('/', host)).toBe(200);
  });

  test('an address in absolute form is refused', async () => {
    expect(await raw('http://kwaad.example/', 'kwaad.example')).toBe(400);
  });

  test.each(['OPTIONS', 'REPORT'])('%s does nothing', async (method) => {
    expect((await site.ask(method, '/taal', { body: { locale: 'en' } })).status).toBe(405);
  });

  test.each(['/aanmelden', '/demonstratie', '/uitnodiging/x', '/mijn'])(
    '%s stays out of caches',
    async (path) => {
      expect((await site.get(path)).headers.get('cache-control')).toBe('no-store');
    },
  );
});

/** A request as no browser makes it; answers the status. */
function raw(path: string, host: string): Promise<number | undefined> {
  const { hostname, port } = new URL(site.origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers: { Host: host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
