import { createHash, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { mail, person, session, signInAttempt } from '#db/schema';
import { makeGemeente, makePerson, giveDesk } from '../support/person';
import { cookiesOf, useSite } from '../support/site';

const it = useSite();
const password = 'vier fietsen bij de schuur';
const start = new Date('2026-11-02T10:00:00Z');
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const hours = (count: number) => minutes(count * 60);
const days = (count: number) => hours(count * 24);

beforeAll(async () => {
  await makeGemeente(it.database.app.db);
  it.setNow(start);
});

const tokenIn = (cookie: string) => /__Host-wijkkas=([^;]+)/.exec(cookie)?.[1] ?? '';
const opens = async (cookie: string) => (await it.get('/mijn', { cookie })).status === 200;

async function mailedCode(email: string): Promise<string> {
  const rows = await it.database.owner.db.select().from(mail).where(eq(mail.recipient, email));
  const newest = rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0];
  return /\d{4} \d{4}/.exec(newest?.body ?? '')?.[0] ?? '';
}

async function byCode(email: string, cookie = '') {
  const asked = await it.post('/aanmelden', { body: { email }, cookie });
  expect(asked.headers.get('location')).toBe('/aanmelden/code');
  const pending = cookiesOf(asked, cookie);
  const answer = await it.post('/aanmelden/code', {
    body: { code: await mailedCode(email) },
    cookie: pending,
  });
  return { answer, pending, cookie: cookiesOf(answer, pending) };
}

async function desk() {
  const who = await makePerson(it.database.app.db);
  const app = await giveDesk(it.database.app.db, it.site.secret, who.id, password);
  const byPassword = async (cookie = '') => {
    const asked = await it.post('/aanmelden/raad', { body: { email: who.email, password }, cookie });
    expect(asked.headers.get('location')).toBe('/aanmelden/raad/code');
    const pending = cookiesOf(asked, cookie);
    const code = app.codeAt(it.site.now());
    const answer = await it.post('/aanmelden/raad/code', { body: { code }, cookie: pending });
    return { answer, pending, code, cookie: cookiesOf(answer, pending) };
  };
  return { ...who, byPassword };
}

