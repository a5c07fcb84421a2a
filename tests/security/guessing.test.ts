import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mail, rateLimit } from '#db/schema';
import { budgets, type Tried } from '~/domain/people/tries';
import { vaultOf } from '../../app/http/seal.server';
import { makeGemeente, makePerson, giveDesk } from '../support/person';
import { cookiesOf, useSite } from '../support/site';

/** S3 of the reliability plan, short: passwords and codes tried by the hundred, and whoever they are of gets in meanwhile. */
const it = useSite();
const password = 'vier fietsen bij de schuur';
let start = new Date('2026-11-02T10:00:00Z');
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
/** The same site behind a proxy that it knows of, so that a test can come from many addresses. */
let proxied: Server;
let origin: string;

/** Each test has two hours of its own: a clock does not go back. */
function later() {
  start = minutes(120);
  it.setNow(start);
}

beforeAll(async () => {
  await makeGemeente(it.database.app.db);
  const site = { ...it.site, now: () => it.site.now(), config: { ...it.site.config, trustProxy: true } };
  proxied = await it.built.listen(await it.built.createApp(site), 0, '127.0.0.1');
  origin = `http://127.0.0.1:${(proxied.address() as AddressInfo).port}`;
  (it.site.config.origins as string[]).push(origin);
});
afterAll(() => {
  proxied.closeAllConnections();
  proxied.close();
});

async function desk() {
  const who = await makePerson(it.database.app.db);
  return { ...who, ...(await giveDesk(it.database.app.db, it.site.secret, who.id, password)) };
}

const knock = (email: string, typed: string, cookie = '', headers = {}) =>
  it.post('/aanmelden/raad', { body: { email, password: typed }, cookie, headers });

/** A form sent from another address. */
const from = (address: string, path: string, body: Record<string, string>, cookie = '') =>
  fetch(origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin, 'X-Forwarded-For': address, ...(cookie ? { cookie } : {}) },
    body: new URLSearchParams(body),
  });

async function many(times: number, one: (n: number) => Promise<Response>): Promise<Record<number, number>> {
  const seen: Record<number, number> = {};
  for (let n = 0; n < times; n += 10) {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, k) => one(n + k)));
    for (const { status } of answers) seen[status] = (seen[status] ?? 0) + 1;
  }
  return seen;
}

/** Uses up the tries of an address, as many strangers would. */
async function useUp(what: Tried, address: string, now: Date) {
  const { most, minutes: whole } = budgets[what].address;
  expect(most).toBeGreaterThan(1);
  const key = vaultOf(it.site.secret).derive(`tries:${what}:address:${address}`).toString('base64url');
  const expire = new Date(now.getTime() + whole * 60_000);
  const row = { key, expire };
  await it.database.app.db
    .insert(rateLimit)
    .values(row)
    .onConflictDoUpdate({ target: rateLimit.key, set: { expire } });
}

/** A desk that signed in on a device; answers the cookies of that device. */
async function withDevice() {
  const who = await desk();
  const pending = cookiesOf(await knock(who.email, password));
  const at = it.site.now();
  const signedIn = await it.post('/aanmelden/raad/code', { body: { code: who.codeAt(at) }, cookie: pending });
  expect(signedIn.status).toBe(303);
  return { ...who, device: cookiesOf(signedIn, pending) };
}

describe('many passwords at one account', () => {
  test('from one address four count, whatever it says to be; its owner signs in meanwhile, here and elsewhere', async () => {
    later();
    const { email, device, codeAt } = await withDevice();
    it.setNow(minutes(20));
    const seen = await many(250, (n) =>
      knock(email, `fout ${n}`, '', { 'X-Forwarded-For': `203.0.113.${n}`, Forwarded: `for=203.0.113.${n}` }),
    );
    expect(seen).toEqual({ 400: 4, 429: 246 });
    const refused = await knock(email, password);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '480']);
    const owner = await knock(email, password, device);
    expect(owner.status).toBe(303);
    const code = codeAt(minutes(20));
    const second = await it.post('/aanmelden/raad/code', {
      body: { code },
      cookie: cookiesOf(owner, device),
    });
    expect(second.status).toBe(303);
    expect((await from('198.51.100.7', '/aanmelden/raad', { email, password })).status).toBe(303);
  });

  test('from many addresses together at most ten in any quarter of an hour; a known device gets in', async () => {
    later();
    const { email, device } = await withDevice();
    let guessed = 0;
    for (let minute = 20; minute < 35; minute++) {
      it.setNow(minutes(minute));
      const seen = await many(10, (n) =>
        from(`198.51.100.${n + 10 * (minute - 20)}`, '/aanmelden/raad', { email, password: `fout ${n}` }),
      );
      guessed += seen[400] ?? 0;
    }
    expect(guessed).toBeGreaterThanOrEqual(6);
    expect(guessed).toBeLessThanOrEqual(10);
    expect((await from('198.51.100.250', '/aanmelden/raad', { email, password }, device)).status).toBe(303);
  });

  test('the count survives a restart; what was taken comes back', async () => {
    later();
    const { email } = await desk();
    for (let n = 0; n < 5; n++) await knock(email, `fout ${n}`);
    const again = await it.built.listen(await it.built.createApp(it.site), 0, '127.0.0.1');
    const there = `http://127.0.0.1:${(again.address() as AddressInfo).port}`;
    (it.site.config.origins as string[]).push(there);
    const answer = await fetch(`${there}/aanmelden/raad`, {
      method: 'POST',
      headers: { Origin: there },
      body: new URLSearchParams({ email, password }),
      redirect: 'manual',
    });
    again.closeAllConnections();
    again.close();
    expect(answer.status).toBe(429);
    it.setNow(minutes(8));
    expect((await knock(email, password)).status).toBe(303);
  });

  test('the mark of a device cannot be made up or borrowed for another account', async () => {
    later();
    const [mine, theirs] = [await withDevice(), await desk()];
    for (let n = 0; n < 5; n++) await knock(theirs.email, `fout ${n}`);
    expect((await knock(theirs.email, password, mine.device)).status).toBe(429);
    expect((await knock(theirs.email, password, '__Host-apparaat=IngiCg==')).status).toBe(429);
  });
});

