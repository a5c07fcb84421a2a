import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar';
import { cents } from '../money/cents';
import { canonicalEntry, type ChainEntry, requestFingerprint } from './chain';

const entry: ChainEntry = {
  journalId: 'fund-2026',
  number: 7n,
  idempotencyKey: 'key-1',
  requestHash: 'request-1',
  kind: 'reservation',
  effectiveOn: calendarDate('2026-03-03'),
  bookedAt: new Date('2026-03-03T10:11:12.345Z'),
  reversesId: null,
  linkGroup: null,
  decisionId: 'decision-1',
  actor: 'person-1',
  reason: null,
  lineCount: 2,
  postings: [
    { line: 1, accountCode: 'pool:a:2026:beschikbaar', sourceId: 'wmo', cents: cents(500), taskField: '5.7' },
    {
      line: 2,
      accountCode: 'pool:a:2026:gereserveerd:i',
      sourceId: 'wmo',
      cents: cents(-500),
      taskField: '5.7',
    },
  ],
  prevHash: 'abc',
};

describe('canonicalEntry', () => {
  test('is this text; changing it breaks every hash already stored', () => {
    expect(canonicalEntry(entry)).toBe(
      '["wijkkas-entry-1","fund-2026","7","key-1","request-1","reservation","2026-03-03",' +
        '"2026-03-03T10:11:12.345Z",null,null,"decision-1","person-1",null,2,' +
        '[[1,"pool:a:2026:beschikbaar","wmo","500","5.7"],' +
        '[2,"pool:a:2026:gereserveerd:i","wmo","-500","5.7"]],"abc"]',
    );
  });

  test('does not depend on the order in which postings were read, or on how the number came', () => {
    const read = { ...entry, number: 7, postings: [...entry.postings].reverse() };
    expect(canonicalEntry(read)).toBe(canonicalEntry(entry));
    expect(read.postings[0]?.line).toBe(2);
  });

  const changes: Partial<ChainEntry>[] = [
    { journalId: 'x' },
    { number: 8n },
    { idempotencyKey: 'x' },
    { requestHash: 'x' },
    { kind: 'release' },
    { effectiveOn: calendarDate('2026-03-04') },
    { bookedAt: new Date('2026-03-03T10:11:12.346Z') },
    { reversesId: 'x' },
    { linkGroup: 'x' },
    { decisionId: null },
    { actor: 'x' },
    { reason: '' },
    { lineCount: 3 },
    { prevHash: null },
    { postings: [] },
    { postings: entry.postings.map((posting) => ({ ...posting, sourceId: 'jeugd' })) },
    { postings: entry.postings.map((posting) => ({ ...posting, accountCode: 'bank' })) },
    { postings: entry.postings.map((posting) => ({ ...posting, cents: cents(posting.cents * 2n) })) },
    { postings: entry.postings.map((posting) => ({ ...posting, line: posting.line + 1 })) },
    { postings: entry.postings.map((posting) => ({ ...posting, taskField: '6.1' as const })) },
    { postings: [...entry.postings, ...entry.postings] },
  ];

  test.each(changes.map((change) => [Object.keys(change)[0], change]))(
    'a change of %s shows',
    (_, change) => {
      expect(canonicalEntry({ ...entry, ...(change as Partial<ChainEntry>) })).not.toBe(
        canonicalEntry(entry),
      );
    },
  );

  test('every field is covered by a change above', () => {
    const changed = new Set(changes.flatMap((change) => Object.keys(change)));
    expect(changed).toEqual(new Set(Object.keys(entry)));
  });

  test('text cannot slip from one field into the next', () => {
    const text = fc.string({ unit: fc.constantFrom('"', ',', '\\', 'a'), maxLength: 3 });
    const texts = fc.tuple(text, text, text);
    const written = ([journalId, idempotencyKey, actor]: [string, string, string]) =>
      canonicalEntry({ ...entry, journalId, idempotencyKey, actor });
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(written(a) === written(b)).toBe(a.every((part, index) => part === b[index]));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('requestFingerprint', () => {
  test('sorts keys at every depth and writes bigints as strings', () => {
    expect(requestFingerprint({ b: [1, { d: null, c: true }], a: 12345678901234567890n })).toBe(
      '{"a":"12345678901234567890","b":[1,{"c":true,"d":null}]}',
    );
    expect(requestFingerprint({ a: 1, b: 2 })).toBe(requestFingerprint({ b: 2, a: 1 }));
  });

  test('leaves out absent fields, keeps empty ones', () => {
    expect(requestFingerprint({ a: undefined, b: null, c: '', d: [], e: {} })).toBe(
      '{"b":null,"c":"","d":[],"e":{}}',
    );
  });

  test('keeps the order of lists', () => {
    expect(requestFingerprint([2, 1])).not.toBe(requestFingerprint([1, 2]));
  });

  test.each([NaN, Infinity, -Infinity])('refuses %d', (value) => {
    expect(() => requestFingerprint({ value })).toThrow(new RangeError(`not in a request: ${value}`));
  });

  const json = fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value)));

  test('reads back as the same request, whatever the order of its keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(requestFingerprint(value))).toEqual(value);
        expect(requestFingerprint(reversed(value))).toBe(requestFingerprint(value));
      }),
      { numRuns: 1000 },
    );
  });
});

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The same value with its keys written in the opposite order. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, reversed(field)]),
  );
}
