import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { beforeAll, describe, expect, test } from 'vitest';
import { actorById } from '#db/reads/people/person';
import { auditEntry, body, credential, mail, membership, seat } from '#db/schema';
import { visitor } from '~/domain/access/roles';
import { calendarDate } from '~/domain/calendar';
import { type GivenRole } from '~/domain/access/given-role';
import { invitePerson } from '~/usecases/people/invite-person.server';
import { makeGemeente, makePerson } from '../support/person';
import { cookiesOf, useSite } from '../support/site';

const it = useSite();
const start = new Date('2026-11-02T10:00:00Z');
const today = calendarDate('2026-11-02');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const password = 'vier fietsen bij de schuur';
let bodyId = '';
let here = '';

beforeAll(async () => {
  it.setNow(start);
  const { db } = it.database.owner;
  here = (await makeGemeente(db)).here;
  bodyId = randomUUID();
  await db
    .insert(body)
    .values({ id: bodyId, kind: 'buurtraad', slug: 'hier', name: 'Raad Hier', areaId: here });
});

const context = (now = start) => ({
  db: it.database.app.db,
  actor: visitor,
  now,
  today,
  newId: randomUUID,
});

async function invited(to: GivenRole = { role: 'controller' }, email = `${randomUUID()}@voorbeeld.example`) {
  const who = { email, name: 'Fatima Bouzid', to, validFrom: today };
  const { token } = await invitePerson(context(), who);
  return { email, token: token ?? '', path: `/uitnodiging/${token}` };
}

/** The authenticator app that scanned the page. */
async function appFrom(path: string): Promise<TOTP> {
  const page = await (await it.get(path)).text();
  const secret = /class="wk-secret">([A-Z2-7 ]+)</.exec(page)?.[1]?.replaceAll(' ', '') ?? '';
  expect(secret).toHaveLength(32);
  return new TOTP({ secret: Secret.fromBase32(secret) });
}

const codeOf = (app: TOTP) => app.generate({ timestamp: it.site.now().getTime() });
const send = (path: string, typed: string, code: string) =>
  it.post(path, { body: { password: typed, code } });

async function accepted() {
  const { email, path } = await invited();
  const app = await appFrom(path);
  const answer = await send(path, password, codeOf(app));
  expect(answer.status).toBe(303);
  return { email, app, path, cookie: cookiesOf(answer) };
}

async function signIn(email: string, typed: string, app: TOTP) {
  const asked = await it.post('/aanmelden/raad', { body: { email, password: typed } });
  if (asked.status !== 303) return asked.status;
  const cookie = cookiesOf(asked);
  return (await it.post('/aanmelden/raad/code', { body: { code: codeOf(app) }, cookie })).status;
}

async function resetLink(email: string): Promise<string> {
  await it.post('/aanmelden/raad/vergeten', { body: { email } });
  const [letter] = await it.database.owner.db
    .select()
    .from(mail)
    .where(eq(mail.recipient, email))
    .orderBy(desc(mail.createdAt));
  return /\/uitnodiging\/\S+/.exec(letter?.body ?? '')?.[0] ?? '';
}

