import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '~/domain/errors';
import { isWhole } from '~/domain/text';
import { createI18n } from '~/i18n';
import en from '~/i18n/en';
import nl from '~/i18n/nl';
import { type CbsPlace, readAreasFile, readWijkenFile } from './geojson';
import { type FileProblem } from './geojson-reader';

const small = readFileSync('tests/fixtures/wijken-small.geojson', 'utf8');

/** What is refused, as {line, problem, wijk, value}; any other error comes through and fails the test. */
function refusal(text: string): DomainError['detail'] | null {
  try {
    readAreasFile(text);
    return null;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'fileInvalid') return error.detail;
    throw error;
  }
}

/** The small file with one piece replaced; the piece must be there. */
function changed(from: string, to: string): string {
  expect(small).toContain(from);
  return small.replace(from, () => to);
}

const square = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [6, 53],
      [6.1, 53],
      [6.1, 53.1],
      [6, 53],
    ],
  ],
};

/** A file as CBS writes it, one wijk a line. */
function fileOf(wijken: readonly CbsPlace[], gemeente = { code: 'GM9902', name: 'Noorderzijl' }): string {
  const features = wijken.map(({ code, name, inhabitants, geometry }) =>
    JSON.stringify({
      type: 'Feature',
      properties: {
        wijkcode: code,
        wijknaam: name,
        gemeentecode: gemeente.code,
        gemeentenaam: gemeente.name,
        aantal_inwoners: inhabitants,
      },
      geometry,
    }),
  );
  return `{"type": "FeatureCollection", "features": [\n${features.join(',\n')}\n]}\n`;
}

const wijk = (change: Partial<CbsPlace> = {}): CbsPlace => ({
  code: 'WK990201',
  name: 'Dorp',
  inhabitants: 12,
  geometry: square,
  ...change,
});

describe('a file of wijken', () => {
  test('tells its gemeente, and each wijk with its code, name, inhabitants and outline', () => {
    const { gemeente, wijken } = readWijkenFile(small);
    expect(gemeente).toEqual({ code: 'GM9902', name: 'Noorderzijl' });
    expect(wijken.map(({ code, name, inhabitants }) => [code, name, inhabitants])).toEqual([
      ['WK990201', 'Dorp', 1240],
      ['WK9902AA', expect.any(String), null],
      ['WK990299', expect.any(String), 0],
    ]);
    expect(wijken[0]!.geometry.type).toBe('Polygon');
  });

  test('may begin with a byte order mark', () => {
    expect(readWijkenFile(`\uFEFF${small}`)).toEqual(readWijkenFile(small));
  });

  test('has names without spaces round them', () => {
    expect(readWijkenFile(fileOf([wijk({ name: '  Dorp ' })])).wijken).toEqual([wijk()]);
  });

  test('may leave inhabitants out, as null or below zero: they are not known then', () => {
    for (const inhabitants of [null, -99997]) {
      expect(readWijkenFile(fileOf([wijk({ inhabitants })])).wijken[0]!.inhabitants).toBeNull();
    }
    const without = fileOf([wijk()]).replace(',"aantal_inwoners":12', '');
    expect(readWijkenFile(without).wijken[0]!.inhabitants).toBeNull();
  });

  test.each(['aantalInwoners', 'aantalinwoners', 'AANTAL_INWONERS'])('may call inhabitants %s', (own) => {
    const named = fileOf([wijk()]).replace('aantal_inwoners', own);
    expect(readWijkenFile(named)).toEqual(readWijkenFile(fileOf([wijk()])));
  });

  test.each(['Wijk\\u0000Noord', 'Wijk\\ud800', 'Wijk\ufffd', 'Wijk\\nNoord', '\\u0000'])(
    'is refused for a name like "%s"',
    (name) => {
      expect(refusal(changed('"Dorp"', `"${name}"`))).toMatchObject({ problem: 'nameBroken', wijk: 1 });
      expect(refusal(changed('"Noorderzijl"', `"${name}"`))).toMatchObject({ problem: 'nameBroken' });
    },
  );

  test('tells of the wijken whose inhabitants are not known', () => {
    expect(readWijkenFile(fileOf([wijk()])).notices).toEqual([]);
    const missing = wijk({ code: 'WK990202', name: 'Haven', inhabitants: null });
    const secret = wijk({ code: 'WK990203', name: 'Bos', inhabitants: -99997 });
    expect(readWijkenFile(fileOf([wijk(), missing, secret])).notices).toEqual([
      { code: 'inhabitantsMissing', line: null, values: { count: 2, names: 'Haven, Bos' } },
    ]);
  });

  test('reads back as it was written, whatever the names and figures', () => {
    const codes = fc.uniqueArray(fc.stringMatching(/^[0-9A-Z]{2}$/), { minLength: 1, maxLength: 6 });
    const name = fc.string({ unit: 'binary' }).filter((text) => text.trim() !== '' && isWhole(text.trim()));
    const inhabitants = fc.option(fc.nat(), { nil: null });
    fc.assert(
      fc.property(
        codes,
        fc.array(fc.tuple(name, inhabitants), { minLength: 6, maxLength: 6 }),
        (ends, expected) => {
          const wijken = ends.map((end, index) => {
            const [named, count] = expected[index]!;
            return wijk({ code: `WK9902${end}`, name: named.trim(), inhabitants: count });
          });
          expect(readWijkenFile(fileOf(wijken)).wijken).toEqual(wijken);
        },
      ),
    );
  });
});

