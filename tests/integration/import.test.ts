import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { areaTree, installationOf, outlinesOf, wijkBySlug, wijkenById, wijkenOn } from '#db/reads/area/area';
import { sayProblem } from '~/cli/import-wijken';
import { visitor } from '~/domain/access/roles';
import { treeFaults } from '~/domain/area/tree';
import { calendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { importWijken } from '~/usecases/area/import-wijken.server';
import { useDatabase } from '../support/database';
import { sharedFile } from '../support/shared';

const small = readFileSync('tests/fixtures/wijken-small.geojson', 'utf8');
const today = calendarDate('2026-03-03');
const database = useDatabase();

function importText(text: string, year = 2024, progress?: (done: number, total: number) => void) {
  const now = new Date('2026-03-03T10:00:00Z');
  const context = { db: database.app.db, actor: visitor, now, today, newId: () => crypto.randomUUID() };
  return importWijken(context, text, { year, onProgress: progress });
}

/** Everything an import can touch, as one text. */
async function snapshot(): Promise<string> {
  const tables = ['cbs_area', 'area', 'area_cbs', 'installation', 'journal', 'audit_entry'];
  const rows = await Promise.all(
    tables.map((name) => database.owner.db.execute(sql.raw(`select * from ${name} order by 1, 2`))),
  );
  return JSON.stringify(rows);
}

async function problemOf(text: string): Promise<string> {
  const before = await snapshot();
  const error: unknown = await importText(text).catch((reason: unknown) => reason);
  expect(await snapshot()).toBe(before);
  if (!(error instanceof DomainError)) throw error;
  return sayProblem(error).replace('\nEr is niets veranderd.', '');
}

describe('a small file on an empty database', () => {
  it('makes the gemeente, its wijken and their journals', async () => {
    const steps: number[] = [];
    const imported = await importText(small, 2024, (done) => steps.push(done));
    expect(imported).toEqual({ gemeente: 'Noorderzijl', created: 3, changed: 0, unchanged: 0 });
    expect(steps).toEqual([1, 2, 3]);
    expect(await installationOf(database.app.db)).toMatchObject({
      gemeente: 'Noorderzijl',
      demonstration: false,
    });
    const wijken = await wijkenOn(database.app.db, today);
    expect(wijken.map(({ slug, inhabitants }) => [slug, inhabitants])).toEqual([
      ['dorp', 1240],
      ['groot-water', 0],
      ['kust-eiland', null],
    ]);
    const journals = await database.owner.db.execute(sql`select 1 from journal where area_id is not null`);
    expect(journals).toHaveLength(3);
  });

  it('changes nothing the second time', async () => {
    const before = await snapshot();
    expect(await importText(small)).toEqual({
      gemeente: 'Noorderzijl',
      created: 0,
      changed: 0,
      unchanged: 3,
    });
    expect(await snapshot()).toBe(before);
  });

  it('counts what CBS corrected', async () => {
    expect(await importText(small.replace('1240', '1245'))).toMatchObject({ changed: 1, unchanged: 2 });
    expect((await wijkBySlug(database.app.db, 'dorp'))?.inhabitants).toBe(1245);
  });

  it('adds a later year to the same wijken, and counts with its figures', async () => {
    expect(await importText(small.replace('1240', '1300'), 2025)).toMatchObject({ created: 0, changed: 3 });
    expect(await wijkenOn(database.app.db, today)).toHaveLength(3);
    expect((await wijkBySlug(database.app.db, 'dorp'))?.inhabitants).toBe(1300);
  });

  it('lets no wijk begin before its gemeente when an earlier year comes later', async () => {
    const renumbered = small.replaceAll('WK990299', 'WK990298');
    expect(await importText(renumbered, 2020)).toMatchObject({ created: 1, changed: 2 });
    expect((await wijkBySlug(database.app.db, 'dorp'))?.inhabitants).toBe(1300);
    expect(treeFaults(await areaTree(database.app.db))).toEqual([]);
    expect(await wijkenOn(database.app.db, today)).toHaveLength(4);
  });
});

describe('a broken file', () => {
  const cases: [string, string, string][] = [
    [
      'broken JSON',
      small.replace('"features": [', '"features": [,'),
      'Regel 3: dit is geen geldig JSON (ValueExpected).',
    ],
    [
      'half a file',
      small.slice(0, 400),
      `Regel ${small.slice(0, 400).split('\n').length}: dit is geen geldig JSON`,
    ],
    ['no GeoJSON', '{"type": "Feature"}', 'Regel 1: dit is geen GeoJSON met een FeatureCollection.'],
    ['an empty text', '', 'Regel 1: dit is geen geldig JSON (ValueExpected).'],
    [
      'no wijken',
      '{"type": "FeatureCollection", "features": []}',
      'Regel 1: er staan geen wijken in dit bestand.',
    ],
    [
      'no code',
      small.replace('"wijkcode": "WK9902AA",', ''),
      'Regel 17: de code van het CBS ontbreekt. (wijk 2 in het bestand)',
    ],
    [
      'a bad code',
      small.replace('WK9902AA', 'BU9902AA'),
      'Regel 18: "BU9902AA" is geen wijkcode van het CBS, zoals WK030703. (wijk 2 in het bestand)',
    ],
    ['no name', small.replace('"Dorp"', '" "'), 'Regel 6: de naam ontbreekt. (wijk 1 in het bestand)'],
    [
      'one code twice',
      small.replace('WK9902AA', 'WK990201'),
      'Regel 18: code WK990201 staat er twee keer in. (wijk 2 in het bestand)',
    ],
    [
      'an open ring',
      small.replace('[6.1, 53.1]]]', '[6.1, 53.11]]]'),
      'Regel 13: de grens van WK990201 sluit niet: het laatste punt is niet het eerste. (wijk 1 in het bestand)',
    ],
    [
      'another country',
      small.replaceAll('[6.1, 53.1]', '[16.1, 53.1]'),
      'Regel 13: de grens van WK990201 ligt buiten Nederland. Gebruik lengte en breedte (WGS84). (wijk 1 in het bestand)',
    ],
    [
      'a point',
      small.replace('"type": "Polygon"', '"type": "Point"'),
      'Regel 13: de grens van WK990201 is geen Polygon of MultiPolygon. (wijk 1 in het bestand)',
    ],
    [
      'inhabitants in words',
      small.replace('1240', '"veel"'),
      'Regel 11: het aantal inwoners "veel" is geen heel getal. (wijk 1 in het bestand)',
    ],
    [
      'two gemeenten',
      small.replace('"gemeentecode": "GM9902"', '"gemeentecode": "GM9903"'),
      'Regel 9: de wijk hoort niet bij dezelfde gemeente als de andere (GM9903). (wijk 1 in het bestand)',
    ],
    [
      'no gemeente',
      small.replace('"gemeentenaam": "Noorderzijl",', ''),
      'Regel 6: de gemeentecode of gemeentenaam ontbreekt. (wijk 1 in het bestand)',
    ],
  ];

  it.each(cases)('%s: says the line and changes nothing', async (_name, text, message) => {
    expect(await problemOf(text)).toContain(message);
  });

  it('changes nothing either when only the last of many wijken is wrong', async () => {
    expect(await problemOf(small.replace('"aantal_inwoners": 0', '"aantal_inwoners": 0.5'))).toContain(
      'wijk 3',
    );
  });
});

const cities: [string, number][] = [
  ['amersfoort', 33],
  ['amsterdam', 111],
  ['assen', 10],
  ['denhaag', 45],
  ['kampen', 10],
  ['nissewaard', 24],
  ['oldambt', 12],
  ['rotterdam', 22],
  ['utrecht', 10],
  ['vlaardingen', 8],
];
const present = sharedFile('data/cbs-wijken-2024/amersfoort.geojson') !== null;

describe.skipIf(!present)('the CBS files of 2024 (skipped where ../shared/data is absent)', () => {
  it.each(cities)('%s: %i wijken, and nothing the second time', async (city, count) => {
    const text = readFileSync(sharedFile(`data/cbs-wijken-2024/${city}.geojson`) ?? '', 'utf8');
    expect(await importText(text)).toMatchObject({ created: count, changed: 0, unchanged: 0 });
    expect(await importText(text)).toMatchObject({ created: 0, changed: 0, unchanged: count });
  });

  it('kept the inhabitants and outlines, and shows none of it as our own gemeente', async () => {
    const { db } = database.app;
    const [found] = await database.owner.db.execute<{ area_id: string }>(
      sql`select area_id from area_cbs where code = 'WK030703'`,
    );
    const id = found?.area_id ?? '';
    expect((await wijkenById(db, [id]))[0]?.inhabitants).toBe(12_185);
    expect((await outlinesOf(db, [id])).get(id)?.type).toBe('Polygon');
    expect(await wijkenOn(db, today)).toHaveLength(4);
    expect(await wijkBySlug(db, 'soesterkwartier')).toBeUndefined();
  });
});
