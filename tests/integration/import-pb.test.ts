import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { importCommand } from '~/cli/import';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { encode, makeArea, snapshot, voteFile } from '../support/rounds';

const database = useDatabase();
useChecks(database);
const folder = mkdtempSync(join(tmpdir(), 'import-pb-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  await makeArea(database.owner.db, 'WK990101');
  await makeArea(database.owner.db, 'WK990102');
});

function save(name: string, content: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const small = save('small.pb', voteFile());
const area = ['--area', 'WK990101'];

/** What the command answers, prints and says. */
async function run(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  const code = await importCommand(args, { ...process.env, DATABASE_URL: database.url });
  const said = { code, out: out.mock.calls.flat(), err: err.mock.calls.flat() };
  vi.restoreAllMocks();
  return said;
}

describe('npm run import -- pb', () => {
  test('reads a file in and says so in one line; again it changes nothing', async () => {
    expect(await run('pb', small, ...area)).toEqual({
      code: 0,
      out: ['Ronde 1 is ingelezen: 3 plannen, 4 stemmen. De site telt de stemmen nu.'],
      err: [],
    });
    const before = await snapshot(database.owner.db);
    expect(await run('pb', '--area=WK990101', small)).toEqual({
      code: 0,
      out: ['Deze stemming was al ingelezen, als ronde 1. Er is niets veranderd.'],
      err: [],
    });
    expect(await snapshot(database.owner.db)).toBe(before);
  });

  test('knows a packed file from what is in it', async () => {
    const packed = save('small.pb.gz', gzipSync(voteFile()));
    expect((await run('pb', packed, ...area)).out).toEqual([
      'Deze stemming was al ingelezen, als ronde 1. Er is niets veranderd.',
    ]);
  });

  test('tells how far it is, not at the end', async () => {
    const packed = save('large.pb.gz', gzipSync(voteFile({ name: 'Groot', voters: 10_001 })));
    expect(await run('pb', packed, ...area)).toEqual({
      code: 0,
      out: ['Ronde 2 is ingelezen: 3 plannen, 10001 stemmen. De site telt de stemmen nu.'],
      err: ['5000 van 10001 stemmen ingelezen.', '10000 van 10001 stemmen ingelezen.'],
    });
  });

  const nothing = 'Er is niets veranderd.';
  const broken = new TextDecoder().decode(voteFile()).replace(';60;', ';1.000,5;');
  test.each([
    ['is not there', [join(folder, 'no.pb'), ...area], 'is er niet'],
    ['is not packed well', [save('bad.pb.gz', gzipSync(voteFile()).subarray(0, 60)), ...area], 'gzip'],
    [
      'holds wijken',
      ['tests/fixtures/wijken-small.geojson', ...area],
      'Dit is een JSON-bestand. Hier hoort een bestand met stemmen (.pb).',
    ],
    ['is no text', [save('pdf.pb', encode('%PDF-1.7')), ...area], 'Dit is een PDF.'],
    [
      'is not UTF-8',
      [save('latin.pb', Buffer.from(broken, 'latin1').fill(0xe9, 30, 31)), ...area],
      'Regel 3: ',
    ],
    ['is broken', [save('broken.pb', encode(broken)), ...area], `Regel 12, teken 3: dit is geen getal`],
    ['is of an area that is not there', [small, '--area', 'WK990109'], `gebied met code WK990109`],
    ['is of another area', [small, '--area', 'WK990102'], `al ingelezen bij Wijk WK990101`],
    [
      'does not fit',
      [save('rich.pb', encode(broken.replace('1.000,5', '99999999999999999999'))), ...area],
      'te groot',
    ],
  ])('says what is wrong with a file that %s, and changes nothing', async (_, args, text) => {
    const before = await snapshot(database.owner.db);
    const { code, out, err } = await run('pb', ...args);
    expect([code, out]).toEqual([1, []]);
    expect(err).toEqual([expect.stringContaining(text)]);
    if (!/is er niet|gzip/.test(text)) expect(err[0]).toContain(nothing);
    expect(await snapshot(database.owner.db)).toBe(before);
  });

  test('says what is odd, and reads a file that may lack a part only when that is accepted', async () => {
    const text = new TextDecoder()
      .decode(voteFile({ name: 'Half' }))
      .replace('budget', 'num_votes;9\nbudget');
    const half = save('half.pb', encode(text));
    const odd = 'Let op: Het bestand zegt: er zijn 9 stemmen. Er staan 4 stemmen in.';
    const before = await snapshot(database.owner.db);
    const { code, out, err } = await run('pb', half, ...area);
    expect([code, out, err[0]]).toEqual([1, [], odd]);
    expect(err[1]).toContain('--accept-notices');
    expect(err[1]).toContain(nothing);
    expect(await snapshot(database.owner.db)).toBe(before);
    expect(await run('pb', half, ...area, '--accept-notices')).toMatchObject({ code: 0, err: [odd] });
    expect(await run('pb', half, ...area)).toMatchObject({ code: 0, err: [odd] });
  });

  test('takes a round back with a reason, once', async () => {
    const take = (...args: string[]) => run('--withdraw', ...args);
    await run('pb', save('taken.pb', voteFile({ name: 'Terug' })), ...area);
    const [{ number } = { number: 0 }] = await database.owner.db.execute<{ number: number }>(
      sql`select number from round where name = 'Terug'`,
    );
    expect(await take(`${number}`, '--reason', ' ')).toMatchObject({ code: 1, out: [] });
    expect(await take(`${number}`, '--reason', 'Verkeerd bestand')).toEqual({
      ...{ code: 0, out: [`Ronde ${number} is ingetrokken. De reden staat op haar pagina.`], err: [] },
    });
    for (const [wrong, text] of [
      [`${number}`, `Ronde ${number} was al ingetrokken.`],
      ['999', 'Er is geen ronde 999.'],
    ] as const) {
      const { code, err } = await take(wrong, '--reason', 'Nog eens');
      expect([code, err]).toEqual([1, [`${text}\n${nothing}`]]);
    }
    for (const args of [
      [],
      [`${number}`],
      ['x', '--reason', 'y'],
      ['1', '2', '--reason', 'y'],
      ['1', '--waarom', 'y'],
    ]) {
      expect((await take(...args)).code).toBe(2);
    }
    expect(await run('pb', join(folder, 'taken.pb'), ...area)).toMatchObject({ code: 0, err: [] });
  });

  test.each([
    [[]],
    [['pb']],
    [['pb', small]],
    [['pb', ...area]],
    [['pb', small, '--area']],
    [['pb', small, '--area', '']],
    [['pb', small, small, ...area]],
    [['pb', small, ...area, '--gebied', 'x']],
    [['votes', small, ...area]],
    [['toString', small, ...area]],
  ])('says how it is used for %j', async (args) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, []]);
    expect(err.join()).toContain('npm run import -- pb BESTAND.pb --area CODE');
  });
});
