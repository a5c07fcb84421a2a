import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { countOfRound, countProgress, projectsOfRound, roundByNumber } from '#db/reads/voting/round';
import { calendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { PabulibError } from '~/formats/pabulib/problem';
import { readPabulib } from '~/formats/pabulib/read';
import { type RuleName, ruleNames, usualRule } from '~/domain/voting/rule-names';
import { countRounds } from '~/usecases/voting/count-rounds.server';
import { importRound } from '~/usecases/voting/import-round.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { columnsOf } from '../support/good-row';
import { edgeBytes, edgeCases, electionBytes, expectedOf, goldenNames } from '../support/pabulib';
import { counter, encode, makeArea, now, operator, snapshot, voteFile } from '../support/rounds';

const database = useDatabase();
useChecks(database);
const areaCode = 'WK990101';

beforeAll(async () => {
  await makeArea(database.owner.db, areaCode);
  await makeArea(database.owner.db, 'WK990102');
});

const importBytes = (
  bytes: Uint8Array,
  code = areaCode,
  more: Partial<Parameters<typeof importRound>[2]> = {},
) => importRound(operator(database.app.db), bytes, { areaCode: code, ...more });
const countAll = () => countRounds({ db: database.app.db, now: () => now }, counter);

/** What a file is refused with; nothing may change. */
async function refusalOf(bytes: Uint8Array, code = areaCode): Promise<unknown> {
  const before = await snapshot(database.owner.db);
  const error: unknown = await importBytes(bytes, code).then(
    () => 'imported',
    (reason: unknown) => reason,
  );
  expect(await snapshot(database.owner.db)).toBe(before);
  if (error instanceof PabulibError) return [error.code, error.place.line, error.place.column];
  return error instanceof DomainError ? error.code : error;
}

/** Who won a round by each rule, as it was stored. */
async function winnersOf(number: number): Promise<Partial<Record<RuleName, readonly string[]>>> {
  const { round } = (await roundByNumber(database.app.db, number)) ?? expect.fail();
  const counts = ruleNames.map((rule) => countOfRound(database.app.db, round.id, rule));
  return Object.fromEntries(
    (await Promise.all(counts)).map((count, index) => [ruleNames[index], count?.report.completed]),
  );
}

/** A vote without voters over so many free projects with ids of so many signs. */
function emptyVote({ projects = 1, budget = '1', id = (n: number) => `${n}` } = {}): Uint8Array {
  const rows = Array.from({ length: projects }, (_, place) => `${id(place)};0\n`).join('');
  return encode(
    `META\nkey;value\nbudget;${budget}\nvote_type;approval\nPROJECTS\nproject_id;cost\n${rows}VOTES\nvoter_id;vote\n`,
  );
}

describe('a vote that was held elsewhere', () => {
  test('comes in as a round, and is counted by every rule', async () => {
    const reported: number[] = [];
    const imported = await importBytes(voteFile(), areaCode, { onProgress: (done) => reported.push(done) });
    expect(imported).toEqual({ number: 1, projects: 3, voters: 4, created: true });
    expect(reported).toEqual([4]);
    const { round, area } = (await roundByNumber(database.app.db, 1)) ?? expect.fail();
    expect(area.name).toBe(`Wijk ${areaCode}`);
    expect(round).toMatchObject({
      ...{ name: 'Buurtbudget', place: 'Vierstromen', currency: 'EUR', voteType: 'approval' },
      ...{ budgetCents: 10_000n, beganOn: '2025-03-01', endedOn: '2025-03-15', year: 2025 },
    });
    const projects = await projectsOfRound(database.app.db, round.id);
    expect(projects.map(({ key, name, costCents, chosen }) => [key, name, costCents, chosen])).toEqual([
      ['a', 'Bankjes', 6_000n, 1],
      ['b', 'Bomen', 5_050n, 0],
      ['c', 'Zandbak', 4_000n, 2],
    ]);
    expect(await countAll()).toBe(6);
    expect(await countProgress(database.app.db, round.id)).toMatchObject({ done: 6, total: 6, failed: null });
    expect((await countOfRound(database.app.db, round.id, 'greedy'))?.report).toMatchObject({
      ...{ voters: 4, completed: ['b', 'c'], completedTotal: 90.5, reach: [1, 3] },
      city: { selected: ['a', 'c'], exceptions: ['c'] },
    });
    expect(await countAll()).toBe(0);
  });

  test('changes nothing when it comes in again, and uses up no number', async () => {
    const before = await snapshot(database.owner.db);
    expect(await importBytes(voteFile())).toEqual({ number: 1, projects: 3, voters: 4, created: false });
    expect(await snapshot(database.owner.db)).toBe(before);
    expect(await importBytes(voteFile({ name: 'Tweede' }))).toMatchObject({ number: 2, created: true });
  });

  test('leaves behind who voted, their age and sex, and who made a project', async () => {
    const marked = new TextDecoder()
      .decode(voteFile({ name: 'Gemerkt', type: 'cumulative' }))
      .replace('name;selected', 'name;selected;proposer')
      .replace(/^([abc];.*;\d)$/gm, '$1;J. Janssen-Voorsteller')
      .replace(/;(\d\d);F;internet$/gm, ';leeftijd-$1;geslacht-F;via-internet');
    expect(marked).toContain('kiezer-1;b;1;leeftijd-19;geslacht-F;via-internet');
    const { number } = await importBytes(encode(marked));
    await countAll();
    const everything = await allRows();
    expect(everything).toContain('Gemerkt');
    expect(everything).not.toMatch(/kiezer-|leeftijd|geslacht|via-internet|Janssen|internet/);
    const { round } = (await roundByNumber(database.app.db, number)) ?? expect.fail();
    expect(everything.match(new RegExp(`\\(${round.id},1,.*\\)`, 'g'))).toContain(
      `(${round.id},1,"{0,1}","{1000000,2000000}")`,
    );
  });

  test('is refused for another area, or an area that is not there', async () => {
    expect(await refusalOf(voteFile(), 'WK990102')).toBe('fileKnown');
    expect(await refusalOf(voteFile({ name: 'Derde' }), 'WK990109')).toBe('notFound');
    expect(await refusalOf(voteFile(), 'WK990109')).toBe('notFound');
  });

  test('is refused where it is broken, with line and column', async () => {
    const text = new TextDecoder().decode(voteFile());
    expect(await refusalOf(encode(text.replace(';60;', ';1.000,5;')))).toEqual(['numberInvalid', 12, 3]);
    expect(await refusalOf(encode(text.replace('a,b;18', 'a,x;18')))).toEqual(['projectUnknown', 17, 12]);
    expect(await refusalOf(encode(text.replace('Zandbak', 'Z\0')))).toBe('fileUnreadable');
    expect(await refusalOf(new Uint8Array())).toEqual(['sectionMissing', 1, 1]);
  });

  test('is refused where it does not fit', async () => {
    const long = () => randomBytes(1500).toString('hex');
    const manyKeys = Array.from({ length: 32_770 }, (_, n) => `k${n};1\n`).join('');
    const text = new TextDecoder().decode(voteFile());
    for (const bytes of [
      emptyVote({ budget: '10000000000000000,01' }),
      emptyVote({ budget: '99999999999999999999' }),
      encode(text.replace('a;60', 'a;10000000000000001')),
      emptyVote({ projects: 32_768 }),
      emptyVote({ id: long }),
      encode(text.replace('unit;', `${long()};1\nunit;`)),
      encode(text.replace('unit;', `${manyKeys}unit;`)),
    ]) {
      expect(await refusalOf(bytes)).toBe('fileTooLarge');
    }
  });

  test.each([
    ['nobody voted', emptyVote(), { projects: 1, voters: 0 }],
    ['there is nothing to choose', emptyVote({ projects: 0 }), { projects: 0, voters: 0 }],
    [
      'there is nothing to choose and somebody voted',
      encode(`${new TextDecoder().decode(emptyVote({ projects: 0 }))}x;\n`),
      { projects: 0, voters: 1 },
    ],
  ])('comes in and is counted where %s', async (_, bytes, sizes) => {
    const { number, ...imported } = await importBytes(bytes);
    expect(imported).toEqual({ ...sizes, created: true });
    expect(await countAll()).toBe(6);
    expect(Object.values(await winnersOf(number)).map((won) => won?.length)).toEqual(
      ruleNames.map(() => sizes.projects),
    );
  });
});

/** Every row of every table, as text. */
async function allRows(): Promise<string> {
  const tables = new Set((await columnsOf(database.owner.db)).map(({ table }) => table));
  const texts: string[] = [];
  for (const table of tables) {
    const rows = await database.owner.db.execute(
      sql`select row::text as text from ${sql.identifier(table)} row`,
    );
    texts.push(rows.map(({ text }) => String(text)).join('\n'));
  }
  return texts.join('\n');
}

const { valid, invalid } = edgeCases();
const noEdges = Object.keys(valid).length === 0;

describe.skipIf(noEdges)('hand-made cases (skipped where ../shared/data is absent)', () => {
  test('all of them are there', () => {
    expect([Object.keys(valid).length, Object.keys(invalid).length]).toEqual([25, 13]);
  });

  test.each(Object.entries(valid))('%s comes in and is counted', async (name, { runs }) => {
    const { number } = await importBytes(edgeBytes(`${name}.pb`), areaCode, { acceptNotices: true });
    await countAll();
    const winners = await winnersOf(number);
    for (const rule of ruleNames) {
      const run = runs[rule];
      expect([rule, winners[rule]]).toEqual([rule, run ? (run.completed ?? run.selected) : winners[rule]]);
    }
    expect(winners[usualRule]).toBeDefined();
  });

  test.each(Object.entries(invalid))('%s is refused', async (name, { file }) => {
    const place = [expect.any(String), expect.any(Number), expect.any(Number)];
    expect(await refusalOf(edgeBytes(file))).toEqual(name === 'not-utf8' ? 'fileUnreadable' : place);
  });
});

const names = goldenNames();
const sized = names.map((name) => ({ name, ...expectedOf(name) })).sort((a, b) => a.numVotes - b.numVotes);
const quick = sized.filter(({ numVotes }) => numVotes < 4000);
const large = sized.filter(({ numVotes }) => numVotes >= 4000);

describe.skipIf(names.length === 0)('every election on file (skipped where ../shared is absent)', () => {
  test('all of them are there', () => {
    expect([names.length, quick.length]).toEqual([46, 27]);
  });

  test.each(quick)('$name comes in, and comes out as expected by every rule', async (expected) => {
    const { name, numProjects: projects, numVotes: voters, runs } = expected;
    const { number, ...imported } = await importBytes(electionBytes(name));
    expect(imported).toEqual({ projects, voters, created: true });
    expect(await countAll()).toBe(6);
    const mode = Object.keys(runs)[0]?.split('/')[0];
    for (const [rule, won] of Object.entries(await winnersOf(number))) {
      const run = runs[`${mode}/${rule}`] ?? expect.fail();
      expect([rule, won]).toEqual([rule, run.completed ?? run.selected]);
    }
  });

  test('nothing is left of the ids by which their voters went', async () => {
    const { votes } = readPabulib(electionBytes('Netherlands_Assen_2024'));
    const everything = await allRows();
    expect(votes.filter(({ voter }) => everything.includes(voter))).toEqual([]);
  });

  test.each(large)('$name comes in', async ({ name, numProjects: projects, numVotes: voters }) => {
    expect(await importBytes(electionBytes(name))).toMatchObject({ projects, voters, created: true });
  });

  const year = (own: number) => ({ beganOn: null, endedOn: null, year: own });
  test.each([
    ['Amsterdam_179', 'Bloemenbuurt', { place: 'Noord, Amsterdam', ...year(2020) }],
    ['Amsterdam_212', 'Oost Begroot Oud Oost', { place: 'Oost, Amsterdam', ...year(2020) }],
    ['Amsterdam_252', 'Centrum Begroot', { place: 'Centrum, Amsterdam', ...year(2020) }],
    ['Amsterdam_285', 'Geuzenveld Slotermeer', { place: 'Nieuw-West, Amsterdam', ...year(2020) }],
    ['Amsterdam_309', 'West Begroot', { place: 'West, Amsterdam', ...year(2020) }],
    ['Amsterdam_515', 'Weesp Begroot', { place: 'Weesp, Amsterdam', ...year(2021) }],
    ['Amsterdam_604', 'Oost Begroot Oud Oost', { place: 'Oost, Amsterdam', ...year(2022) }],
    ['Amsterdam_643', 'Buurtbudget Sloterdijk', { place: 'Nieuw-West, Amsterdam', ...year(2022) }],
    [
      'Assen_2024',
      'Assen Top Idee',
      {
        place: 'Assen',
        ...{ beganOn: calendarDate('2024-03-31'), endedOn: calendarDate('2024-04-15'), year: 2024 },
      },
    ],
  ])('Netherlands_%s is %s', async (file, name, facts) => {
    const { number, created } = await importBytes(electionBytes(`Netherlands_${file}`));
    const { round } = (await roundByNumber(database.app.db, number)) ?? expect.fail();
    expect(created).toBe(false);
    expect(round).toMatchObject({ ...facts, currency: 'EUR' });
    expect(round.name).toContain(name);
  });
});

describe('the most that fits', () => {
  test('comes in', async () => {
    const most = emptyVote({ projects: 32_767, budget: '10000000000000000' });
    expect(await importBytes(most)).toMatchObject({ projects: 32_767, created: true });
  });
});
