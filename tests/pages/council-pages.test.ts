import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditEntry, councilVote, decision, meeting } from '#db/schema';
import { planMeeting } from '~/usecases/council/plan-meeting.server';
import { useChecks } from '../support/checks';
import {
  attend,
  type Council,
  chairOf,
  initiativeNow,
  later,
  makeCouncil,
  newPeople,
  now,
  openItem,
  submitted,
  vote,
} from '../support/council-world';
import { euros } from '../support/money-world';
import { useSite } from '../support/site';

const it = useSite();
useChecks(it.database);
let council: Council;
beforeAll(async () => {
  it.setNow(now);
  council = await makeCouncil(it.database, { seats: 3 });
});

const db = () => it.database.app.db;
const member = (index: number) => it.signInAs(council.members[index]?.personId ?? '', 'strong');
const read = async (path: string, cookie?: string) => {
  const answer = await it.get(path, { cookie });
  return { status: answer.status, html: await answer.text() };
};

test('a whole evening by plain forms: planned, agendised, opened, voted, decided, published', async () => {
  const { id, number } = await submitted(it.database.owner.db, council.areaId, { amount: euros(1_250) });
  const [chair, second, third] = [await member(0), await member(1), await member(2)];
  const base = `/raad/${council.slug}`;
  expect((await read(base, chair)).html).toContain('Straatfeest');
  const planned = await it.post(`${base}/vergaderingen/nieuw`, {
    cookie: chair,
    body: { date: '2026-06-01', time: '13.00', place: 'Buurthuis' },
  });
  expect(planned.status).toBe(303);
  const meetingPath = planned.headers.get('location') ?? '';
  const act = (cookie: string, body: Record<string, string>, path = meetingPath) =>
    it.post(path, { cookie, body });
  const over = await act(chair, { intent: 'add', number: String(number), proposed: '1.250,01' });
  expect(over.status).toBe(400);
  expect(await over.text()).toContain('value="1.250,01"');
  await act(chair, { intent: 'add', number: String(number), proposed: '1.000' });
  expect((await act(chair, { intent: 'open' })).status).toBe(409);
  const [row] = await db().select().from(meeting).where(eq(meeting.bodyId, council.bodyId));
  await attend(await chairOf(db(), council), council, row?.id ?? '', 3);
  expect((await act(chair, { intent: 'open' })).status).toBe(303);
  const item = /punten\/([0-9a-f-]{36})/.exec((await read(meetingPath, chair)).html)?.[1] ?? '';
  const itemPath = `${meetingPath}/punten/${item}`;
  const review = await read(`${itemPath}/stem?keuze=against`, second);
  expect(review.html).toContain('Je stemt één keer');
  expect(await db().select().from(councilVote)).toEqual([]);
  await act(chair, { choice: 'for' }, `${itemPath}/stem`);
  await act(second, { choice: 'against' }, `${itemPath}/stem`);
  const last = await act(third, { choice: 'for' }, `${itemPath}/stem`);
  expect([last.status, last.headers.get('location')]).toEqual([303, itemPath]);
  expect((await act(third, { choice: 'against' }, `${itemPath}/stem`)).status).toBe(409);
  expect((await read(itemPath, second)).html).toContain('3 van de 3 leden hebben gestemd.');
  expect((await act(second, { reasons: '' }, `${itemPath}/uitslag`)).status).toBe(403);
  expect((await act(chair, { reasons: 'Mooi plan.' }, `${itemPath}/uitslag`)).status).toBe(303);
  expect(await initiativeNow(db(), id)).toMatchObject({ state: 'partlyGranted', grantedCents: euros(1_000) });
  const [decided] = await db().select().from(decision);
  const page = await read(`/besluiten/${decided?.id}`);
  expect(page.html).toContain('€\u00a01.000 voor Straatfeest');
  expect(page.html).toContain('Van de 3 stemmen waren er 2 voor. Er waren er 2 nodig.');
  expect(page.html).toContain('Mooi plan.');
  expect(page.html).toContain('13 juli 2026');
  expect(page.html).not.toMatch(/(?<!contact)@wijkkas\.example|Bewoner \d/);
  for (const gone of ['uitslag', 'belang']) {
    const answer = await it.get(`${itemPath}/${gone}`, { cookie: chair });
    expect([answer.status, answer.headers.get('location')], gone).toEqual([302, itemPath]);
  }
  expect((await act(chair, { intent: 'close' })).status).toBe(303);
});

