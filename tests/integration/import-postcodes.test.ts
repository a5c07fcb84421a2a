import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { somePostcode, wijkByPostcode } from '#db/reads/area/postcode';
import { importCommand } from '~/cli/import';
import { visitor } from '~/domain/access/roles';
import { calendarDate } from '~/domain/calendar';
import { importPostcodes } from '~/usecases/area/import-postcodes.server';
import { importWijken } from '~/usecases/area/import-wijken.server';
import { useDatabase } from '../support/database';
import { zipOf } from '../support/zip';

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'postcodes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const today = calendarDate('2026-03-03');
const context = () => ({
  db: database.app.db,
  actor: visitor,
  now: new Date('2026-03-03T10:00:00Z'),
  today,
  newId: () => crypto.randomUUID(),
});

const head = 'PC6;Huisnummer;Buurt2024;Wijk2024;Gemeente2024';
const other = '8011AA;1;BU01930100;WK019301;GM0193';
/** Dorp, Dorp and Kust & eiland; the last street lies in both. */
const lines = [
  '9901AA;1;BU99020100;WK990201;GM9902',
  '9901AA;3;99020101;990201;9902',
  '9902AA;2;BU9902AA00;WK9902AA;GM9902',
  '9903AA;1;BU99020100;WK990201;GM9902',
  '9903AA;5;BU9902AA00;WK9902AA;GM9902',
];
const good = [head, other, ...lines, ''].join('\r\n');

