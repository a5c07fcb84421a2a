import { inflateRawSync } from 'node:zlib';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { zipOf } from '../../tests/support/zip';
import { contentAt, directoryIn, endBytes, entriesIn, isZip } from './zip';

const text = 'PC6;Huisnummer\n';
const zip = zipOf([
  { name: 'lees mij.txt', text: 'ja' },
  { name: 'adressen.csv', text },
]);

function entries(bytes: Uint8Array) {
  const directory = directoryIn(bytes.subarray(-endBytes));
  return directory && entriesIn(bytes.subarray(directory.at, directory.at + directory.bytes));
}

describe('a zip', () => {
  test('is known by how it begins', () => {
    expect(isZip(zip)).toBe(true);
    expect(isZip(new TextEncoder().encode(text))).toBe(false);
    expect(isZip(new Uint8Array())).toBe(false);
  });

  test('names its files, and where they stand', () => {
    const found = entries(zip) ?? [];
    expect(found.map(({ name, bytes, packing, isLocked }) => [name, bytes, packing, isLocked])).toEqual([
      ['lees mij.txt', 2, 'deflate', false],
      ['adressen.csv', text.length, 'deflate', false],
    ]);
    const [, second] = found;
    expect(second && contentAt(second, zip.subarray(second.headAt, second.headAt + 30))).toBe(
      (second?.headAt ?? 0) + 30 + 'adressen.csv'.length,
    );
  });

  test('says how a file is packed, and whether it is locked', () => {
    const odd = zipOf([
      { name: 'a', text, packing: 0 },
      { name: 'b', text, packing: 12, flags: 1 },
    ]);
    expect(entries(odd)?.map(({ packing, isLocked }) => [packing, isLocked])).toEqual([
      ['none', false],
      ['other', true],
    ]);
  });

  test('that is broken has no directory, no files or no head', () => {
    expect(directoryIn(zip.subarray(0, 40))).toBeNull();
    expect(entriesIn(zip.subarray(0, 60))).toBeNull();
    expect(entriesIn(new Uint8Array(20))).toBeNull();
    expect(entries(zipOf([{ name: 'a', text, bytes: 0xffffffff }]))).toBeNull();
    const [entry] = entries(zip) ?? [];
    expect(entry && contentAt(entry, new Uint8Array(30))).toBeNull();
    expect(entry && contentAt(entry, zip.subarray(0, 10))).toBeNull();
  });

  property.prop([fc.uint8Array({ maxLength: 400 })])('of any bytes is read or put aside', (bytes) => {
    expect(() => entriesIn(bytes)).not.toThrow();
    expect(() => directoryIn(bytes)).not.toThrow();
  });

  test('with a remark behind its end is found all the same, and one that pretends to be a zip is not', () => {
    const remark = new TextEncoder().encode('gemaakt door het CBS');
    const longer = new Uint8Array([...zip, ...remark]);
    expect(entries(longer)?.map(({ name }) => name)).toEqual(['lees mij.txt', 'adressen.csv']);
    expect(directoryIn(remark)).toBeNull();
    expect(directoryIn(new Uint8Array(endBytes))).toBeNull();
    expect(entriesIn(new Uint8Array())).toEqual([]);
  });

  test('that is cut off anywhere never gives a file that is not whole', () => {
    for (let length = 0; length < zip.length; length += 7) {
      const part = zip.subarray(0, length);
      const directory = directoryIn(part);
      const found = directory && entriesIn(part.subarray(directory.at, directory.at + directory.bytes));
      expect(found ?? []).toEqual([]);
    }
  });

  test('whose names say something else in its head than in its directory is found by its directory', () => {
    const [first] = entries(zip) ?? [];
    const head = zip.subarray(first?.headAt, (first?.headAt ?? 0) + 30);
    const longer = Uint8Array.from(head);
    longer[28] = 5;
    expect(first && contentAt(first, longer)).toBe(first && Number(contentAt(first, head)) + 5);
    expect(first && contentAt({ ...first, headAt: 100 }, head)).toBe(
      first && Number(contentAt(first, head)) + 100,
    );
  });

  property.prop([fc.nat({ max: zip.length - 1 }), fc.nat({ max: 255 })])(
    'with one byte changed too',
    (at, byte) => {
      const changed = Uint8Array.from(zip);
      changed[at] = byte;
      expect(() => entries(changed)).not.toThrow();
    },
  );

  const file = fc.record({
    name: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' }),
    text: fc.string({ maxLength: 200 }),
    packing: fc.constantFrom(0, 8),
  });
  property.prop([fc.array(file, { minLength: 1, maxLength: 5 })])(
    'gives back every file that is in it',
    (files) => {
      const bytes = zipOf(files);
      const found = entries(bytes) ?? [];
      const texts = found.map((entry) => {
        const at = contentAt(entry, bytes.subarray(entry.headAt, entry.headAt + 30)) ?? 0;
        const packed = bytes.subarray(at, at + entry.packedBytes);
        return (entry.packing === 'deflate' ? inflateRawSync(packed) : packed).toString();
      });
      expect(found.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
      expect(texts).toEqual(files.map(({ text: given }) => given));
    },
  );
});