describe('a file that is refused', () => {
  const two = (change: Partial<CbsPlace>) => fileOf([wijk(), wijk({ code: 'WK990202', ...change })]);
  const ring = (...points: number[][]): CbsPlace['geometry'] => ({ type: 'Polygon', coordinates: [points] });
  const noPolygon = fileOf([wijk()]).replace('"Polygon"', '"Point"');

  const cases: [FileProblem, string, object][] = [
    ['jsonBroken', '', { line: 1, wijk: 0, value: 'ValueExpected' }],
    ['jsonBroken', `${small}x`, { wijk: 0 }],
    ['jsonBroken', `// wijken\n${small}`, { line: 1, wijk: 0, value: 'InvalidCommentToken' }],
    ['notACollection', '[]', { line: 1, wijk: 0, value: '' }],
    ['notACollection', '\n\n7', { line: 3, wijk: 0, value: '' }],
    ['notACollection', '{"type": "FeatureCollection", "features": {}}', { line: 1, wijk: 0 }],
    ['notACollection', '{"type": "Feature", "features": []}', { line: 1, wijk: 0 }],
    ['noWijken', fileOf([]), { line: 1, wijk: 0, value: '' }],
    ['codeMissing', two({ code: ' ' }), { line: 3, wijk: 2, value: '' }],
    ['codeMissing', '{"type": "FeatureCollection", "features": [\n7]}', { line: 2, wijk: 1, value: '' }],
    ['codeInvalid', two({ code: 'BU990202' }), { line: 3, wijk: 2, value: 'BU990202' }],
    ['codeTwice', two({ code: 'WK990201' }), { line: 3, wijk: 2, value: 'WK990201' }],
    ['nameMissing', two({ name: '' }), { line: 3, wijk: 2, value: '' }],
    ['inhabitantsInvalid', two({ inhabitants: 0.5 }), { line: 3, wijk: 2, value: '0.5' }],
    ['gemeenteMissing', fileOf([wijk()], { code: 'GM9902', name: '' }), { line: 2, wijk: 1, value: '' }],
    ['gemeenteMissing', fileOf([wijk()], { code: '', name: 'Dorp' }), { line: 2, wijk: 1, value: '' }],
    ['twoGemeenten', two({ code: 'WK990302' }), { line: 3, wijk: 2, value: 'GM9902' }],
    ['twoGemeenten', changed('"GM9902"', '"GM9903"'), { line: 9, wijk: 1, value: 'GM9903' }],
    ['notAPolygon', noPolygon, { line: 2, wijk: 1, value: 'WK990201' }],
    ['ringTooShort', two({ geometry: ring([6, 53], [6, 53]) }), { line: 3, wijk: 2, value: 'WK990202' }],
    ['ringNotClosed', two({ geometry: ring([6, 53], [6, 53.1], [6.1, 53], [6.1, 53.1]) }), { wijk: 2 }],
    ['coordinatesInvalid', two({ geometry: ring([6], [6, 53.1], [6.1, 53], [6]) }), { wijk: 2 }],
    ['outsideNetherlands', two({ geometry: ring([16, 53], [6, 53], [6, 53.1], [16, 53]) }), { wijk: 2 }],
  ];

  test.each(cases)('%s', (problem, text, place) => {
    expect(refusal(text)).toMatchObject({ problem, ...place });
  });

  test('when a wijk has no outline at all', () => {
    const without = fileOf([wijk()]).replace(/,"geometry":.*\}/, '}');
    expect(refusal(without)).toEqual({ line: 2, problem: 'notAPolygon', wijk: 1, value: 'WK990201' });
  });

  test('when it names two gemeenten with codes that fit each', () => {
    const one = fileOf([wijk()]);
    const other = fileOf([wijk({ code: 'WK990301' })], { code: 'GM9903', name: 'Zuiderzijl' });
    const both = one.replace('\n]}', () => `,\n${other.split('\n')[1]!}\n]}`);
    expect(refusal(both)).toEqual({ line: 3, problem: 'twoGemeenten', wijk: 2, value: 'GM9903' });
  });

  test('is told in words, in both languages', () => {
    for (const { t } of [createI18n('nl', nl), createI18n('en', en)]) {
      for (const [problem] of cases) {
        const key = `area.import.problem.${problem}` as 'area.import.problem.jsonBroken';
        expect(t(key, { value: 'x' })).not.toContain(key);
      }
    }
  });

  test('or read, whatever somebody makes of it', () => {
    const cut = fc.tuple(fc.nat(small.length), fc.nat(40), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(cut, ([from, length, put]) => {
        const text = small.slice(0, from) + put + small.slice(from + length);
        const found = refusal(text);
        if (!found) expect(readAreasFile(text).kind).toBe('wijken');
        if (found) expect(Number(found.line)).toBeLessThanOrEqual(small.split('\n').length + 8);
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(refusal(text)).not.toBeNull();
      }),
    );
  });
});

