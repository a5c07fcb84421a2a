import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { membership, person, roleTerm, session } from '#db/schema';
import { addDays, calendarDate } from '../../app/domain/calendar';
import { type Council, makeCouncil, now, today } from '../support/council-world';
import { makeGemeente, makePerson } from '../support/person';
import { useSite } from '../support/site';

/** A3 of the reliability plan: a right that ends while someone is signed in is gone at their next request. */
const it = useSite();
const since = calendarDate('2020-01-01');
const day = (count: number) => new Date(now.getTime() + count * 86_400_000);
let council: Council;

beforeAll(async () => {
  it.setNow(now);
  await makeGemeente(it.database.owner.db);
  council = await makeCouncil(it.database, { seats: 5 });
});

const status = async (path: string, cookie: string) => (await it.get(path, { cookie })).status;

async function withRole(validTo: string | null) {
  const { id } = await makePerson(it.database.owner.db);
  const term = { validFrom: since, validTo: validTo === null ? null : calendarDate(validTo) };
  await it.database.owner.db
    .insert(roleTerm)
    .values({ id: randomUUID(), personId: id, role: 'controller', ...term });
  return id;
}

describe('while signed in', () => {
  test('a membership ends: the desk is closed, the person stays', async () => {
    const { personId, membershipId } = council.members[1] ?? { personId: '', membershipId: '' };
    const cookie = await it.signInAs(personId, 'strong');
    expect(await status(`/raad/${council.slug}`, cookie)).toBe(200);
    await it.database.app.db
      .update(membership)
      .set({ validTo: today })
      .where(eq(membership.id, membershipId));
    expect(await status(`/raad/${council.slug}`, cookie)).toBe(403);
    expect(await status('/mijn', cookie)).toBe(200);
  });

  test('a role ends', async () => {
    const personId = await withRole(null);
    const cookie = await it.signInAs(personId, 'strong');
    expect(await status('/gemeente', cookie)).toBe(200);
    await it.database.app.db.update(roleTerm).set({ validTo: today }).where(eq(roleTerm.personId, personId));
    expect(await status('/gemeente', cookie)).toBe(403);
    expect(await status('/gemeente.data', cookie)).toBe(403);
    expect(await status('/gemeente/uitgaven.csv', cookie)).toBe(403);
  });

  test('the account ends: nothing is left, also not its session', async () => {
    const personId = await withRole(null);
    const cookie = await it.signInAs(personId, 'strong');
    expect(await status('/gemeente', cookie)).toBe(200);
    await it.database.app.db.update(person).set({ endedAt: now }).where(eq(person.id, personId));
    expect(await status('/gemeente', cookie)).toBe(303);
    const left = await it.database.owner.db.select().from(session).where(eq(session.userId, personId));
    expect(left).toEqual([]);
  });
});

describe('a term counts from its first day up to, not including, its last', () => {
  test.each([
    [-1, 200],
    [0, 403],
    [1, 403],
  ])('%i days after the last', async (days, expected) => {
    const personId = await withRole(today);
    it.setNow(day(days));
    expect(await status('/gemeente', await it.signInAs(personId, 'strong'))).toBe(expected);
    it.setNow(now);
  });

  test('not before the first', async () => {
    const { id } = await makePerson(it.database.owner.db);
    await it.database.owner.db
      .insert(roleTerm)
      .values({ id: randomUUID(), personId: id, role: 'controller', validFrom: addDays(today, 1) });
    const cookie = await it.signInAs(id, 'strong');
    expect(await status('/gemeente', cookie)).toBe(403);
    it.setNow(day(1));
    expect(await status('/gemeente', await it.signInAs(id, 'strong'))).toBe(200);
    it.setNow(now);
  });
});

test('a role does not count after a code by mail', async () => {
  const personId = await withRole(null);
  const cookie = await it.signInAs(personId, 'code');
  const answer = await it.get('/gemeente', { cookie });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/aanmelden/raad?terug=%2Fgemeente');
});