test('one password at many accounts: an address that had its tries is slowed, not shut; known devices pass', async () => {
  later();
  const { email, device } = await withDevice();
  it.setNow(minutes(20));
  await useUp('password', '127.0.0.1', minutes(20));
  expect((await knock('een@voorbeeld.example', 'fout')).status).toBe(429);
  expect((await knock(email, password, device)).status).toBe(303);
  expect(
    (await from('198.51.100.8', '/aanmelden/raad', { email: 'een@voorbeeld.example', password })).status,
  ).toBe(400);
  it.setNow(new Date(minutes(20).getTime() + 3_000));
  expect((await knock('twee@voorbeeld.example', 'fout')).status).toBe(400);
  expect((await knock('drie@voorbeeld.example', 'fout')).status).toBe(429);
});

describe('codes by mail', () => {
  const ask = (email: string, cookie = '') => it.post('/aanmelden', { body: { email }, cookie });
  const type = (code: string, cookie: string) => it.post('/aanmelden/code', { body: { code }, cookie });
  const letters = async (email: string) =>
    (
      await it.database.app.db
        .select()
        .from(mail)
        .where(eq(mail.recipient, email))
        .orderBy(desc(mail.createdAt))
    ).map(({ subject }) => subject.replaceAll(/\D/g, ''));

  test('a stranger who asks for somebody’s code sends few letters and keeps nobody out', async () => {
    later();
    const { email } = await makePerson(it.database.app.db);
    for (let n = 0; n < 3; n++) expect((await ask(email)).status).toBe(303);
    expect(await many(20, () => ask(email))).toEqual({ 303: 20 });
    expect(await letters(email)).toHaveLength(3);
    const elsewhere = await many(20, (n) => from(`198.51.100.${n}`, '/aanmelden', { email }));
    expect(elsewhere).toEqual({ 303: 20 });
    expect(await letters(email)).toHaveLength(5);
    // Without a letter of their own the owner uses the newest that came, on a device that nobody knows.
    it.setNow(minutes(5));
    const owner = cookiesOf(await ask(email));
    const codes = await letters(email);
    const answers = [];
    for (const code of codes) answers.push((await type(code, owner)).status);
    expect(answers).toContain(303);
  });

  test('a known device has letters of its own', async () => {
    later();
    const { email } = await makePerson(it.database.app.db);
    const pending = cookiesOf(await ask(email));
    const device = cookiesOf(await type((await letters(email))[0] ?? '', pending), pending);
    await many(20, (n) => from(`198.51.100.${n}`, '/aanmelden', { email }));
    const before = (await letters(email)).length;
    it.setNow(minutes(1));
    const asked = cookiesOf(await ask(email, device), device);
    const codes = await letters(email);
    expect(codes).toHaveLength(before + 1);
    expect((await type(codes[0] ?? '', asked)).status).toBe(303);
  });

  test('who asks again may still use the first letter, and no code opens two sessions', async () => {
    later();
    const { email } = await makePerson(it.database.app.db);
    const first = cookiesOf(await ask(email));
    const [code = ''] = await letters(email);
    it.setNow(minutes(1));
    const second = cookiesOf(await ask(email, first), first);
    expect((await type(code, second)).status).toBe(303);
    expect((await type(code, second)).status).toBe(400);
    expect((await type(code, first)).status).toBe(400);
  });
});
