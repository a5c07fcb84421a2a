/** What every PNG begins with. */
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The last piece of every PNG: no content, its name, its sum. */
const end = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
/** The signature, and the first piece: 13 bytes with a length, a name and a sum around them. */
const headBytes = signature.length + 25;

export const isPng = (bytes: Uint8Array): boolean => signature.every((byte, at) => bytes[at] === byte);

/** How wide and high a PNG is, in pixels; null when it is none, is cut short or goes on behind its end. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  const tail = bytes.subarray(-end.length);
  if (!isPng(bytes) || bytes.length < headBytes + end.length) return null;
  if (!end.every((byte, at) => tail[at] === byte)) return null;
  const head = new DataView(bytes.buffer, bytes.byteOffset + signature.length, headBytes - signature.length);
  const name = String.fromCharCode(...bytes.subarray(12, 16));
  if (head.getUint32(0) !== 13 || name !== 'IHDR') return null;
  return { width: head.getUint32(8), height: head.getUint32(12) };
}