test('a meeting of next month opens on its day, or today with a reason that stays in the record', async () => {
  const fresh = await makeCouncil(it.database, { seats: 3 });
  const cookie = await it.signInAs(fresh.members[0]?.personId ?? '', 'strong');
  const chair = await chairOf(db(), fresh);
  const startsAt = later(30 * 24);
  const planned = { bodyId: fresh.bodyId, startsAt, place: 'Buurthuis' };
  const { id } = await planMeeting(chair, planned);
  await attend(chair, fresh, id, 3);
  const path = `/raad/${fresh.slug}/vergaderingen/${id}`;
  const open = (reason?: string) =>
    it.post(path, { cookie, body: { intent: 'open', ...(reason && { reason }) } });
  const state = async () => (await db().select().from(meeting).where(eq(meeting.id, id)))[0]?.state;

  for (const reason of [undefined, '   ']) {
    const refused = await open(reason);
    expect([refused.status, await state()]).toEqual([400, 'planned']);
    expect(await refused.text()).toContain(
      'Deze vergadering is gepland op wo 1 juli 2026. Schrijf op waarom',
    );
  }
  expect((await open('x'.repeat(501))).status).toBe(400);
  expect((await read(path, cookie)).html).toContain('Waarom open je de vergadering vandaag?');

  expect((await open('Er komt storm aan.')).status).toBe(303);
  expect(await state()).toBe('opened');
  const page = await read(path, cookie);
  expect(page.html).toContain('een andere dag dan gepland');
  expect(page.html).toContain('Er komt storm aan.');
  const kept = await db().select().from(auditEntry).where(eq(auditEntry.subjectId, id));
  expect(kept.find(({ act }) => act === 'meeting.open')?.reason).toBe('Er komt storm aan.');
});

test('before the meeting there is no outcome to establish, but one may stand back already', async () => {
  const fresh = await makeCouncil(it.database, { seats: 3 });
  const { itemId, meetingId } = await openItem(it.database, fresh, { present: 3 });
  const cookie = await it.signInAs(fresh.members[0]?.personId ?? '', 'strong');
  const path = `/raad/${fresh.slug}/vergaderingen/${meetingId}/punten/${itemId}`;
  const status = async (page: string) => (await it.get(`${path}/${page}`, { cookie })).status;
  expect([await status('uitslag'), await status('belang')]).toEqual([200, 200]);
  await it.database.owner.db.update(meeting).set({ state: 'planned' }).where(eq(meeting.id, meetingId));
  expect([await status('uitslag'), await status('belang')]).toEqual([302, 200]);
  await it.database.owner.db.update(meeting).set({ state: 'opened' }).where(eq(meeting.id, meetingId));
});

test('what nobody may see or do here is refused before anything is read', async () => {
  const other = await makeCouncil(it.database, { seats: 3 });
  const { meetingId, itemId } = await openItem(it.database, other, { present: 3 });
  const stranger = await member(0);
  const theirs = `/raad/${other.slug}/vergaderingen/${meetingId}`;
  for (const path of [
    `/raad/${other.slug}`,
    theirs,
    `${theirs}/punten/${itemId}`,
    `${theirs}/punten/${itemId}/stem`,
  ]) {
    expect((await read(path, stranger)).status, path).toBe(403);
    expect((await read(path)).status, path).toBe(303);
  }
  const mixed = `/raad/${council.slug}/vergaderingen/${meetingId}`;
  for (const path of [
    mixed,
    `${mixed}/punten/${itemId}`,
    `/raad/${council.slug}/vergaderingen/nee`,
    '/raad/nergens',
  ]) {
    expect((await read(path, stranger)).status, path).toBe(404);
  }
  const posted = await it.post(theirs, { cookie: stranger, body: { intent: 'close' } });
  expect(posted.status).toBe(403);
  const [resident = ''] = await newPeople(it.database.owner.db, 1, council.areaId);
  expect((await read('/raad', await it.signInAs(resident, 'code'))).status).toBe(403);
});