/** A file of one line a feature, of these properties, each with an outline. */
function fileWith(features: readonly object[], geometry: object = square): string {
  const lines = features.map((properties) => JSON.stringify({ type: 'Feature', properties, geometry }));
  return `{"type": "FeatureCollection", "features": [\n${lines.join(',\n')}\n]}\n`;
}

describe('a file of buurten', () => {
  const gemeente = { gemeentecode: 'GM9902', gemeentenaam: 'Noorderzijl' };
  const buurt = (buurtcode: string, more: object = {}) => ({
    ...{ buurtcode, buurtnaam: `Buurt ${buurtcode}`, wijkcode: 'WK990201', aantal_inwoners: 40 },
    ...gemeente,
    ...more,
  });

  test('tells its gemeente, and each buurt with where it stands', () => {
    const file = readAreasFile(
      fileWith([buurt('BU99020100'), buurt('BU9902AA01', { aantal_inwoners: null })]),
    );
    expect(file).toMatchObject({
      kind: 'buurten',
      gemeente: { code: 'GM9902', name: 'Noorderzijl' },
      buurten: [
        { code: 'BU99020100', name: 'Buurt BU99020100', inhabitants: 40, at: { line: 2, nth: 1 } },
        { code: 'BU9902AA01', inhabitants: null, geometry: square, at: { line: 3, nth: 2 } },
      ],
      notices: [{ code: 'inhabitantsMissing', values: { count: 1 } }],
    });
  });

  test.each([
    ['codeMissing', buurt('')],
    ['codeMissing', { wijkcode: 'WK990201', wijknaam: 'Dorp', ...gemeente }],
    ['buurtInvalid', buurt('BU9902')],
    ['buurtInvalid', buurt('WK990201')],
    ['codeTwice', buurt('BU99020100')],
    ['nameMissing', buurt('BU99020101', { buurtnaam: null })],
    ['inhabitantsInvalid', buurt('BU99020101', { aantal_inwoners: '12' })],
    ['gemeenteMissing', buurt('BU99020101', { gemeentenaam: '' })],
    ['twoGemeenten', buurt('BU99030101')],
    ['twoGemeenten', buurt('BU99030101', { gemeentecode: 'GM9903' })],
  ] as const)('is refused: %s', (problem, second) => {
    expect(refusal(fileWith([buurt('BU99020100'), second]))).toMatchObject({ problem, line: 3, wijk: 2 });
  });
});

