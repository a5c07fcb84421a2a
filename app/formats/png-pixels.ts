import { inflateSync } from 'node:zlib';
import { pngSize } from './png';

/** How many values a pixel has, by the type of colour. */
const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const mostBytes = 64 * 1024 * 1024;

/**
 * Can this PNG be drawn on paper: are all of its pixels there, row by row? Who draws it unpacks them out of reach of whoever
 * asked, where a fault would stop the site. A PNG in passes (interlaced) is not for paper.
 */
export function isDrawablePng(bytes: Uint8Array): boolean {
  const size = pngSize(bytes);
  if (!size || size.width === 0 || size.height === 0) return false;
  const [depth = 0, colour = 0, , , passes] = bytes.subarray(24, 29);
  const row = 1 + Math.ceil((size.width * depth * (channels[colour] ?? 0)) / 8);
  if (passes !== 0 || row * size.height > mostBytes) return false;
  try {
    return inflateSync(pixelsOf(bytes), { maxOutputLength: mostBytes }).length === row * size.height;
  } catch {
    return false;
  }
}

/** What the pieces with pixels hold, one behind the other. */
function pixelsOf(bytes: Uint8Array): Buffer {
  const file = Buffer.from(bytes);
  const pieces: Buffer[] = [];
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    const content = file.subarray(at + 8, at + 8 + length);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') pieces.push(content);
    at += length + 12;
  }
  return Buffer.concat(pieces);
}
