import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '~/domain/errors';
import { type Feature, GeoJsonReader, refuseAt } from './geojson-reader';

const triangle = {
  type: 'Polygon',
  coordinates: [
    [
      [6, 53],
      [6.1, 53],
      [6.1, 53.1],
      [6, 53],
    ],
  ],
};

/** A file whose features stand on lines of their own, the first one on the second line. */
const fileOf = (...features: string[]) =>
  `{"type": "FeatureCollection", "features": [\n${features.join(',\n')}\n]}`;
const withProperties = (properties: object, geometry: unknown = triangle) =>
  JSON.stringify({ type: 'Feature', properties, geometry });

function featureOf(properties: object, geometry: unknown = triangle): Feature {
  const [feature] = new GeoJsonReader(fileOf(withProperties(properties, geometry))).features();
  return feature ?? expect.fail('the file has no feature');
}

/** What is refused; any other error comes through and fails the test. */
function refusal(act: () => unknown): DomainError['detail'] {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'fileInvalid') return error.detail;
    throw error;
  }
  return expect.fail('nothing was refused');
}

describe('a refusal', () => {
  test('is at the field of the file, with line, problem, which feature and what stood there', () => {
    const act = () => refuseAt({ line: 7, nth: 2 }, 'codeTwice', 'WK990201');
    expect(refusal(act)).toEqual({ line: 7, problem: 'codeTwice', wijk: 2, value: 'WK990201' });
    expect(act).toThrow(expect.objectContaining({ field: 'file' }));
  });

  test.each([
    ['an open object', '{"type": 1', 1],
    ['a comma too many', '{\n"type": "FeatureCollection",\n}', 3],
    ['a comment', '{\n/* wijken */}', 2],
    ['a second value', '{}\n\n{}', 3],
    ['no text at all', '\uFEFF', 1],
    ['a name without quotes', '\r\n\r\n{type: 1}', 3],
  ])('of what is no JSON names the line: %s', (_, text, line) => {
    expect(refusal(() => new GeoJsonReader(text))).toMatchObject({ problem: 'jsonBroken', line, wijk: 0 });
  });

  test.each([
    ['notACollection', '{"features": [{}]}'],
    ['notACollection', '{"type": "FeatureCollection"}'],
    ['notACollection', 'null'],
    ['noWijken', '{"type": "FeatureCollection", "features": []}'],
  ])('of what is no list of features, %s: %s', (problem, text) => {
    const reader = new GeoJsonReader(`\n${text}`);
    expect(refusal(() => reader.features())).toEqual({ line: 2, problem, wijk: 0, value: '' });
  });
});

describe('a place in the file', () => {
  test('is the line of the property, or where all properties begin, or the feature itself', () => {
    const text = fileOf('{"properties":\n{"a": 1,\n"b":\n2}}', '{"geometry": null}', '7');
    const [first, second, third] = new GeoJsonReader(text).features();
    expect(first?.at('b')).toEqual({ line: 5, nth: 1 });
    expect(first?.at('a')).toEqual({ line: 3, nth: 1 });
    expect([first?.at(), first?.at('c')].map((at) => at?.line)).toEqual([3, 3]);
    expect(second?.at('a')).toEqual({ line: 6, nth: 2 });
    expect(third?.at()).toEqual({ line: 7, nth: 3 });
  });

  test('is right on any line, with a byte order mark or without', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 30 }), fc.boolean(), (gaps, marked) => {
        const features = gaps.map((gap) => `${'\n'.repeat(gap)}{}`);
        const read = new GeoJsonReader(`${marked ? '\uFEFF' : ''}${fileOf(...features)}`).features();
        let line = 1;
        const lines = gaps.map((gap) => (line += gap + 1));
        expect(read.map((feature) => feature.at())).toEqual(
          lines.map((at, nth) => ({ line: at, nth: nth + 1 })),
        );
      }),
      { seed: 148 },
    );
  });
});

