import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { countOfRound, inputHashOf, roundByNumber, rulesCounted } from '#db/reads/voting/round';
import { recountCommand } from '~/cli/recount';
import { visitor } from '~/domain/access/roles';
import { calendarDate } from '~/domain/calendar';
import { type PublishedOutcome } from '~/domain/voting/publication';
import { ruleNames } from '~/domain/voting/rule-names';
import { importRound } from '~/usecases/voting/import-round.server';
import { importWijken } from '~/usecases/area/import-wijken.server';
import { useChecks } from '../support/checks';
import { useSite } from '../support/site';

const site = useSite();
useChecks(site.database);

const act = () => ({
  db: site.database.app.db,
  actor: visitor,
  now: new Date('2026-03-03T10:00:00Z'),
  today: calendarDate('2026-03-03'),
  newId: randomUUID,
});

/** Equal shares gives b, c and e; most votes gives a, d and e; the city chose a, and d as an exception. */
const meta =
  'description;Buurtbudget\nnum_projects;5\nnum_votes;11\nbudget;100\nvote_type;approval\nrule;greedy\ncurrency;EUR\n';
const ballots = [...Array<string>(5).fill('a'), 'a,d', ...Array<string>(3).fill('b'), 'b,c', 'b,c'];
const votes = `VOTES\nvoter_id;vote\n${ballots.map((vote, place) => `v${place};${vote}\n`).join('')}`;
const withCity = `META\nkey;value\n${meta}comment;#1: Selected 2 is an award. #2: Bring a friend.\nPROJECTS\nproject_id;cost;name;selected\na;65;Arend;1\nb;50;Bank;0\nc;40;Cactus;0\nd;30;Dak;2\ne;5;Egel;0\n${votes}`;
const withParts = `META\nkey;value\n${meta}budget_per_category;60,40\nPROJECTS\nproject_id;cost;name\na;65;Arend\nb;50;Bank\nc;40;Cactus\nd;30;Dak\ne;5;Egel\n${votes}`;
const bare = withParts.replace(/budget_per_category.*\n/, '');

/** Reads a round in and waits until the site has counted it by so many rules. */
async function counted(text: string, rules: number = ruleNames.length): Promise<number> {
  const { db } = site.database.app;
  const { number } = await importRound(act(), new TextEncoder().encode(text), { areaCode: 'WK990201' });
  const { round } = (await roundByNumber(db, number))!;
  await vi.waitFor(async () => expect(await rulesCounted(db, round.id)).toHaveLength(rules), 60_000);
  return number;
}

/** From now on no count by most votes is kept, as if somebody were still at it. */
async function stopGreedy(): Promise<void> {
  const { db } = site.database.owner;
  await db.execute(
    sql`create function leave_out() returns trigger language plpgsql as 'begin return null; end'`,
  );
  await db.execute(sql`create trigger leave_out before insert on round_count
    for each row when (new.rule = 'greedy') execute function leave_out()`);
}

let city = 0;
let parts = 0;
let plain = 0;
beforeAll(async () => {
  await importWijken(act(), readFileSync('tests/fixtures/wijken-small.geojson', 'utf8'), { year: 2024 });
  city = await counted(withCity);
  parts = await counted(withParts);
  await stopGreedy();
  plain = await counted(bare, ruleNames.length - 1);
});

/** The words of a page from one heading to the next of its level. */
async function section(path: string, heading: string): Promise<string> {
  const answer = await site.get(path);
  expect(answer.status, path).toBe(200);
  const page = (await answer.text()).replaceAll(/<script[\s\S]*?<\/script>|<!-- -->/g, '');
  const parts = page.split(/(?=<h2)/).map((part) =>
    part
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('\u00a0', ' ')
      .replaceAll(/\s+/g, ' '),
  );
  return parts.find((part) => part.trim().startsWith(heading)) ?? '';
}

async function outcomeJson(number: number, rule = ''): Promise<PublishedOutcome> {
  const answer = await site.get(`/stemrondes/${number}/uitslag.json${rule && `?regel=${rule}`}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as PublishedOutcome;
}

describe('the download of the ballots', () => {
  test('is what was counted, to the byte', async () => {
    const answer = await site.get(`/stemrondes/${city}/stemmen.pb`);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="stemronde-${city}.pb"`);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { round } = (await roundByNumber(site.database.app.db, city))!;
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(hash).toBe(await inputHashOf(site.database.app.db, round.id));
    expect(bytes.toString()).toContain('\n6;a,d\n');
    expect(bytes.toString()).not.toContain('v5');
  });

  test('is not made again for whoever has it', async () => {
    const path = `/stemrondes/${city}/stemmen.pb`;
    const tag = (await site.get(path)).headers.get('etag') ?? '';
    const again = await site.get(path, { headers: { 'If-None-Match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await site.get(path, { headers: { 'If-None-Match': 'W/"x"' } })).status).toBe(200);
  });
});

describe('the download of an outcome', () => {
  test.each(ruleNames)('by %s is what was stored', async (rule) => {
    const { round } = (await roundByNumber(site.database.app.db, city))!;
    const stored = (await countOfRound(site.database.app.db, round.id, rule))!;
    const published = await outcomeJson(city, rule);
    expect(published).toMatchObject({
      schema: 'wijkkas-outcome-1',
      round: { number: city, name: 'Buurtbudget', area: 'Dorp' },
      ballots: { file: `stemronde-${city}.pb`, sha256: stored.inputSha256 },
      rule: { name: rule },
    });
    expect(published.outcome).toEqual(stored.report);
  });

  test('is by the usual rule when none is asked, and has a name of its own', async () => {
    expect((await outcomeJson(city)).rule.name).toBe('mes-cost-add1');
    const answer = await site.get(`/stemrondes/${city}/uitslag.json?regel=greedy`);
    expect(answer.headers.get('content-disposition')).toContain(`"stemronde-${city}-greedy.json"`);
  });

  test.each([
    ['a round that is not there', () => '/stemrondes/999/uitslag.json'],
    ['ballots that are not there', () => '/stemrondes/999/stemmen.pb'],
    ['a count that is not there yet', () => `/stemrondes/${plain}/uitslag.json?regel=greedy`],
  ])('is refused for %s', async (_, path) => {
    expect((await site.get(path())).status).toBe(404);
  });
});

describe('counting the downloads again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'downloads-'));
  afterEach(() => vi.restoreAllMocks());
  afterAll(() => rmSync(folder, { recursive: true }));

  test('matches for every rule', async () => {
    const save = async (path: string) => {
      const answer = await site.get(path);
      const name = /filename="(.*)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
      writeFileSync(join(folder, name), Buffer.from(await answer.arrayBuffer()));
    };
    await save(`/stemrondes/${city}/stemmen.pb`);
    for (const rule of ruleNames) await save(`/stemrondes/${city}/uitslag.json?regel=${rule}`);
    let out = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text, done?: unknown) => {
      out += String(text);
      if (done instanceof Function) done();
      return true;
    });
    expect(await recountCommand([folder])).toBe(0);
    const { matches, outcomes } = JSON.parse(out) as { matches: boolean; outcomes: unknown[] };
    expect([matches, outcomes.length]).toEqual([true, ruleNames.length]);
  });
});

