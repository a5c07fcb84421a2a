import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { body as councils, mail, mailStop, person, signInAttempt } from '#db/schema';
import { makeGemeente } from '../support/person';
import { roleHolder, rosterNow } from '../support/roster-world';
import { cookiesOf, useSite } from '../support/site';

const it = useSite();
const list = '/beheer/mensen';
let admin: Awaited<ReturnType<typeof roleHolder>>;
let cookie = '';
let here = '';

beforeAll(async () => {
  it.setNow(rosterNow);
  ({ here } = await makeGemeente(it.database.owner.db));
  admin = await roleHolder(it.database, 'admin');
  cookie = await it.signInAs(admin.id, 'strong');
});

const textOf = async (path: string, sent = cookie) => (await it.get(path, { cookie: sent })).text();
const invite = (email: string, more: Record<string, string> = {}) =>
  it.post(`${list}/uitnodigen?rol=payer`, {
    cookie,
    body: { name: 'Patrick', email, role: 'payer', validFrom: '30-11-2026', ...more },
  });

describe('the list', () => {
  test('shows who has a role, and finds by name, address and role', async () => {
    const payer = await roleHolder(it.database, 'payer');
    expect(await textOf(list)).toContain(payer.email);
    expect(await textOf(`${list}?rol=payer`)).toContain(payer.email);
    expect(await textOf(`${list}?rol=moderator`)).toContain('Niemand gevonden');
    expect(await textOf(`${list}?zoek=${payer.email.slice(0, 12)}`)).toContain('1 mens gevonden');
    for (const odd of ['%00', '%ED%A0%80', 'x'.repeat(500)]) {
      expect((await it.get(`${list}?zoek=${odd}&rol=koning&pagina=99`, { cookie })).status).toBe(200);
    }
  });
});

describe('a role', () => {
  test('is given after it was chosen, and shown with its days', async () => {
    const { id } = await roleHolder(it.database, 'payer');
    const path = `${list}/${id}/rol-geven`;
    expect(await textOf(path)).toContain('name="rol"');
    expect(await textOf(`${path}?rol=areaManager`)).toContain('name="areaId"');
    const body = { role: 'areaManager', areaId: here, validFrom: '1-12-2026', lastDay: '2026-12-31' };
    const given = await it.post(`${path}?rol=areaManager`, { cookie, body });
    expect(given.headers.get('location')).toBe(`${list}/${id}?gedaan=given`);
    const page = await textOf(`${list}/${id}?gedaan=given`);
    expect(page).toContain('gebiedsmanager, Hier');
    expect(page).toContain('van di 1 december 2026 tot en met do 31 december 2026');
  });

  test('of a council is not given here, also not by a form that no page sends', async () => {
    const { id } = await roleHolder(it.database, 'payer');
    const path = `${list}/${id}/rol-geven`;
    expect(await textOf(`${path}?rol=chair`)).toContain('name="rol"');
    const bodyId = randomUUID();
    const council = { id: bodyId, kind: 'buurtraad', slug: 'hier', name: 'Raad Hier', areaId: here } as const;
    await it.database.owner.db.insert(councils).values(council);
    const body = { role: 'chair', bodyId, validFrom: '1-12-2026' };
    expect((await it.post(`${path}?rol=chair`, { cookie, body })).status).toBe(400);
    const invited = await it.post(`${list}/uitnodigen`, {
      cookie,
      body: { ...body, name: 'Vera', email: 'vera@voorbeeld.example' },
    });
    expect(invited.status).toBe(400);
  });

  test('without its wijk, or with days that cannot be, is refused at the field, and what was typed stays', async () => {
    const { id } = await roleHolder(it.database, 'payer');
    const body = { role: 'areaManager', validFrom: '1-12-2026', lastDay: '30-11-2026' };
    const refused = await it.post(`${list}/${id}/rol-geven?rol=areaManager`, { cookie, body });
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain('href="#areaId"');
    expect(page).toContain('value="30-11-2026"');
  });

  test('ends from a day on: who has a page open is refused at the next request', async () => {
    const payer = await roleHolder(it.database, 'payer');
    const theirs = await it.signInAs(payer.id, 'strong');
    expect((await it.get('/gemeente', { cookie: theirs })).status).toBe(200);
    const path = `${list}/${payer.id}/rollen/${payer.termId}`;
    expect(await textOf(path)).toContain('nu de rol betaler');
    const ended = await it.post(path, { cookie, body: { from: '2026-11-30' } });
    expect(ended.status).toBe(303);
    expect((await it.get('/gemeente', { cookie: theirs })).status).toBe(403);
    expect((await it.get(path, { cookie })).status).toBe(303);
  });

  test('of oneself is neither given nor, as the last administrator, ended', async () => {
    expect((await it.get(`${list}/${admin.id}/rol-geven`, { cookie })).status).toBe(303);
    const body = { role: 'payer', validFrom: '30-11-2026' };
    const own = await it.post(`${list}/${admin.id}/rol-geven`, { cookie, body });
    expect(own.headers.get('location')).toBe(`${list}/${admin.id}`);
    const path = `${list}/${admin.id}/rollen/${admin.termId}`;
    const refused = await it.post(path, { cookie, body: { from: '2026-11-30' } });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Maak eerst iemand anders beheerder');
  });
});

