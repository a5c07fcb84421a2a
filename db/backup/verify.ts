import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownMigrations } from '../known-migrations';
import { openWith, type Stage } from './key';
import { MANIFEST, type Manifest, parseManifest, type Part, partsOf, UnusableBackup } from './manifest';
import { assertUntouched, readPart } from './parts';

/** A backup of which every byte was looked at; `fill` gives what is in one of its files. */
export type Verified = {
  manifest: Manifest;
  fill: (part: Part, into: NodeJS.WritableStream) => Promise<void>;
};

/**
 * Looks at every file of a backup, opens and unpacks it. Throws UnusableBackup where it is half, damaged, of a version that
 * this one does not know, or not sealed for this key.
 */
export async function verifyBackup(dir: string, key?: string): Promise<Verified> {
  const manifest = readManifest(dir);
  assertKnown(manifest);
  const open = opener(manifest, key);
  for (const part of partsOf(manifest)) await assertUntouched(dir, part);
  for (const part of partsOf(manifest)) {
    await readPart(dir, part, open).catch((error: unknown) => {
      throw error instanceof UnusableBackup ? error : unopened(part, manifest, error);
    });
  }
  return { manifest, fill: (part, into) => readPart(dir, part, open, into) };
}

function readManifest(dir: string): Manifest {
  const file = join(dir, MANIFEST);
  if (existsSync(file)) return parseManifest(readFileSync(file, 'utf8'));
  throw new UnusableBackup(
    existsSync(dir)
      ? `${dir} holds no ${MANIFEST}: it is no backup, or one that was not finished. Take another one.`
      : `There is no folder ${dir}.`,
  );
}

/** A backup is put back with the schema that it was made from; this version must have every step of it. */
function assertKnown({ migrations, wijkkas }: Manifest): void {
  const known = knownMigrations();
  const strange = migrations.find(({ hash }, at) => known[at]?.hash !== hash);
  if (!strange) return;
  throw new UnusableBackup(
    `This backup is of Wijkkas ${wijkkas} and has a step that this version does not know: ${strange.tag}. Put it back with the version that made it, or a later one.`,
  );
}

function opener({ sealed }: Manifest, key: string | undefined): Stage | undefined {
  if (!sealed) return undefined;
  if (key !== undefined) return openWith(key);
  throw new UnusableBackup(
    'This backup is sealed. Give its key: --key FILE, or the key itself in BACKUP_KEY.',
  );
}

/** The file is the one that was written, so it is the key that does not fit. */
const unopened = ({ file }: Part, { sealed }: Manifest, cause: unknown) =>
  new UnusableBackup(
    sealed
      ? `${file} was not sealed for this key. Give the key that belongs to this backup.`
      : `${file} cannot be unpacked. Take another backup.`,
    { cause },
  );