describe('an invitation', () => {
  test('leads to a desk: password, app, and signed in', async () => {
    it.setNow(start);
    const { email, app, cookie } = await accepted();
    expect((await it.get('/gemeente', { cookie })).status).toBe(200);
    it.setNow(later(1));
    expect(await signIn(email, password, app)).toBe(303);
  });

  test('shows the same key at each look, and works once', async () => {
    it.setNow(start);
    const { path } = await invited();
    const [one, two] = [await appFrom(path), await appFrom(path)];
    expect(one.secret.base32).toBe(two.secret.base32);
    expect((await send(path, password, codeOf(one))).status).toBe(303);
    expect((await it.get(path)).status).toBe(404);
    it.setNow(later(1));
    expect((await send(path, 'een heel ander wachtwoord', codeOf(one))).status).toBe(404);
  });

  test('works a week', async () => {
    it.setNow(start);
    const { path } = await invited();
    it.setNow(new Date(later(7 * 24 * 60).getTime() - 1));
    expect((await it.get(path)).status).toBe(200);
    it.setNow(later(7 * 24 * 60));
    expect((await it.get(path)).status).toBe(404);
  });

  test('is dead after five wrong codes', async () => {
    it.setNow(start);
    const { path } = await invited();
    const app = await appFrom(path);
    const wrong = codeOf(app) === '123456' ? '654321' : '123456';
    for (let n = 0; n < 5; n++) {
      const answer = await send(path, password, wrong);
      expect(answer.status).toBe(400);
    }
    expect((await send(path, password, codeOf(app))).status).toBe(404);
  });

  test.each([
    ['kort', 'passwordTooShort', /minstens 12 tekens/],
    ['Welkom2026!!', 'passwordTooCommon', /makkelijk te raden/],
    ['Fatima2026!!', 'their own name', /makkelijk te raden/],
  ])('refuses the password %s (%s) without using up the link', async (typed, _why, says) => {
    it.setNow(start);
    const { path } = await invited();
    const app = await appFrom(path);
    const refused = await send(path, typed, codeOf(app));
    expect(refused.status).toBe(400);
    expect(await refused.text()).toMatch(says);
    expect((await send(path, password, codeOf(app))).status).toBe(303);
  });

  test.each([
    ['with another secret', (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['cut short', (token: string) => token.slice(0, 36)],
    ['of nobody', () => `${randomUUID()}aaaa`],
    ['that is none', () => 'x'],
  ])('%s opens nothing', async (_name, change) => {
    it.setNow(start);
    const { token } = await invited();
    expect((await it.get(`/uitnodiging/${change(token)}`)).status).toBe(404);
  });

  test('keeps neither password nor key where a backup shows them', async () => {
    it.setNow(start);
    const { app } = await accepted();
    const rows = JSON.stringify(await it.database.owner.db.select().from(credential));
    expect(rows).not.toContain(app.secret.base32);
    expect(rows).not.toContain(password);
    expect(rows).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  test('sent again closes the desk until it is accepted', async () => {
    it.setNow(start);
    const { email, app, cookie } = await accepted();
    const again = await invited({ role: 'payer' }, email);
    expect((await it.get('/mijn', { cookie })).status).toBe(303);
    it.setNow(later(1));
    expect(await signIn(email, password, app)).toBe(400);
    const fresh = await appFrom(again.path);
    expect((await send(again.path, 'vijf boten aan de steiger', codeOf(fresh))).status).toBe(303);
    it.setNow(later(2));
    expect(await signIn(email, 'vijf boten aan de steiger', fresh)).toBe(303);
    expect(await signIn(email, 'vijf boten aan de steiger', app)).toBe(400);
  });
});

describe('a forgotten password', () => {
  test('is set anew with the app one has, and ends all sessions', async () => {
    it.setNow(start);
    const { email, app, cookie } = await accepted();
    it.setNow(later(1));
    const path = await resetLink(email);
    expect(await (await it.get(path)).text()).not.toContain('wk-secret');
    const reset = await send(path, 'vijf boten aan de steiger', codeOf(app));
    expect(reset.status).toBe(303);
    expect((await it.get('/mijn', { cookie })).status).toBe(303);
    expect((await it.get('/mijn', { cookie: cookiesOf(reset) })).status).toBe(200);
    it.setNow(later(2));
    expect(await signIn(email, password, app)).toBe(400);
    expect(await signIn(email, 'vijf boten aan de steiger', app)).toBe(303);
  });

  test('is not set by who reads the mail but has not the app', async () => {
    it.setNow(start);
    const { email } = await accepted();
    it.setNow(later(1));
    const thief = new TOTP({ secret: new Secret() });
    expect((await send(await resetLink(email), 'van de dief van de mail', codeOf(thief))).status).toBe(400);
  });

  test('has a link that works an hour', async () => {
    it.setNow(start);
    const { email } = await accepted();
    const path = await resetLink(email);
    it.setNow(later(60));
    expect((await it.get(path)).status).toBe(404);
  });

  test('gives no link to a stranger or a resident', async () => {
    it.setNow(start);
    const { email } = await makePerson(it.database.owner.db, { areaId: here });
    expect(await resetLink(email)).toBe('');
    expect(await resetLink('niemand@voorbeeld.example')).toBe('');
  });
});

describe('what one is invited to', () => {
  const heldBy = async (email: string) => {
    const { db } = it.database.owner;
    const { personByEmail } = await import('#db/reads/people/sign-in');
    const found = await personByEmail(db, email);
    return (await actorById(db, found?.id ?? '', 'strong', today))?.held;
  };

  test('a role for one wijk', async () => {
    const { email } = await invited({ role: 'areaManager', areaId: here });
    expect(await heldBy(email)).toEqual([{ role: 'areaManager', areaId: here, bodyId: null }]);
  });

  test('a chair votes, a secretary does not; a free seat is taken before a new one is made', async () => {
    const { db } = it.database.owner;
    const free = randomUUID();
    const since = calendarDate('2020-01-01');
    await db.insert(seat).values({ id: free, bodyId, type: 'resident', voting: true, validFrom: since });
    const chair = await invited({ role: 'chair', bodyId });
    const member = await invited({ role: 'member', bodyId });
    const secretary = await invited({ role: 'secretary', bodyId });
    const where = { areaId: here, bodyId };
    expect(await heldBy(chair.email)).toEqual([
      { role: 'member', ...where },
      { role: 'chair', ...where },
    ]);
    expect(await heldBy(member.email)).toEqual([{ role: 'member', ...where }]);
    expect(await heldBy(secretary.email)).toEqual([{ role: 'secretary', ...where }]);
    const seats = await db.select().from(membership).where(eq(membership.seatId, free));
    expect(seats).toMatchObject([{ duty: 'chair' }]);
    expect(await db.select().from(seat).where(eq(seat.bodyId, bodyId))).toHaveLength(3);
  });

  test('is written in the audit trail', async () => {
    const { email } = await invited({ role: 'moderator' });
    const { personByEmail } = await import('#db/reads/people/sign-in');
    const found = await personByEmail(it.database.owner.db, email);
    const trail = await it.database.owner.db
      .select({ act: auditEntry.act, reason: auditEntry.reason })
      .from(auditEntry)
      .where(eq(auditEntry.subjectId, found?.id ?? ''));
    expect(trail).toEqual([
      { act: 'person.invite', reason: null },
      { act: 'role.give', reason: 'moderator' },
    ]);
  });
});