describe('an invitation', () => {
  const letters = (to: string) => it.database.owner.db.select().from(mail).where(eq(mail.recipient, to));

  test('goes by mail, and once as a letter with the same link, that opens the door', async () => {
    const answer = await invite('patrick@voorbeeld.example');
    expect(answer.status).toBe(303);
    const path = answer.headers.get('location') ?? '';
    expect(path).toMatch(/^\/beheer\/mensen\/[0-9a-f-]{36}\/brief$/);
    const first = await it.get(path, { cookie: [cookie, cookiesOf(answer)].join('; ') });
    const page = await first.text();
    const link = /https?:\/\/[^<]+\/uitnodiging\/[^<]+/.exec(page)?.[0] ?? '';
    expect(first.headers.getSetCookie().join()).toContain('__Host-brief=; Max-Age=0');
    expect(await textOf(path)).toContain('maar één keer te zien');
    const [letter] = await letters('patrick@voorbeeld.example');
    expect(letter?.path).toBe(new URL(link).pathname);
    expect((await it.get(new URL(link).pathname)).status).toBe(200);
  });

  test('keeps of its link only the digest', async () => {
    const answer = await invite('digest@voorbeeld.example');
    const page = await textOf(answer.headers.get('location') ?? '', [cookie, cookiesOf(answer)].join('; '));
    const secret = (/\/uitnodiging\/([^<]+)/.exec(page)?.[1] ?? '').slice(36);
    expect(secret).toHaveLength(43);
    const { db } = it.database.owner;
    const kept = [
      ...(await db.select().from(signInAttempt)),
      ...(await db.execute('select * from sent_form')),
    ];
    expect(JSON.stringify(kept)).not.toContain(secret);
  });

  test('is not mailed to who wants no mail, and says so', async () => {
    const address = 'stil@voorbeeld.example';
    await it.database.owner.db.insert(mailStop).values({ address, stoppedAt: rosterNow });
    const answer = await invite(address);
    const page = await textOf(answer.headers.get('location') ?? '', [cookie, cookiesOf(answer)].join('; '));
    expect(page).toContain('wil geen post');
    expect(page).toContain('/uitnodiging/');
    expect(await letters(address)).toEqual([]);
  });

  test('is refused at the address of who can sign in already: their second factor takes two', async () => {
    const payer = await roleHolder(it.database, 'payer');
    const refused = await invite(payer.email);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('kan al inloggen');
  });

  test('can be sent again until it is accepted; the earlier link is dead', async () => {
    const first = await invite('weer@voorbeeld.example');
    const path = first.headers.get('location') ?? '';
    const pageOf = (answer: Response) => textOf(path, [cookie, cookiesOf(answer)].join('; '));
    const linkIn = (page: string) => /\/uitnodiging\/[^<]+/.exec(page)?.[0] ?? '';
    const before = linkIn(await pageOf(first));
    const again = await it.post(path.replace('brief', 'uitnodigen'), { cookie, body: {} });
    const after = linkIn(await pageOf(again));
    expect([before === after, (await it.get(before)).status, (await it.get(after)).status]).toEqual([
      false,
      404,
      200,
    ]);
    const [known] = await it.database.owner.db
      .select()
      .from(person)
      .where(eq(person.email, 'weer@voorbeeld.example'));
    expect(await textOf(`${list}/${known?.id}`)).toContain('uitgenodigd');
  });
});