describe('a property', () => {
  test.each(['wijk_code', 'WIJKCODE', 'WijkCode', '_wijk__code'])('is known as wijkcode: %s', (key) => {
    const feature = featureOf({ [key]: 'WK990201' });
    expect(feature.has('wijkcode')).toBe(true);
    expect(feature.text('wijkcode', 'codeMissing')).toBe('WK990201');
  });

  test.each(['wijkcode2', 'wijk code', 'toString', '__proto__'])('is another one: %s', (key) => {
    const feature = featureOf({ [key]: 'WK990201' });
    expect([feature.has('wijkcode'), feature.optionalText('wijkcode')]).toEqual([false, undefined]);
    expect(refusal(() => feature.text('wijkcode', 'codeMissing'))).toEqual({
      ...{ line: 2, problem: 'codeMissing', wijk: 1, value: '' },
    });
  });

  test('is there without being a text', () => {
    for (const value of ['', ' \n', null, 7, true, ['Dorp'], { name: 'Dorp' }]) {
      const feature = featureOf({ name: value });
      expect(feature.has('name')).toBe(true);
      expect(feature.optionalText('name')).toBeUndefined();
    }
  });

  test('loses the spaces round its text, and those alone', () => {
    expect(featureOf({ name: '\t De  Punt ' }).text('name', 'nameMissing')).toBe('De  Punt');
  });

  test.each(['Pu\u0000nt', '\uD800', 'Pu\nnt'])('is refused for signs that are none: %j', (name) => {
    expect(refusal(() => featureOf({ name }).optionalText('name'))).toMatchObject({ problem: 'nameBroken' });
  });
});

describe('inhabitants', () => {
  test.each([
    [0, 0],
    [12, 12],
    [1.2e4, 12_000],
    [null, null],
    [-99997, null],
  ])('of %j are %j', (published, known) => {
    expect(featureOf({ inhabitants: published }).inhabitants('inhabitants')).toBe(known);
  });

  test('that are not there are not known', () => {
    expect(featureOf({}).inhabitants('inhabitants')).toBeNull();
  });

  test.each([
    ['12', '12'],
    ['', ''],
    [-0.5, '-0.5'],
    [true, 'true'],
    [2 ** 53, '9007199254740992'],
    [[12], '[12]'],
    [{ total: 12 }, '{"total":12}'],
    ['x'.repeat(61), `${'x'.repeat(60)}…`],
  ])('are refused for %j, with what stood there', (value, shown) => {
    expect(refusal(() => featureOf({ inhabitants: value }).inhabitants('inhabitants'))).toEqual({
      ...{ line: 2, problem: 'inhabitantsInvalid', wijk: 1, value: shown },
    });
  });
});

describe('an outline', () => {
  test('comes as JSON has it, whatever else stands in it', () => {
    const more = { ...triangle, bbox: [6, 53, 6.1, 53.1], crs: { name: null } };
    expect(featureOf({}, more).outline('Dorp')).toEqual(more);
  });

  test.each([
    [null, 'notAPolygon'],
    [[], 'notAPolygon'],
    ['Polygon', 'notAPolygon'],
    [{ ...triangle, coordinates: [[[6, 53]]] }, 'ringTooShort'],
    [{ ...triangle, coordinates: [[['6', 53]]] }, 'coordinatesInvalid'],
  ])('is refused by the name of its feature: %j', (geometry, problem) => {
    const refused = refusal(() => featureOf({}, geometry).outline('Dorp'));
    expect(refused).toEqual({ line: 2, problem, wijk: 1, value: 'Dorp' });
  });

  test('is looked at for more only once it is sound', () => {
    const further = () => 'crossesItself' as const;
    expect(refusal(() => featureOf({}).outline('Dorp', further))).toMatchObject({ problem: 'crossesItself' });
    expect(refusal(() => featureOf({}, null).outline('Dorp', further))).toMatchObject({
      problem: 'notAPolygon',
    });
    expect(featureOf({}).outline('Dorp', () => null)).toEqual(triangle);
  });
});