describe('beside an outcome stands', () => {
  const outcome = (number: number, rule = '') => `/stemrondes/${number}/uitslag${rule && `?regel=${rule}`}`;

  test('whom it reaches', async () => {
    const text = await section(outcome(city), 'Hoeveel stemmers kregen iets');
    expect(text).toContain('5 van de 11 stemmers kregen minstens één plan.');
    expect(text).toContain('Gemiddeld kreeg een stemmer 0,6 plannen');
    expect(text).toContain('0 plannen 6 54,5 % 1 plan 3 27,2 % 2 plannen 2 18,1 %');
    expect(await section(outcome(city, 'greedy'), 'Hoeveel stemmers')).toContain('6 van de 11 stemmers');
  });

  test('what the other rules give', async () => {
    const text = await section(outcome(city), 'Wat als we anders');
    expect(text).toContain('Meeste stemmen');
    expect(text).toContain('Gekozen plannen 3 Geld gebruikt € 100 Stemmers met minstens één plan 6 (54 %)');
    expect(text).toContain('Dan wel gekozen: Arend Dak Dan niet gekozen: Bank Cactus');
    expect(text.match(/Deze uitslag zie je nu/g)).toHaveLength(1);
    const page = await (await site.get(outcome(city))).text();
    for (const rule of ruleNames.slice(1)) expect(page).toContain(`href="${outcome(city, rule)}"`);
    expect(await section(outcome(city, 'greedy'), 'Wat als we anders')).toContain(
      'Dan wel gekozen: Bank Cactus Dan niet gekozen: Arend Dak',
    );
  });

  test('that another rule is still being counted', async () => {
    expect(await section(outcome(plain), 'Wat als we anders')).toContain('Deze telling is nog niet klaar.');
    expect(await section(outcome(city), 'Wat als we anders')).not.toContain('nog niet klaar');
  });

  test('what the city chose, and why that differs', async () => {
    const text = await section(outcome(city), 'Wat koos de stad zelf?');
    expect(text).toContain('De stad telde zo: meeste stemmen.');
    expect(text).toContain('De stad koos 2 plannen. In de uitslag op deze pagina is geen daarvan gekozen.');
    const rows = [
      'Arend € 65 Niet gekozen Gekozen De stad telde anders: meeste stemmen.',
      'Dak € 30 Niet gekozen Gekozen Het bestand noemt dit een uitzondering.',
      'Bank € 50 Gekozen Niet gekozen De stad telde anders: meeste stemmen.',
      'Cactus € 40 Gekozen Niet gekozen De stad telde anders: meeste stemmen.',
      'Egel € 5 Gekozen Niet gekozen We weten niet waarom.',
    ];
    expect(text).toContain(rows.join(' '));
    expect(text).toContain('Selected 2 is an award. Bring a friend.');
    expect(text).not.toContain('eigen budget');
  });

  test('that the city counted with parts of the budget', async () => {
    const text = await section(outcome(parts), 'Hoe telde de stad zelf?');
    expect(text).toContain('De stad had een eigen budget voor elke soort plan.');
    expect(text).toContain('Het bestand zegt niet welke plannen de stad koos.');
  });

  test('nothing of the city where the file says nothing', async () => {
    expect(await (await site.get(outcome(plain))).text()).not.toContain('de stad zelf');
  });

  test('how to count it again', async () => {
    const text = await section(outcome(city, 'greedy'), 'Reken zelf na');
    const { ballots: file } = await outcomeJson(city);
    expect(text.replaceAll(' ', '')).toContain(file.sha256);
    expect(text).toContain('npm run --silent recount -- MAP');
    const page = await (await site.get(outcome(city, 'greedy'))).text();
    for (const path of ['stemmen.pb', 'uitslag.json?regel=greedy', 'stembiljet?regel=greedy'])
      expect(page).toContain(`href="/stemrondes/${city}/${path}"`);
  });

  test('the same in English', async () => {
    const cookie = (
      await site.post('/taal', { body: { locale: 'en', returnTo: '/' } })
    ).headers.getSetCookie()[0];
    const page = await (await site.get(outcome(city), { cookie: cookie?.split(';')[0] })).text();
    for (const title of ['What if we had counted otherwise?', 'Check it yourself'])
      expect(page).toContain(title);
  });
});