describe('a session', () => {
  test('opens with a code by mail, for someone new, who is asked for name and wijk first', async () => {
    it.setNow(start);
    const { answer, cookie } = await byCode('nieuw@voorbeeld.example');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/mijn/gegevens');
    expect(await opens(cookie)).toBe(true);
    const made = await it.database.app.db
      .select()
      .from(person)
      .where(eq(person.email, 'nieuw@voorbeeld.example'));
    expect(made).toMatchObject([{ name: null, areaId: null }]);
  });

  test('is kept as a hash, behind a token of 256 bits in a __Host- cookie', async () => {
    it.setNow(start);
    const { answer, cookie } = await byCode('hash@voorbeeld.example');
    const set = answer.headers.getSetCookie().find((text) => text.startsWith('__Host-wijkkas='));
    expect(set).toMatch(/HttpOnly/);
    expect(set).toMatch(/Secure/);
    expect(set).toMatch(/SameSite=Lax/);
    expect(set).toMatch(/Path=\//);
    expect(set).not.toMatch(/Domain/);
    const token = tokenIn(cookie);
    expect(Buffer.from(token.slice(1), 'base64url')).toHaveLength(32);
    const ids = (await it.database.owner.db.select({ id: session.id }).from(session)).map(({ id }) => id);
    expect(ids).not.toContain(token);
    expect(ids).toContain(createHash('sha256').update(token).digest('hex'));
    const stolen = ids.map((id) => opens(`__Host-wijkkas=${id}`));
    expect(await Promise.all(stolen)).not.toContain(true);
  });

  test('of a resident cannot be turned into a strong one by its cookie', async () => {
    it.setNow(start);
    const { cookie } = await byCode('sterk@voorbeeld.example');
    expect(await opens(`__Host-wijkkas=s${tokenIn(cookie).slice(1)}`)).toBe(false);
  });

  test('gets a new token at every sign-in and ends the old one: nobody can fix it beforehand', async () => {
    it.setNow(start);
    const first = await byCode('fixatie@voorbeeld.example');
    it.setNow(minutes(1));
    const second = await byCode('fixatie@voorbeeld.example', first.cookie);
    expect(tokenIn(second.cookie)).not.toBe(tokenIn(first.cookie));
    expect(await opens(second.cookie)).toBe(true);
    expect(await opens(first.cookie)).toBe(false);
  });

  test('ends at sign-out, on this device only', async () => {
    it.setNow(start);
    const here = await byCode('twee@voorbeeld.example');
    it.setNow(minutes(1));
    const there = await byCode('twee@voorbeeld.example');
    const out = await it.post('/afmelden', { cookie: here.cookie });
    expect(tokenIn(cookiesOf(out, here.cookie))).toBe('');
    expect(await opens(here.cookie)).toBe(false);
    expect(await opens(there.cookie)).toBe(true);
  });

  test('of a resident ends after 14 days without a visit, and after 60 days with', async () => {
    it.setNow(start);
    const { cookie } = await byCode('lang@voorbeeld.example');
    const left = await byCode('weg@voorbeeld.example');
    for (let day = 6; day < 60; day += 6) {
      it.setNow(days(day));
      expect(await opens(cookie), `day ${day}`).toBe(true);
    }
    expect(await opens(left.cookie)).toBe(false);
    it.setNow(days(60));
    expect(await opens(cookie)).toBe(false);
  });

  test('of a desk ends after 2 hours without a request, and after 12 hours with', async () => {
    it.setNow(start);
    const { byPassword } = await desk();
    const { cookie } = await byPassword();
    for (let hour = 0; hour < 12; hour += 0.75) {
      it.setNow(hours(hour));
      expect(await opens(cookie), `hour ${hour}`).toBe(true);
    }
    it.setNow(hours(12));
    expect(await opens(cookie)).toBe(false);
    it.setNow(days(2));
    const next = await byPassword();
    it.setNow(new Date(days(2).getTime() + 2 * 3_600_000));
    expect(await opens(next.cookie)).toBe(false);
  });

  test('ends at once when the account ends', async () => {
    it.setNow(start);
    const { cookie } = await byCode('einde@voorbeeld.example');
    expect(await opens(cookie)).toBe(true);
    await it.database.app.db
      .update(person)
      .set({ endedAt: start })
      .where(eq(person.email, 'einde@voorbeeld.example'));
    expect(await opens(cookie)).toBe(false);
    it.setNow(minutes(1));
    const again = await byCode('einde@voorbeeld.example');
    expect(again.answer.status).toBe(400);
  });
});

describe('a code by mail', () => {
  test('works once', async () => {
    it.setNow(start);
    const { pending } = await byCode('eens@voorbeeld.example');
    const code = await mailedCode('eens@voorbeeld.example');
    const again = await it.post('/aanmelden/code', { body: { code }, cookie: pending });
    expect(again.status).toBe(400);
  });

  test('works ten minutes', async () => {
    const email = 'laat@voorbeeld.example';
    it.setNow(start);
    const asked = await it.post('/aanmelden', { body: { email } });
    const cookie = cookiesOf(asked);
    it.setNow(minutes(10));
    const late = await it.post('/aanmelden/code', { body: { code: await mailedCode(email) }, cookie });
    expect(late.status).toBe(400);
    it.setNow(new Date(minutes(10).getTime() - 1));
    const intime = await it.post('/aanmelden/code', { body: { code: await mailedCode(email) }, cookie });
    expect(intime.status).toBe(303);
  });

  test('can be guessed at five times, also at the same moment', async () => {
    const email = 'gok@voorbeeld.example';
    it.setNow(start);
    const cookie = cookiesOf(await it.post('/aanmelden', { body: { email } }));
    const code = await mailedCode(email);
    const wrong = code === '1234 5678' ? '87654321' : '12345678';
    const guess = () => it.post('/aanmelden/code', { body: { code: wrong }, cookie });
    await Promise.all(Array.from({ length: 8 }, guess));
    const [attempt] = await it.database.app.db
      .select()
      .from(signInAttempt)
      .where(eq(signInAttempt.email, email));
    expect(attempt?.tries).toBe(5);
    const right = await it.post('/aanmelden/code', { body: { code }, cookie });
    expect(right.status).toBe(400);
  });

  test('sent twice at the same moment opens one session', async () => {
    const email = 'dubbel@voorbeeld.example';
    it.setNow(start);
    const cookie = cookiesOf(await it.post('/aanmelden', { body: { email } }));
    const code = await mailedCode(email);
    const both = await Promise.all([1, 2].map(() => it.post('/aanmelden/code', { body: { code }, cookie })));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 400]);
  });

  test('is of no use without the browser that asked for it', async () => {
    const email = 'ander@voorbeeld.example';
    it.setNow(start);
    await it.post('/aanmelden', { body: { email } });
    const elsewhere = await it.post('/aanmelden/code', { body: { code: await mailedCode(email) } });
    expect(elsewhere.headers.get('location')).toBe('/aanmelden');
  });
});

