import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { journalEntry, period } from '#db/schema';
import { byInhabitants } from '~/domain/ledger/division';
import { calendarDate, calendarDateIn } from '~/domain/calendar';
import { closeYear } from '~/usecases/yearEnd/close-year.server';
import { divideYear } from '~/usecases/sources/divide-year.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { runMoneyTasks } from '~/usecases/money/run-money-tasks.server';
import { useChecks } from '../support/checks';
import { euros } from '../support/council-world';
import { officer } from '../support/grant-world';
import { useSite } from '../support/site';
import { divided, full, grantedIn, makeSourceWorld, type SourceWorld, textOf } from '../support/source-world';

/** One year that ends: looked at, booked, closed. The tests follow each other. */
const site = useSite();
useChecks(site.database);
const newYear = new Date('2027-01-05T10:00:00Z');
const path = '/gemeente/jaareinde/2026';
let world: SourceWorld;
let cookie: string;
let second: string;
let lapsing: { id: string; code: string };

beforeAll(async () => {
  world = await makeSourceWorld(site);
  const { controller, here, council } = world;
  const at = { areaId: here };
  lapsing = await divided(controller, 'Vervalt', euros(1234.56), at);
  await divided(controller, 'Deels', euros(4000), { ...at, rollover: 'percentage', rolloverPct: 25 });
  await divided(controller, 'Blijft', euros(500), { ...at, rollover: 'stays' });
  const expired = { rollover: 'stays', expiresOn: calendarDate('2026-12-31') } as const;
  await divided(controller, 'Verlopen', euros(70), { ...at, ...expired });
  await grantedIn(site.database, council, euros(400));
});

const get = (where = path) => site.get(where, { cookie });
const read = async (where = path) => textOf(await get(where));
const hashIn = async () =>
  /name="previewHash" value="([0-9a-f]{64})"/.exec(await (await get()).text())?.[1] ?? '';
const prepare = (previewHash: string) =>
  site.post(path, { body: { intent: 'prepare', previewHash }, cookie });
const book = (previewHash: string, by = second) =>
  site.post(path, { body: { intent: 'book', previewHash }, cookie: by });
const seenBy = async (by: string) => textOf(await site.get(path, { cookie: by }));
async function closedAt(): Promise<Date | null | undefined> {
  const [found] = await site.database.app.db.select().from(period).where(eq(period.year, 2026));
  return found?.closedAt;
}

const later = () => ({ ...world.controller, now: newYear, today: calendarDateIn(newYear) });

test('a year that is not over is only looked at', async () => {
  cookie = world.cookies.controller;
  expect(await read('/gemeente/jaareinde')).toContain('Er valt niets af te sluiten');
  const page = await read();
  expect(page).toContain('2026 is nog niet voorbij');
  expect(page).not.toContain('Boek het jaareinde');
  expect((await prepare('0'.repeat(64))).status).toBe(409);
  expect((await get(`${path}/afsluiten`)).headers.get('location')).toBe(path);
  for (const odd of ['1999', '20266', 'x', '2026%00', '-2026']) {
    expect((await get(`/gemeente/jaareinde/${odd}`)).status, odd).toBe(404);
  }
});

