/** A file in a zip: where it stands, how it is packed, and what it must be when it is unpacked. */
export type ZipEntry = {
  name: string;
  /** Where its own head begins in the zip. */
  headAt: number;
  packedBytes: number;
  bytes: number;
  crc32: number;
  packing: 'none' | 'deflate' | 'other';
  isLocked: boolean;
};

/** The end of a zip with its directory may have a remark of this length behind it. */
export const endBytes = 22 + 65_535;
/** The head of a file in a zip, before its name. */
export const headBytes = 30;

const signs = { end: 0x06054b50, entry: 0x02014b50, head: 0x04034b50 } as const;
/** What stands in place of a size that does not fit (zip64): no file of addresses is that large. */
const elsewhere = 0xffffffff;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Whether a file that begins like this is a zip. */
export const isZip = (start: Uint8Array): boolean =>
  start.length >= 4 && view(start).getUint32(0, true) === signs.head;

/** Where the directory of a zip is, as its last bytes (`endBytes`, or all) tell; null for what is no whole zip. */
export function directoryIn(tail: Uint8Array): { at: number; bytes: number } | null {
  const data = view(tail);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (data.getUint32(at, true) !== signs.end) continue;
    return { bytes: data.getUint32(at + 12, true), at: data.getUint32(at + 16, true) };
  }
  return null;
}

/** The files that a directory names; null when it is broken. */
export function entriesIn(directory: Uint8Array): ZipEntry[] | null {
  const data = view(directory);
  const entries: ZipEntry[] = [];
  for (let at = 0; at < directory.length;) {
    if (at + 46 > directory.length || data.getUint32(at, true) !== signs.entry) return null;
    const nameBytes = data.getUint16(at + 28, true);
    const next = at + 46 + nameBytes + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
    const packing = data.getUint16(at + 10, true);
    const entry: ZipEntry = {
      name: new TextDecoder().decode(directory.subarray(at + 46, at + 46 + nameBytes)),
      headAt: data.getUint32(at + 42, true),
      packedBytes: data.getUint32(at + 20, true),
      bytes: data.getUint32(at + 24, true),
      crc32: data.getUint32(at + 16, true),
      packing: packing === 0 ? 'none' : packing === 8 ? 'deflate' : 'other',
      isLocked: (data.getUint16(at + 8, true) & 1) === 1,
    };
    if ([entry.headAt, entry.packedBytes, entry.bytes].includes(elsewhere)) return null;
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** Where the bytes of a file begin, as its own head tells; null when that is no head. */
export function contentAt({ headAt }: ZipEntry, head: Uint8Array): number | null {
  const data = view(head);
  if (head.length < headBytes || data.getUint32(0, true) !== signs.head) return null;
  return headAt + headBytes + data.getUint16(26, true) + data.getUint16(28, true);
}