describe('a file of wijken that somebody drew', () => {
  test('tells of each its name, address, inhabitants, outline and where it stands', () => {
    const text = fileWith([
      { name: ' Wortmanflats ', inhabitants: 310 },
      { Name: 'De Punt', slug: 'punt', 'QGIS id': 4 },
    ]);
    expect(readAreasFile(text)).toMatchObject({
      kind: 'drawn',
      drawn: [
        { name: 'Wortmanflats', slug: 'wortmanflats', inhabitants: 310, at: { line: 2, nth: 1 } },
        { name: 'De Punt', slug: 'punt', inhabitants: null, geometry: square, at: { line: 3, nth: 2 } },
      ],
      notices: [{ code: 'inhabitantsMissing', values: { count: 1, names: 'De Punt' } }],
    });
  });

  test('is one of CBS as soon as anything in it has a code of CBS', () => {
    expect(refusal(fileWith([{ name: 'Flats' }, { wijkcode: 'WK990201' }]))).toMatchObject({
      problem: 'codeMissing',
      line: 2,
    });
  });

  test.each([
    ['nameMissing', { name: '' }],
    ['nameMissing', { name: 7 }],
    ['nameMissing', { title: 'Punt' }],
    ['nameBroken', { name: 'Pu\u0000nt' }],
    ['nameTooLong', { name: 'p'.repeat(81) }],
    ['nameTwice', { name: 'FLATS' }],
    ['nameTwice', { name: 'Andere', slug: 'flats' }],
    ['nameTwice', { name: 'Fläts' }],
    ['slugInvalid', { name: 'Punt', slug: 'De Punt' }],
    ['slugInvalid', { name: 'Punt', slug: 'p'.repeat(61) }],
    ['inhabitantsInvalid', { name: 'Punt', inhabitants: 1.5 }],
  ] as const)('is refused: %s', (problem, second) => {
    expect(refusal(fileWith([{ name: 'Flats' }, second]))).toMatchObject({ problem, line: 3, wijk: 2 });
  });

  test.each([
    [
      'ringNotClosed',
      [
        [6, 53],
        [6.1, 53],
        [6.1, 53.1],
        [6, 53.1],
      ],
    ],
    [
      'crossesItself',
      [
        [6, 53],
        [6.1, 53.1],
        [6.1, 53],
        [6, 53.1],
        [6, 53],
      ],
    ],
    [
      'inMetres',
      [
        [210_000, 570_000],
        [211_000, 570_000],
        [211_000, 571_000],
        [210_000, 570_000],
      ],
    ],
    [
      'outsideNetherlands',
      [
        [53, 6],
        [53.1, 6],
        [53.1, 6.1],
        [53, 6],
      ],
    ],
    ['tooManyPoints', Array.from({ length: 5_002 }, (_, at) => [6 + (at % 5_001) / 1e5, 53])],
  ] as const)('is refused for its outline, by name: %s', (problem, ring) => {
    const text = fileWith([{ name: 'Flats' }], { type: 'Polygon', coordinates: [ring] });
    expect(refusal(text)).toMatchObject({ problem, line: 2, wijk: 1, value: 'Flats' });
  });

  test('of CBS may cross itself: its borders were made simpler', () => {
    const eight = {
      type: 'Polygon',
      coordinates: [
        [
          [6, 53],
          [6.1, 53.1],
          [6.1, 53],
          [6, 53.1],
          [6, 53],
        ],
      ],
    };
    expect(refusal(fileOf([wijk({ geometry: eight as CbsPlace['geometry'] })]))).toBeNull();
  });

  test('reads back as it was written, whatever the names', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((text) => text.trim() !== '' && isWhole(text.trim()) && text.trim().length <= 80);
    fc.assert(
      fc.property(name, fc.option(fc.nat(), { nil: null }), (named, inhabitants) => {
        const file = readAreasFile(fileWith([{ name: named, slug: 'punt', inhabitants }]));
        expect(file).toMatchObject({ drawn: [{ name: named.trim(), slug: 'punt', inhabitants }] });
      }),
    );
  });

  test('is told in words, in both languages, whatever is wrong', () => {
    const all: FileProblem[] = [
      ...([
        'nameTooLong',
        'nameTwice',
        'slugInvalid',
        'slugOfOther',
        'outsideGemeente',
        'wijkUnknown',
      ] as const),
      ...(['buurtInvalid', 'buurtenMissing', 'inMetres', 'tooManyPoints', 'crossesItself'] as const),
    ];
    for (const { t } of [createI18n('nl', nl), createI18n('en', en)]) {
      for (const problem of all)
        expect(t(`area.import.problem.${problem}`, { value: 'x' })).not.toContain('area.import');
    }
  });
});
