import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { plantRooms } from '~/cli/bench/plant-rooms';
import { type Act, may } from '../../app/domain/access/policy';
import { doorsOf, standAt } from '../access/doors';
import { now } from '../support/council-world';
import { makeFormWorld, type FormWorld } from '../support/form-world';
import { useSite } from '../support/site';

/** Every page with a list of 50,000 behind it: the answer stays one page, and comes. Big rooms of the reliability plan. */
const it = useSite();
const longest = { letters: 300_000, ms: 10_000 };
/** Pages that want a letter's secret, a code that was asked for or work that is not there, or lead on: no list stands on them. */
const noLists = [
  'aanmelden/code',
  'aanmelden/raad/code',
  'gemeente/jaareinde',
  'gemeente/taken/:id',
  'gemeente/toekenningen/:number/rekeningnummer/bevestigen',
  'meedoen/:token',
  'mijn/uitnodigingen/:id',
  'mijn/wijk/inloggen',
  'post/:token',
  'stemrondes/:number',
  'uitnodiging/:token',
  'uitnodiging/:token/beginnen',
];
/** What is no page to look at: a file of the whole, or nothing to list. */
const files = /\.(csv|hledger|xml|pb|json)$|^\*$/;

type Page = { path: string; cookie: string };
const pages: Record<string, Page> = {};
let patterns: string[] = [];

async function pageOf(world: FormWorld, pattern: string, read: Act): Promise<Page> {
  const { path, subject } = standAt(world, pattern, read);
  const caller = world.callers.find(({ actor }) => may(actor, read, { demo: true, ...subject }).allow);
  const { personId } = caller?.actor ?? {};
  const cookie = personId && caller?.assurance ? await it.signInAs(personId, caller.assurance) : '';
  return { path: world.ready[pattern] ?? path, cookie };
}

beforeAll(async () => {
  it.setNow(now);
  it.site.config.demo = true;
  const world = await makeFormWorld(it.database);
  const doors = doorsOf(await it.built.build()).filter(
    ({ id, pattern }) => id !== 'root' && !files.test(pattern),
  );
  for (const { pattern, module } of doors) {
    if (!module.default || noLists.includes(pattern)) continue;
    pages[pattern] = await pageOf(world, pattern, module.handle?.access?.read as Act);
  }
  patterns = Object.keys(pages);
  const me = world.callers.find(({ actor }) => actor.personId !== null);
  await plantRooms(it.database.owner.db, me?.actor.personId ?? '');
}, 180_000);

describe('a page of the site with 50,000 rows of every kind behind it', () => {
  test('is one page, and comes', async () => {
    const found: Record<string, string> = {};
    for (const pattern of patterns) {
      const { path, cookie } = pages[pattern] ?? { path: '', cookie: '' };
      const started = performance.now();
      const answer = await it.get(path, { cookie });
      const text = await answer.text();
      const ms = Math.round(performance.now() - started);
      const right = answer.status === 200 && text.length <= longest.letters && ms <= longest.ms;
      if (!right) found[pattern] = `${path} ${answer.status}, ${text.length} letters, ${ms} ms`;
    }
    expect(patterns.length).toBeGreaterThan(50);
    expect(found).toEqual({});
  });

  test('is let go of when it was read: no timer holds it and all it was made of', async () => {
    const [set, cleared] = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'clearTimeout')];
    for (let page = 0; page < 3; page += 1) {
      it.site.publicVersion.raise();
      await (await it.get('/geld')).text();
    }
    const timers = set.mock.results.filter((_, index) => set.mock.calls[index]?.[1] === 11_000);
    expect(timers.length).toBe(3);
    const left = () => timers.filter(({ value }) => !cleared.mock.calls.some(([timer]) => timer === value));
    await expect.poll(left).toEqual([]);
    vi.restoreAllMocks();
  });
});

test('a file has each of 50,000 rows once', async () => {
  const [found] = await it.database.owner.db.execute<{ year: number; lines: number }>(sql`
    select extract(year from effective_on)::int as year, count(*)::int as lines
    from posting join journal_entry on journal_entry.id = entry_id group by 1 order by 2 desc limit 1`);
  const text = await (await it.get(`/geld/journaal.csv?jaar=${found?.year}`)).text();
  const rows = text.trimEnd().split('\r\n').slice(1);
  expect(found?.lines).toBeGreaterThan(100_000);
  expect([rows.length, new Set(rows).size]).toEqual([found?.lines, found?.lines]);
});