function save(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(content: string | Uint8Array, ...args: string[]) {
  const path = save('adressen', content);
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  const env = { ...process.env, DATABASE_URL: database.url };
  const code = await importCommand(['postcodes', path, ...args], env);
  const said = { code, out: out.mock.calls.flat().join('\n'), err: err.mock.calls.flat().join('\n') };
  vi.restoreAllMocks();
  return said;
}

/** Everything an import can touch, as one text. */
async function snapshot(): Promise<string> {
  const tables = ['postcode_file', 'postcode_part', 'audit_entry'];
  const rows = await Promise.all(
    tables.map((name) => database.owner.db.execute(sql.raw(`select * from ${name} order by 1, 2, 3`))),
  );
  return JSON.stringify(rows);
}

const found = async (postcode: string, number?: string) => {
  const answer = await wijkByPostcode(database.app.db, { postcode, number }, today);
  return answer?.ask === null ? answer.slug : answer?.ask;
};

test('before there are wijken nothing is read', async () => {
  const { code, err } = await run(good);
  expect([code, err]).toEqual([1, expect.stringContaining('Lees eerst de wijken van je gemeente in')]);
  expect(await somePostcode(database.app.db)).toBeUndefined();
});

describe('a file of addresses', () => {
  beforeAll(async () => {
    await importWijken(context(), readFileSync('tests/fixtures/wijken-small.geojson', 'utf8'), {
      year: 2024,
    });
  });

  test('says where the addresses of this gemeente lie, and nothing of others', async () => {
    expect(await run(good)).toEqual({
      code: 0,
      out: 'Noorderzijl, 2024: 5 adressen in 3 postcodes.',
      err: '',
    });
    expect(await found('9901aa')).toBe('dorp');
    expect(await found('9902 AA')).toBe('kust-eiland');
    expect(await found('9903AA')).toBe('number');
    expect(await found('9903AA', '1')).toBe('dorp');
    expect(await found('9903AA', '5a')).toBe('kust-eiland');
    expect(await found('9903AA', '3')).toBeUndefined();
    expect(await found('9901AA', '2')).toBe('dorp');
    expect(await found('8011AA')).toBeUndefined();
    expect(await somePostcode(database.app.db)).toBe('9901');
    const numbers = await database.owner.db.execute(
      sql`select postcode, from_number from postcode_part where (from_number, to_number) <> (1, 99999)
        order by 1, 2`,
    );
    expect(numbers.map((row) => Object.values(row))).toEqual([
      ['9901AA', 1],
      ['9901AA', 3],
      ['9903AA', 1],
      ['9903AA', 5],
    ]);
  });

  test('changes nothing the second time, zipped, in another order or with a line twice', async () => {
    const before = await snapshot();
    const shuffled = [head, ...lines.toReversed(), lines[0], other].join('\n');
    const zipped = zipOf([
      { name: 'leesmij.txt', text: 'x' },
      { name: 'pc6hnr.csv', text: good },
    ]);
    const stored = zipOf([{ name: 'PC6HNR.CSV', text: good, packing: 0 }]);
    for (const content of [good, shuffled, zipped, stored]) {
      const { code, out } = await run(content, '--year', '2024');
      expect([code, out]).toEqual([0, expect.stringContaining('Dit stond er al. Er is niets veranderd.')]);
    }
    expect(await snapshot()).toBe(before);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['of another gemeente', `${head}\n${other}`, 'Dit bestand is van een andere gemeente (GM0193).'],
    [
      'with other columns',
      'postcode;straat\n9901AA;x',
      'Regel 1: deze kolommen ontbreken: Huisnummer, Buurt, Wijk, Gemeente / postcode, straat.',
    ],
    [
      'with an address in two buurten',
      `${good}9901AA;1;BU99020101;WK990201;GM9902`,
      'Regel 8: dit adres staat er twee keer in, in verschillende buurten: 9901AA 1: BU99020100, BU99020101.',
    ],
    [
      'with a wijk that nobody read in',
      `${good}9901AA;7;BU99029801;WK990298;GM9902`,
      'Regel 8: wijk WK990298 kennen we niet. Lees eerst de wijken van hetzelfde jaar in.',
    ],
    [
      'with thirty wrong lines',
      `${good}${'9901A;1;x;x;x\n'.repeat(30)}`,
      'En nog 10 regels die niet kloppen.',
    ],
    ['that is empty', '', 'Er staan geen adressen in dit bestand.'],
    [
      'that is a zip cut short',
      zipOf([{ name: 'a.csv', text: good }]).subarray(0, 90),
      'Dit zip-bestand is beschadigd.',
    ],
    [
      'that is a zip with a wrong sum',
      zipOf([{ name: 'a.csv', text: good, crc: 1 }]),
      'Dit zip-bestand is beschadigd.',
    ],
    [
      'that is a zip which holds more than it says',
      zipOf([{ name: 'a.csv', text: good, bytes: 9 }]),
      'Dit zip-bestand is beschadigd.',
    ],
    [
      'that is a zip packed in a way nobody knows',
      zipOf([{ name: 'a.csv', text: good, packing: 12 }]),
      'Dit zip-bestand is beschadigd.',
    ],
    [
      'that is a zip with a broken inside',
      zipOf([
        { name: 'a.csv', text: good, packing: 0 },
        { name: 'b.csv', text: `${good}${good}` },
      ]).map((byte, at) => (at > 300 && at < 380 ? 255 : byte)),
      'Dit zip-bestand is beschadigd.',
    ],
    [
      'that is a zip with a password',
      zipOf([{ name: 'a.csv', text: good, flags: 1 }]),
      'Dit zip-bestand heeft een wachtwoord.',
    ],
    [
      'that is a zip without a table',
      zipOf([{ name: 'a.pdf', text: 'x' }]),
      'In dit zip-bestand zit geen .csv-bestand.',
    ],
  ])('%s changes nothing, and says why', async (_what, content, said) => {
    const before = await snapshot();
    const { code, out, err } = await run(content);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(said);
    expect(err).toMatch(/Er is niets veranderd\.$/);
    expect(await snapshot()).toBe(before);
  });

  test('is asked for in one way', async () => {
    expect((await run(good, '--year', '24')).code).toBe(2);
    expect((await run(good, 'nog een')).code).toBe(2);
    expect((await run(good, '--jaar', '2024')).code).toBe(2);
    const { code, err } = await run(good, '--year', '2023');
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('dit bestand van 2024, en niet van het jaar dat je koos'),
    ]);
    const lost = importPostcodes(context(), join(folder, 'nergens'));
    await expect(lost).rejects.toMatchObject({ problems: [{ problem: 'noFile' }] });
  });

  test('that is read in twice at the same time is kept once', async () => {
    const path = save('nieuw.csv', `${good}9904AA;1;BU99020100;WK990201;GM9902`);
    const changes = await Promise.all([1, 2, 3].map(() => importPostcodes(context(), path)));
    expect(changes.map(({ change }) => change).sort()).toEqual(['created', 'unchanged', 'unchanged']);
    expect(await found('9904AA')).toBe('dorp');
  });

  test('that is newer takes the place of the one before, whole', async () => {
    expect((await run([head.replaceAll('2024', '2025'), lines[0]].join('\n'))).out).toContain(
      '2025: 1 adressen',
    );
    expect([await found('9901AA'), await found('9902AA')]).toEqual(['dorp', undefined]);
    expect((await run(good)).out).toContain('2024: 5 adressen');
    expect(await found('9902AA')).toBe('kust-eiland');
  });

  test('follows the wijken when their borders change', async () => {
    const owner = database.owner.db;
    await owner.execute(sql`insert into cbs_area values ('BU99020101', 2024, 'Haven', 'GM9902', 10, '{}')`);
    await owner.execute(sql`insert into area (id, kind, slug, name, parent_id, valid_from)
      select gen_random_uuid(), 'wijk', 'haven', 'Haven', gemeente_id, '2024-01-01' from installation`);
    await owner.execute(
      sql`insert into area_cbs select id, 'BU99020101', 2024 from area where slug = 'haven'`,
    );
    expect(await found('9901AA')).toBe('number');
    expect(await found('9901AA', '3')).toBe('haven');
    await owner.execute(sql`update area set valid_to = '2025-01-01' where slug = 'kust-eiland'`);
    expect(await found('9902AA')).toBeUndefined();
    expect(await found('9903AA')).toBe('number');
    expect(await found('9903AA', '5')).toBeUndefined();
  });
});
