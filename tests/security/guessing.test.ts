import { type AddressInfo } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeGemeente, makePerson, giveDesk } from '../support/person';
import { cookiesOf, useSite } from '../support/site';

/** S3 of the reliability plan, short: passwords tried by the hundred. */
const it = useSite();
const password = 'vier fietsen bij de schuur';
let start = new Date('2026-11-02T10:00:00Z');
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);

/** Each test has an hour of its own: a clock does not go back. */
function nextHour() {
  start = minutes(60);
  it.setNow(start);
}

beforeAll(async () => {
  await makeGemeente(it.database.app.db);
});

async function desk() {
  const who = await makePerson(it.database.app.db);
  return { ...who, ...(await giveDesk(it.database.app.db, it.site.secret, who.id, password)) };
}

const knock = (email: string, typed: string, cookie = '', headers = {}) =>
  it.post('/aanmelden/raad', { body: { email, password: typed }, cookie, headers });

const count = (statuses: number[], wanted: number) => statuses.filter((status) => status === wanted).length;

describe('many passwords at one account', () => {
  test('ten count in a quarter of an hour, whatever address they say to come from', async () => {
    nextHour();
    const { email } = await desk();
    const tries = Array.from({ length: 60 }, (_, n) =>
      knock(email, `fout ${n}`, '', { 'X-Forwarded-For': `203.0.113.${n}`, Forwarded: `for=203.0.113.${n}` }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(count(statuses, 400)).toBe(10);
    expect(count(statuses, 429)).toBe(50);
    expect((await knock(email, password)).status).toBe(429);
  });

  test('the count survives a restart, and a quarter of an hour later one may try again', async () => {
    nextHour();
    const { email } = await desk();
    for (let n = 0; n < 11; n++) await knock(email, `fout ${n}`);
    const again = await it.built.listen(it.built.createApp(it.site), 0, '127.0.0.1');
    const origin = `http://127.0.0.1:${(again.address() as AddressInfo).port}`;
    (it.site.config.origins as string[]).push(origin);
    const answer = await fetch(`${origin}/aanmelden/raad`, {
      method: 'POST',
      headers: { Origin: origin },
      body: new URLSearchParams({ email, password }),
      redirect: 'manual',
    });
    again.closeAllConnections();
    again.close();
    expect(answer.status).toBe(429);
    it.setNow(minutes(15));
    expect((await knock(email, password)).status).toBe(303);
  });

  test('the owner still gets in on a device where they signed in before', async () => {
    nextHour();
    const { email, codeAt } = await desk();
    const pending = cookiesOf(await knock(email, password));
    const code = (at: Date, cookie: string) =>
      it.post('/aanmelden/raad/code', { body: { code: codeAt(at) }, cookie });
    const device = cookiesOf(await code(start, pending), pending);
    it.setNow(minutes(20));
    for (let n = 0; n < 30; n++) await knock(email, `fout ${n}`);
    expect((await knock(email, password)).status).toBe(429);
    const owner = await knock(email, password, device);
    expect(owner.status).toBe(303);
    expect((await code(minutes(20), cookiesOf(owner, device))).status).toBe(303);
  });

  test('the mark of a device cannot be made up or borrowed for another account', async () => {
    nextHour();
    const [mine, theirs] = [await desk(), await desk()];
    const pending = cookiesOf(await knock(mine.email, password));
    const signedIn = await it.post('/aanmelden/raad/code', {
      body: { code: mine.codeAt(start) },
      cookie: pending,
    });
    const device = cookiesOf(signedIn, pending);
    for (let n = 0; n < 10; n++) await knock(theirs.email, `fout ${n}`);
    expect((await knock(theirs.email, password, device)).status).toBe(429);
    expect((await knock(theirs.email, password, '__Host-apparaat=IngiCg==')).status).toBe(429);
  });
});

test('one try at each of many accounts: three hundred from one address, then none', async () => {
  nextHour();
  const knockAtReset = (email: string) => it.post('/aanmelden/raad/vergeten', { body: { email } });
  const statuses: number[] = [];
  for (let n = 0; n < 310; n += 10) {
    const some = Array.from({ length: 10 }, (_, k) => knockAtReset(`persoon${n + k}@voorbeeld.example`));
    statuses.push(...(await Promise.all(some)).map(({ status }) => status));
  }
  expect(count(statuses, 303)).toBe(300);
  expect(count(statuses, 429)).toBe(10);
});

test('codes by mail: five letters a quarter of an hour to one address', async () => {
  nextHour();
  const email = 'overspoeld@voorbeeld.example';
  const ask = async () => (await it.post('/aanmelden', { body: { email } })).status;
  const statuses = [];
  for (let n = 0; n < 8; n++) statuses.push(await ask());
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429, 429]);
});
