import { describe, expect, test } from 'vitest';
import { isPng, pngSize } from './png';

/** The smallest picture there is: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const sized = (width: number, height: number) => {
  const bytes = Buffer.from(pixel);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};

describe('a PNG', () => {
  test('says how wide and high it is', () => {
    expect(pngSize(pixel)).toEqual({ width: 1, height: 1 });
    expect(pngSize(sized(640, 4_000_000_000))).toEqual({ width: 640, height: 4_000_000_000 });
  });

  test('is read wherever it lies in memory', () => {
    const behind = Buffer.concat([Buffer.alloc(7), sized(3, 5)]);
    expect(pngSize(behind.subarray(7))).toEqual({ width: 3, height: 5 });
  });

  test('is known by how it begins', () => {
    expect(isPng(pixel)).toBe(true);
    expect(isPng(Buffer.from('<svg/>'))).toBe(false);
    expect(isPng(new Uint8Array())).toBe(false);
  });

  test.each([
    ['that is none', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['that is cut short', pixel.subarray(0, 40)],
    ['that ends early', pixel.subarray(0, -1)],
    ['that goes on behind its end', Buffer.concat([pixel, Buffer.from('<script>alert(1)</script>')])],
    ['that is a page in disguise', Buffer.concat([pixel.subarray(0, 8), Buffer.from('<html>'.repeat(9))])],
  ])('%s has no size', (_what, bytes) => {
    expect(pngSize(bytes)).toBeNull();
  });

  test('whose first piece is not its head has no size', () => {
    const renamed = Buffer.from(pixel);
    renamed.write('IDAT', 12);
    expect(pngSize(renamed)).toBeNull();
    const longer = Buffer.from(pixel);
    longer.writeUInt32BE(14, 8);
    expect(pngSize(longer)).toBeNull();
  });
});
