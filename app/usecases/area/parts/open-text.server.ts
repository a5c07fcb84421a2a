import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { type PostcodeProblem, PostcodesRefused } from '~/domain/area/postcode';
import { contentAt, directoryIn, endBytes, entriesIn, headBytes, isZip, type ZipEntry } from '~/formats/zip';

/** A text file that is read piece by piece; `done` of `total` bytes were read when a piece comes. */
export type OpenText = { total: number; pieces: AsyncIterable<{ text: string; done: number }> };

type Place = { path: string; from: number; bytes: number; entry: ZipEntry | null };

/**
 * Opens a text file on disk, or the largest .csv in a zip, without taking it into memory. Throws PostcodesRefused for a file that is
 * not there and a zip that cannot be read; while reading too, when what comes out is not what the zip announced.
 */
export async function openText(path: string): Promise<OpenText> {
  const file = await open(path).catch(() => refuse('noFile', path));
  try {
    const { size } = await file.stat();
    const start = await bytesAt(file, 0, 4);
    const place: Place = isZip(start)
      ? await placeInZip(file, path, size)
      : { path, from: 0, bytes: size, entry: null };
    return { total: place.bytes, pieces: textOf(place) };
  } finally {
    await file.close();
  }
}

async function placeInZip(file: FileHandle, path: string, size: number): Promise<Place> {
  const tail = await bytesAt(file, Math.max(0, size - endBytes), Math.min(size, endBytes));
  const directory = directoryIn(tail) ?? refuse('zipBroken');
  if (directory.at + directory.bytes > size) refuse('zipBroken');
  const entries = entriesIn(await bytesAt(file, directory.at, directory.bytes)) ?? refuse('zipBroken');
  const [entry] = entries.filter(({ name }) => /\.(csv|txt)$/i.test(name)).sort((a, b) => b.bytes - a.bytes);
  if (!entry) return refuse('zipEmpty');
  if (entry.isLocked) refuse('zipLocked');
  if (entry.packing === 'other') refuse('zipBroken');
  const from = contentAt(entry, await bytesAt(file, entry.headAt, headBytes)) ?? refuse('zipBroken');
  if (from + entry.packedBytes > size) refuse('zipBroken');
  return { path, from, bytes: entry.packedBytes, entry };
}

async function bytesAt(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

async function* textOf({ path, from, bytes, entry }: Place): OpenText['pieces'] {
  if (bytes === 0) return;
  const packed = createReadStream(path, { start: from, end: from + bytes - 1 });
  const unpacked = entry?.packing === 'deflate' ? packed.pipe(createInflateRaw()) : packed;
  packed.once('error', (error) => unpacked.destroy(error));
  const decoder = new TextDecoder();
  let [length, sum] = [0, 0];
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      length += piece.length;
      if (entry) sum = crc32(piece, sum);
      if (entry && length > entry.bytes) refuse('zipBroken');
      yield { text: decoder.decode(piece, { stream: true }), done: packed.bytesRead };
    }
  } catch (error) {
    throw isOfPacking(error)
      ? new PostcodesRefused([{ line: null, problem: 'zipBroken', value: '' }])
      : error;
  } finally {
    packed.destroy();
  }
  if (entry && (length !== entry.bytes || sum !== entry.crc32)) refuse('zipBroken');
  yield { text: decoder.decode(), done: bytes };
}

const isOfPacking = (error: unknown) =>
  error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));

function refuse(problem: PostcodeProblem['problem'], value = ''): never {
  throw new PostcodesRefused([{ line: null, problem, value }]);
}
