import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { wijkenOn } from '#db/reads/area/area';
import { importCommand } from '~/cli/import';
import { calendarDate } from '~/domain/calendar';
import { useDatabase } from '../support/database';
import { sharedFile } from '../support/shared';

const database = useDatabase();
const folder = mkdtempSync(join(tmpdir(), 'wijken-'));
afterAll(() => rmSync(folder, { recursive: true }));

const small = readFileSync('tests/fixtures/wijken-small.geojson', 'utf8');

function save(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  const code = await importCommand(['wijken', ...args], { ...process.env, DATABASE_URL: database.url });
  const said = { code, out: out.mock.calls.flat(), err: err.mock.calls.flat().join('\n') };
  vi.restoreAllMocks();
  return said;
}

async function rows(): Promise<string> {
  const tables = ['cbs_area', 'area', 'area_cbs', 'installation', 'journal', 'audit_entry'];
  const kept = tables.map((name) =>
    database.owner.db.execute(sql.raw(`select * from ${name} order by 1, 2`)),
  );
  return JSON.stringify(await Promise.all(kept));
}

/** What a file is refused with: exit code 1, in words, and nothing is stored. */
async function refusalOf(file: string): Promise<string> {
  const before = await rows();
  const { code, out, err } = await run(file);
  expect([code, out]).toEqual([1, []]);
  expect(await rows()).toBe(before);
  expect(err).toContain('Er is niets veranderd.');
  expect(err).not.toMatch(/ at |Error/);
  return err;
}

const found = (name: string) => sharedFile(`data/found/wijken/${name}.geojson`) ?? '';

describe.skipIf(found('g22-nul') === '')(
  'wijken that failed once (skipped where ../shared/data is absent)',
  () => {
    test('g22: NUL in a name is refused', async () => {
      expect(await refusalOf(found('g22-nul'))).toContain('een teken dat niet in een naam hoort');
    });

    test('g15c: what is not UTF-8 is refused, with what to do', async () => {
      expect(await refusalOf(found('g15c-latin1'))).toContain('bewaar het als UTF-8');
    });

    test('g06d: inhabitants as PDOK calls them are read', async () => {
      expect(await run(found('g06d-pdok-2024-api'))).toMatchObject({ code: 0, err: '' });
      const [wijk] = await wijkenOn(database.app.db, calendarDate('2026-03-03'));
      expect(wijk).toMatchObject({ name: 'PDOK wijk', inhabitants: 1000 });
    });
  },
);

describe('a file of wijken that is no such file', () => {
  const votes = 'META\nkey;value\nbudget;1\n';
  test.each([
    ['with NUL itself', small.replace('Dorp', 'Do\0rp'), 'een leeg teken'],
    [
      'with NUL in the name of the gemeente',
      small.replaceAll('Noorderzijl', 'Noord\\u0000'),
      'in een naam hoort',
    ],
    ['with half a letter', small.replace('Dorp', 'Dorp\\ud83d'), 'in een naam hoort'],
    ['with a letter that was lost', small.replace('Dorp', 'D\ufffdrp'), 'in een naam hoort'],
    ['in ISO-8859-1', Buffer.from(small.replace('Dorp', 'D\u00f4rp'), 'latin1'), 'bewaar het als UTF-8'],
    ['in Windows-1252', Buffer.from(small.replace('Dorp', 'D\u0092rp'), 'latin1'), 'bewaar het als UTF-8'],
    [
      'in UTF-8 that is cut off',
      Buffer.from(small.replace('Dorp', 'D\u00f4rp')).subarray(0, small.indexOf('Dorp') + 2),
      'bewaar het als UTF-8',
    ],
    ['with votes', votes, 'Dit is een bestand met stemmen (.pb). Hier hoort een GeoJSON-bestand met wijken.'],
    ['with XML', '<?xml version="1.0"?><a/>', 'Dit is een XML-bestand.'],
    ['zipped', 'PK\u0003\u0004', 'Dit is een zip-bestand'],
    ['with nothing', '', 'geen geldig JSON'],
    ['with words', 'wijkcode;wijknaam\n', 'geen geldig JSON'],
  ])('is refused: %s', async (name, content, text) => {
    expect(await refusalOf(save(`${name}.geojson`, content))).toContain(text);
  });
});

test.each(['aantal_inwoners', 'aantalInwoners', 'AANTAL_INWONERS'])(
  'inhabitants as %s, and who has none',
  async (name) => {
    const file = save(`${name}.geojson`, small.replaceAll('aantal_inwoners', name));
    expect(await run(file)).toMatchObject({
      code: 0,
      err: expect.stringMatching(
        /^Let op: Van 1 wijk weten we niet hoeveel mensen er wonen: [^.]+\.$/,
      ) as string,
    });
  },
);

test.each(['inwoners', 'aantal', ''])(
  'inhabitants called "%s" are not known, which is said of all',
  async (name) => {
    const { code, err } = await run(save('none.geojson', small.replaceAll('aantal_inwoners', name)));
    expect([code, err]).toEqual([
      0,
      expect.stringContaining('Van 3 wijken weten we niet hoeveel mensen er wonen: Dorp,'),
    ]);
  },
);