describe('a second factor', () => {
  test('opens one session a code, and not for an older step', async () => {
    it.setNow(start);
    const { byPassword } = await desk();
    const first = await byPassword();
    expect(first.answer.status).toBe(303);
    const replayed = await byPassword();
    expect(replayed.answer.status).toBe(400);
    it.setNow(new Date(start.getTime() + 30_000));
    const next = await byPassword();
    expect(next.answer.status).toBe(303);
  });

  test('may be one step early or late, not two', async () => {
    it.setNow(start);
    const who = await makePerson(it.database.app.db);
    const app = await giveDesk(it.database.app.db, it.site.secret, who.id, password);
    const tryAt = async (offset: number) => {
      const asked = await it.post('/aanmelden/raad', { body: { email: who.email, password } });
      const code = app.codeAt(new Date(it.site.now().getTime() + offset * 30_000));
      return (await it.post('/aanmelden/raad/code', { body: { code }, cookie: cookiesOf(asked) })).status;
    };
    expect(await tryAt(-2)).toBe(400);
    expect(await tryAt(2)).toBe(400);
    expect(await tryAt(-1)).toBe(303);
    expect(await tryAt(1)).toBe(303);
  });

  test('does not come back in the page, nor does the password', async () => {
    it.setNow(start);
    const { email } = await desk();
    const wrong = 'heel-geheim-en-fout';
    const answer = await it.post('/aanmelden/raad', { body: { email, password: wrong } });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain(email);
    expect(page).not.toContain(wrong);
  });
});

describe('after signing in', () => {
  const landing = async (email: string, terug: string) => {
    const asked = await it.post(`/aanmelden?terug=${encodeURIComponent(terug)}`, { body: { email } });
    const cookie = cookiesOf(asked);
    const answer = await it.post('/aanmelden/code', { body: { code: await mailedCode(email) }, cookie });
    return answer.headers.get('location');
  };

  test('one goes back to where one was', async () => {
    it.setNow(days(100));
    const back = '/initiatieven/12?x=1';
    const details = `/mijn/gegevens?terug=${encodeURIComponent(back)}`;
    expect(await landing('heen@voorbeeld.example', back)).toBe(details);
  });

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/\r\nX: 1', '/.//evil.example'])(
    'one is not sent to %j',
    async (away) => {
      it.setNow(days(101));
      expect(await landing(`${randomUUID()}@voorbeeld.example`, away)).toBe('/mijn/gegevens');
    },
  );
});
