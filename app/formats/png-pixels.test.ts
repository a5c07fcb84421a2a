import { describe, expect, test } from 'vitest';
import { pngOf } from '../../tests/support/png';
import { isDrawablePng } from './png-pixels';

describe('a PNG for paper', () => {
  test('has all of its pixels', () => {
    expect([pngOf(1, 1), pngOf(300, 40)].map(isDrawablePng)).toEqual([true, true]);
  });

  test('lies anywhere in memory', () => {
    const behind = Buffer.concat([Buffer.alloc(5), pngOf(3, 5)]);
    expect(isDrawablePng(behind.subarray(5))).toBe(true);
  });

  test.each([
    ['a row less', pngOf(3, 5, { rows: 4 })],
    ['a row more', pngOf(3, 5, { rows: 6 })],
    ['no pixels', pngOf(3, 5, { rows: 0 })],
    ['no height', pngOf(3, 0)],
    ['passes', pngOf(3, 5, { passes: 1 })],
    ['a size that no memory holds', sized(pngOf(3, 5), 4_000_000_000)],
    ['what does not unpack', spoilt(pngOf(3, 5))],
    ['another kind of file', Buffer.from('<svg/>')],
  ])('has not %s', (_what, bytes) => {
    expect(isDrawablePng(bytes)).toBe(false);
  });
});

function sized(bytes: Buffer, width: number): Buffer {
  bytes.writeUInt32BE(width, 16);
  return bytes;
}

function spoilt(bytes: Buffer): Buffer {
  bytes.fill(0xff, 41, 51);
  return bytes;
}