describe('a year that is over', () => {
  beforeAll(async () => {
    site.setNow(newYear);
    cookie = await site.signInAs(world.controller.personId, 'strong');
    second = await site.signInAs((await officer(site.database, 'controller')).personId, 'strong');
  });

  test('shows what every rule does with what is left, and what stays open', async () => {
    expect((await get('/gemeente/jaareinde')).headers.get('location')).toBe(path);
    const page = await read();
    const rows = [
      ['Vervalt', 'Vervalt', 123_456n, 0n, 123_456n],
      ['Deels', 'Hoogstens 25 % blijft', 400_000n, 100_000n, 300_000n],
      ['Blijft', 'Blijft', 50_000n, 50_000n, 0n],
      ['Verlopen', 'Verloopt in dit jaar', 7_000n, 0n, 7_000n],
    ] as const;
    for (const [name, rule, ...amounts] of rows) {
      expect(page, name).toContain(`${name} ${rule} ${amounts.map(full).join(' ')}`);
    }
    expect(page).toContain('1 toekenning loopt door, van € 400.');
    expect(page).toContain('Let op: niet al het geld is binnen');
    expect(page).toContain('Vervalt: nog € 1.234,56 te ontvangen');
  });

  test('closes only after it was booked', async () => {
    expect((await get(`${path}/afsluiten`)).headers.get('location')).toBe(path);
    const answer = await site.post(`${path}/afsluiten`, { cookie });
    expect(answer.headers.get('location')).toBe(path);
    expect(await closedAt()).toBeNull();
    await expect(closeYear(later(), 2026)).rejects.toEqual(expect.objectContaining({ code: 'moneyLeft' }));
  });

  test('is made ready by one, who cannot book it, and can take it back', async () => {
    const seen = await hashIn();
    expect((await prepare(seen)).headers.get('location')).toBe(path);
    const own = await read();
    expect(own).toContain('Je hebt het jaareinde van 2026 klaargezet');
    expect(own).toContain('Trek het weer in');
    expect(own).not.toContain('Boek het jaareinde');
    const refused = await book(seen, cookie);
    expect(refused.status).toBe(403);
    expect(await textOf(refused)).toContain('Nu is iemand anders aan de beurt.');
    const other = await seenBy(second);
    expect(other).toContain(' heeft het jaareinde van 2026 klaargezet');
    expect(other).toContain('Boek het jaareinde');
    for (const amount of [123_456n, 400_000n]) expect(other).toContain(full(amount));
    const withdrawn = await site.post(path, { body: { intent: 'withdraw' }, cookie });
    expect(withdrawn.headers.get('location')).toBe(path);
    expect(await seenBy(second)).toContain('Zet het jaareinde klaar');
    expect((await site.post(path, { body: { intent: 'x' }, cookie })).status).toBe(400);
  });

  test('is booked as it was seen, or not at all', async () => {
    const seen = await hashIn();
    await prepare(seen);
    await pledgeSource(later(), {
      sourceId: lapsing.id,
      areaId: world.here,
      cents: euros(1),
      key: randomUUID(),
    });
    const changed = await book(seen);
    expect(changed.status).toBe(409);
    expect(await textOf(changed)).toContain('Er is iets geboekt sinds je keek.');
    expect((await prepare('x')).status).toBe(400);
    const stale = await seenBy(second);
    expect(stale).toContain('Er is iets geboekt sinds');
    expect(stale).toContain('Zet het opnieuw klaar');
    expect(stale).not.toContain('Boek het jaareinde');
    const fresh = await hashIn();
    await prepare(fresh);
    const asked = await book(fresh);
    expect(asked.status).toBe(303);
    const task = asked.headers.get('location') ?? '';
    expect(task).toMatch(/^\/gemeente\/taken\/[0-9a-f-]{36}$/);
    const waiting = await (await get()).text();
    expect(waiting.includes(`href="${task}"`) || waiting.includes('is geboekt')).toBe(true);
    await runMoneyTasks(later());
    // The site's own worker may be at it already.
    await expect.poll(() => read(), { timeout: 20_000 }).toContain('Het jaareinde van 2026 is geboekt');
    const page = await read();
    expect(page).toContain(`Deels ${[400_000n, 100_000n, 300_000n].map(full).join(' ')}`);
    expect(page).toContain(`Vervalt ${[123_556n, 0n, 123_556n].map(full).join(' ')}`);
    expect(page).not.toContain('name="previewHash"');
  });

  test('is closed for ever after one more question, by the second person', async () => {
    expect(await read()).toContain('Jij zette het jaareinde klaar, dus zelf kun je dat niet.');
    expect((await get(`${path}/afsluiten`)).headers.get('location')).toBe(path);
    const refused = await site.post(`${path}/afsluiten`, { cookie });
    expect(refused.headers.get('location')).toBe(path);
    expect(await closedAt()).toBeNull();
    cookie = second;
    const question = await read(`${path}/afsluiten`);
    expect(question).toContain('Hierna kan niemand nog iets boeken met een datum in 2026.');
    const answers = await Promise.all([1, 2].map(() => site.post(`${path}/afsluiten`, { cookie })));
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual([path, path]);
    expect(await closedAt()).toEqual(newYear);
    const page = await read();
    expect(page).toContain('2026 is afgesloten');
    expect(page).toContain(`Blijft ${[50_000n, 50_000n, 0n].map(full).join(' ')}`);
    expect((await get(`${path}/afsluiten`)).headers.get('location')).toBe(path);
    expect(await read('/gemeente/jaareinde')).toContain('Er valt niets af te sluiten');
  });

  test('and what was left of it is called free nowhere', async () => {
    const year = 'jaar=2026';
    const places = [
      ...['/geld', '/wijken/hier', '/wijken/hier/boekingen', '/gemeente', '/gemeente/bronnen'],
      '/geld/boekingen?maat=left',
    ];
    for (const place of places) {
      const page = await (await get(`${place}${place.includes('?') ? '&' : '?'}${year}`)).text();
      expect(page.match(/>(Vrij|Nog vrij|Vrij in 2026)</g), place).toBeNull();
      expect(page, place).toMatch(/>(Over|Vrij in een later jaar|Over in 2026)</);
    }
  });

  test('takes no new promise of its own sources, and keeps its year end', async () => {
    const promise = { sourceId: lapsing.id, areaId: world.here, cents: euros(1), key: randomUUID() };
    const refused = expect.objectContaining({ code: 'periodClosed' });
    await expect(pledgeSource(later(), promise)).rejects.toEqual(refused);
    const division = {
      sourceId: lapsing.id,
      totalCents: euros(1),
      ...byInhabitants(euros(0)),
      key: randomUUID(),
    };
    await expect(divideYear(later(), { ...division, areaIds: [world.here] })).rejects.toEqual(refused);
    const [last] = await site.database.app.db
      .select()
      .from(journalEntry)
      .where(eq(journalEntry.kind, 'yearEnd'))
      .orderBy(desc(journalEntry.id))
      .limit(1);
    const page = await read(`/gemeente/boekingen/${last?.id}/terugdraaien`);
    expect(page).toContain('Het boekjaar 2026 is afgesloten.');
  });

  test('what stayed is free in the new year, under its own source', async () => {
    const page = await read('/wijken/hier/boekingen?jaar=2027');
    expect(page).toContain(full(100_000n));
    expect(await read('/gemeente/jaareinde/2027')).toContain(
      `Deels (2026) Hoogstens 25 % blijft ${full(100_000n)}`,
    );
  });
});

test('only a controller ends a year', async () => {
  for (const where of ['/gemeente/jaareinde', path, `${path}/afsluiten`]) {
    const payer = await site.signInAs(world.controller.personId, 'code');
    expect((await site.get(where, { cookie: payer })).status, where).toBe(303);
  }
  site.setNow(newYear);
  const answers = await Promise.all(
    [world.cookies.areaManager, world.cookies.payer].map((other) => site.get(path, { cookie: other })),
  );
  for (const { status } of answers) expect([303, 403]).toContain(status);
});
