import { crc32, deflateRawSync } from 'node:zlib';

type Entry = { name: string; text: string; packing?: number; flags?: number; bytes?: number; crc?: number };

/** A zip with these files, packed with deflate unless `packing` says otherwise; `bytes` and `crc` may lie. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const heads: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, text, packing = 8, flags = 0, ...said } of entries) {
    const plain = Buffer.from(text);
    const packed = packing === 8 ? deflateRawSync(plain) : plain;
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(flags, 0);
    fields.writeUInt16LE(packing, 2);
    fields.writeUInt32LE(said.crc ?? crc32(plain), 8);
    fields.writeUInt32LE(packed.length, 12);
    fields.writeUInt32LE(said.bytes ?? plain.length, 16);
    fields.writeUInt16LE(Buffer.byteLength(name), 20);
    const head = Buffer.concat([sign(0x04034b50), short(20), fields, short(0), Buffer.from(name), packed]);
    const where = Buffer.alloc(12);
    where.writeUInt32LE(at, 8);
    directory.push(
      Buffer.concat([
        sign(0x02014b50),
        short(20),
        short(20),
        fields,
        short(0),
        short(0),
        where,
        Buffer.from(name),
      ]),
    );
    heads.push(head);
    at += head.length;
  }
  const names = Buffer.concat(directory);
  const end = Buffer.alloc(16);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(names.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...heads, names, sign(0x06054b50), end, short(0)]);
}

const short = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};

const sign = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
