import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ballotsFile, outcomeFile } from '~/domain/voting/publication';
import { type RuleName } from '~/domain/voting/rule-names';
import { publishedOutcome } from '../../tests/support/publication';
import { recountCommand } from './recount';

const root = mkdtempSync(join(tmpdir(), 'recount-'));
afterAll(() => rmSync(root, { recursive: true }));

const ballots =
  'META\nkey;value\nbudget;100,50\nvote_type;approval\nPROJECTS\nproject_id;cost;selected\n1;60;1\n2;50;0\n3;40;1\nVOTES\nvoter_id;vote\na;1,2\nb;2\nc;3,2\n';

type Change = (published: Record<string, Record<string, unknown>>) => void;

/** An outcome as a site publishes it, with what somebody did to it. */
function outcomeOf(text: string, name: RuleName, change: Change = () => {}): string {
  const published = publishedOutcome(new TextEncoder().encode(text), name);
  const copy = JSON.parse(JSON.stringify(published)) as Parameters<Change>[0];
  change(copy);
  return JSON.stringify(copy);
}

/** A new folder with these files; answers where one of them is. */
function folderWith(files: Record<string, string | Uint8Array>): (name?: string) => string {
  const folder = mkdtempSync(join(root, 'f'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return (name = '') => join(folder, name);
}

const pb = ballotsFile(1);
const usual = outcomeFile(1, 'mes-cost-add1');
const greedy = outcomeFile(1, 'greedy');
const good = { [pb]: ballots, [usual]: outcomeOf(ballots, 'mes-cost-add1') };

let out = '';
let err = '';
beforeEach(() => {
  out = '';
  err = '';
  const write = (text: string | Uint8Array, done?: unknown) => {
    out += String(text);
    if (done instanceof Function) done();
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(write);
  vi.spyOn(console, 'error').mockImplementation((text) => void (err += `${String(text)}\n`));
});
afterEach(() => vi.restoreAllMocks());

type Recounted = {
  matches: boolean;
  outcomes: { file: string; ballots: string; rule: string; matches: boolean; differences: string[] }[];
};

async function run(...args: string[]) {
  const code = await recountCommand(args);
  return { code, reported: out === '' ? undefined : (JSON.parse(out) as Recounted) };
}

const whole = {
  matches: true,
  outcomes: [{ file: usual, ballots: pb, rule: 'mes-cost-add1', matches: true, differences: [] }],
};

describe('counting a published outcome again', () => {
  test.each([
    ['its outcome', usual],
    ['its ballots', pb],
    ['its folder', ''],
  ])('matches by %s', async (_, name) => {
    const at = folderWith(good);
    expect(await run(at(name))).toEqual({ code: 0, reported: whole });
    expect(err).toBe('');
  });

  test.each([
    ['its outcome', usual],
    ['its ballots', `${pb}.gz`],
    ['its folder', ''],
  ])('matches packed ballots by %s', async (_, name) => {
    const at = folderWith({ ...good, [`${pb}.gz`]: gzipSync(ballots) });
    rmSync(at(pb));
    expect(await run(at(name))).toEqual({ code: 0, reported: whole });
  });

  test('takes every outcome of a folder, or those that name the ballots', async () => {
    const other: Change = (published) => (published.ballots!.file = 'other.pb');
    const at = folderWith({
      ...good,
      [greedy]: outcomeOf(ballots, 'greedy'),
      'stemronde-2-greedy.json': outcomeOf(ballots, 'greedy', other),
      'notes.json': '{"schema":"notes"}',
      'readme.txt': 'Hoi',
    });
    const { code, reported } = await run(at());
    expect([code, reported?.matches]).toEqual([1, false]);
    expect(reported?.outcomes.map(({ file, matches }) => [file, matches])).toEqual([
      [greedy, true],
      [usual, true],
      ['stemronde-2-greedy.json', false],
    ]);
    expect(err).toContain(`Overgeslagen: ${at('notes.json')} is geen uitslag`);
    expect(err).toContain(`Het bestand ${at('other.pb')} is er niet`);
    out = '';
    const byBallots = await run(at(pb));
    expect([byBallots.code, byBallots.reported?.outcomes.map(({ file }) => file)]).toEqual([
      0,
      [greedy, usual],
    ]);
  });
});

describe('what does not match is named', () => {
  test('one changed vote', async () => {
    const at = folderWith({ ...good, [pb]: ballots.replace('c;3,2', 'c;1,3') });
    const { code, reported } = await run(at(usual));
    expect([code, reported?.matches]).toEqual([1, false]);
    expect(reported?.outcomes[0]?.differences).toEqual(
      expect.arrayContaining([
        'ballots.sha256',
        'endowment',
        'reach',
        'rounds 2: payment',
        'projects 1: votes',
      ]),
    );
    expect(err).toContain(`${at(usual)} klopt niet. Dit is anders: ballots.sha256, `);
  });

  test('ballots that cannot be read', async () => {
    const at = folderWith({ ...good, [pb]: ballots.replace(';60', ';x') });
    const { code, reported } = await run(at(usual));
    expect([code, reported?.outcomes[0]?.differences]).toEqual([
      1,
      ['ballots.sha256', 'Regel 7, teken 3: dit is geen getal: x.'],
    ]);
  });

  test.each<[string, Change, string[]]>([
    ['another hash', ({ ballots }) => (ballots!.sha256 = '0'.repeat(64)), ['ballots.sha256']],
    ['another total', ({ outcome }) => (outcome!.total = 91), ['total']],
    ['another reach', ({ outcome }) => (outcome!.reach = [0, 3]), ['reach']],
    ['other city winners', ({ outcome }) => (outcome!.city = null), ['city']],
    ['another step', ({ rule }) => (rule!.step = 10), ['rule.step']],
    ['a rule with more', ({ rule }) => (rule!.comparison = 'any'), ['rule.comparison']],
    ['another mode', ({ outcome }) => (outcome!.mode = 'points'), ['mode']],
  ])('%s', async (_, change, differences) => {
    const at = folderWith({ ...good, [usual]: outcomeOf(ballots, 'mes-cost-add1', change) });
    const { code, reported } = await run(at(usual));
    expect([code, reported?.outcomes[0]?.differences]).toEqual([1, differences]);
  });
});

describe('what cannot be counted is said', () => {
  const change = (what: Change) => outcomeOf(ballots, 'mes-cost-add1', what);
  test.each([
    ['ballots that are not there', { [usual]: good[usual]! }, 'is er niet'],
    [
      'ballots that are not packed',
      { [usual]: good[usual]!, [`${pb}.gz`]: gzipSync(ballots).subarray(0, 60) },
      'gzip',
    ],
    ['no JSON', { ...good, [usual]: '{"schema":' }, 'is geen geldige JSON'],
    ['no object', { ...good, [usual]: 'null' }, 'is geen uitslag van Wijkkas'],
    ['another form', { ...good, [usual]: change((it) => (it.schema = 'x' as never)) }, 'is geen uitslag'],
    ['an unknown rule', { ...good, [usual]: change(({ rule }) => (rule!.name = 'best')) }, 'is geen uitslag'],
    ['a path', { ...good, [usual]: change((it) => (it.ballots!.file = '../a.pb')) }, 'is geen uitslag'],
    ['no outcome', { ...good, [usual]: change((it) => delete it.outcome) }, 'is geen uitslag'],
  ])('%s', async (_, files, text) => {
    const { code, reported } = await run(folderWith(files)(usual));
    expect([code, reported?.matches, reported?.outcomes[0]?.rule]).toEqual([1, false, null]);
    expect(reported?.outcomes[0]?.differences[0]).toContain(text);
    expect(err).toContain(text);
  });

  test('a broken file in a folder, beside a good one', async () => {
    const at = folderWith({ ...good, [greedy]: '{' });
    const { code, reported } = await run(at());
    expect([code, reported?.outcomes.map(({ matches }) => matches)]).toEqual([1, [false, true]]);
  });

  test.each(['nothing.json', 'nothing.pb', 'nothing'])('%s', async (name) => {
    const { code, reported } = await run(join(root, name));
    expect([code, reported?.outcomes[0]?.differences[0]]).toEqual([1, expect.stringContaining('is er niet')]);
  });
});

test.each([[[]], [['--all']], [['a', 'b']]])('says how it is used for %j', async (args) => {
  expect((await run(...args)).code).toBe(2);
  expect([out, err.includes('BESTAND|MAP')]).toEqual(['', true]);
});

test.each([
  ['a folder', ''],
  ['ballots', pb],
])('finds nothing at %s without an outcome', async (_, name) => {
  const at = folderWith({ [pb]: ballots });
  expect((await run(at(name))).code).toBe(2);
  expect([out, err.includes('geen uitslag om na te tellen')]).toEqual(['', true]);
});
