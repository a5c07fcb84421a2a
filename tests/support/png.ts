import { crc32, deflateSync } from 'node:zlib';

/** A PNG of this size in one see-through green, with `rows` of its pixels: all of them, unless it should be broken. */
export function pngOf(width: number, height: number, { rows = height, passes = 0 } = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, passes], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 4, Buffer.from([20, 120, 60, 200]))]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: rows }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    piece('IHDR', head),
    piece('IDAT', pixels),
    piece('IEND', Buffer.alloc(0)),
  ]);
}

function piece(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(content.length, 0);
  numbers.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([numbers.subarray(0, 4), named, numbers.subarray(4)]);
}