test('a wrong moment or time is told at its field, what was typed stays', async () => {
  const chair = await member(0);
  const plan = async (body: Record<string, string>) => {
    const answer = await it.post(`/raad/${council.slug}/vergaderingen/nieuw`, { cookie: chair, body });
    return { status: answer.status, html: await answer.text() };
  };
  const typed = { date: '2026-06-09', time: 'half acht', place: 'Buurthuis De Sluis' };
  const wrong = await plan(typed);
  expect(wrong.status).toBe(400);
  expect(wrong.html).toContain('Vul een tijd in, bijvoorbeeld 19.30.');
  expect(wrong.html).toContain('value="Buurthuis De Sluis"');
  const past = await plan({ ...typed, date: '2026-05-01', time: '19.30' });
  expect(past.html).toContain('Kies een moment vanaf ma 1 juni 2026 om 12.00 uur.');
  const window = 'Kies een datum van ma 1 juni 2026 tot en met do 1 juni 2028.';
  for (const [date, message] of [
    ['2028-06-02', window],
    ['9999-12-31', 'Kies een datum van za 1 januari 2000 tot en met vr 31 december 2100.'],
  ] as const) {
    const far = await plan({ ...typed, date, time: '19.30' });
    expect(far.status).toBe(400);
    expect(far.html).toContain(message);
    expect(far.html).toContain(`value="${date}"`);
  }
});

describe('the public list', () => {
  test.each([
    '?pagina=0',
    '?pagina=-3',
    '?pagina=1e9',
    '?pagina=99999999999999999999',
    '?jaar=1999&raad=%27%3Bselect%20pg_sleep(5)--',
    '?jaar=%00&raad=%00',
    '?raad=x&raad=y&jaar=2026',
    '?pagina=99999',
  ])('answers %s', async (search) => {
    const started = performance.now();
    expect((await read(`/besluiten${search}`)).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test('of one council, and not of another', async () => {
    const quiet = await makeCouncil(it.database, { seats: 3 });
    expect((await read(`/besluiten?raad=${quiet.slug}`)).html).toContain('Er zijn hier nog geen besluiten');
    expect((await read(`/besluiten?raad=${council.slug}`)).html).toContain('1 besluit');
  });

  test.each(['nee', randomUUID(), '0'])('there is no decision %s', async (id) => {
    expect((await read(`/besluiten/${id}`)).status).toBe(404);
  });
});

test('a rejection without reasons: the form comes back and keeps what was typed', async () => {
  const fresh = await makeCouncil(it.database, { seats: 4 });
  const { itemId, meetingId } = await openItem(it.database, fresh, { present: 3 });
  await vote(db(), fresh, itemId, { against: 3 });
  const cookie = await it.signInAs(fresh.members[0]?.personId ?? '', 'strong');
  const path = `/raad/${fresh.slug}/vergaderingen/${meetingId}/punten/${itemId}/uitslag`;
  const answer = await it.post(path, { cookie, body: { reasons: 'Te duur' } });
  expect(answer.status).toBe(400);
  const html = await answer.text();
  expect(html).toContain('Schrijf op waarom. Gebruik minstens 10 tekens.');
  expect(html).toContain('Te duur');
  it.setNow(later(1));
  const enough = await it.post(path, { cookie, body: { reasons: 'Te duur voor onze wijk.' } });
  expect(enough.status).toBe(303);
  it.setNow(now);
});
