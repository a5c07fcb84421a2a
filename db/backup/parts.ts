import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type Stage } from './key';
import { type Part, UnusableBackup } from './manifest';

const BATCH = 65_536;
const NEWLINE = 10;

type Meter = { through: Stage; bytes: () => number; rows: () => number; sha256: () => string };

/** Counts what flows by: bytes, lines, and the hash of it all. */
function meter(): Meter {
  const hash = createHash('sha256');
  let bytes = 0;
  let rows = 0;
  return {
    through: async function* (chunks) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) rows++;
        yield chunk;
      }
    },
    bytes: () => bytes,
    rows: () => rows,
    sha256: () => hash.copy().digest('hex'),
  };
}

/** The driver hands out a row at a time; what follows works on larger pieces. */
async function* inBatches(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < BATCH) continue;
    yield Buffer.concat(waiting);
    [waiting, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(waiting);
}

const asItIs: Stage = (chunks) => chunks;
async function nowhere(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of chunks);
}

/** Writes one file of a backup, packed and sealed, and on the disk before this returns. */
export async function writePart(
  dir: string,
  name: string,
  source: AsyncIterable<Uint8Array>,
  seal: Stage | undefined,
): Promise<Part> {
  const file = seal ? `${name}.gz.age` : `${name}.gz`;
  const [inside, outside] = [meter(), meter()];
  await pipeline(
    inside.through(inBatches(source)),
    createGzip(),
    seal ?? asItIs,
    outside.through,
    createWriteStream(join(dir, file), { flags: 'wx', mode: 0o600, flush: true }),
  );
  const { bytes, sha256 } = outside;
  return { file, bytes: bytes(), sha256: sha256(), rows: inside.rows(), content: inside.sha256() };
}

/** What is in one file of a backup, into `sink`. Throws UnusableBackup where it is not what the list says. */
export async function readPart(
  dir: string,
  part: Part,
  open: Stage | undefined,
  sink: NodeJS.WritableStream | typeof nowhere = nowhere,
): Promise<void> {
  const inside = meter();
  await pipeline(
    createReadStream(join(dir, part.file)),
    open ?? asItIs,
    createGunzip(),
    inside.through,
    sink,
  );
  if (inside.sha256() !== part.content || inside.rows() !== part.rows) {
    throw new UnusableBackup(`${part.file} does not hold what the list says of it. Take another backup.`);
  }
}

/** Throws UnusableBackup where a file is missing, or not the one that was written. */
export async function assertUntouched(dir: string, { file, bytes, sha256 }: Part): Promise<void> {
  const found = meter();
  try {
    await pipeline(createReadStream(join(dir, file)), found.through, nowhere);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new UnusableBackup(`${file} is missing from this backup. Copy it whole, or take another one.`);
  }
  if (found.bytes() === bytes && found.sha256() === sha256) return;
  throw new UnusableBackup(
    `${file} is not what was written: it has ${found.bytes()} bytes of ${bytes}, or other ones. Copy it anew, or take another backup.`,
  );
}

/** The hash of what this stream gives. */
export async function hashOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const found = meter();
  await pipeline(source, found.through, nowhere);
  return found.sha256();
}
