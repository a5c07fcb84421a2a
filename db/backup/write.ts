import { mkdirSync, readdirSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { waitingMigrations } from '../fit';
import { knownMigrations, type Migration } from '../known-migrations';
import { keepSchema } from '../migrate';
import { asOwner, inOneGo, type Owner } from '../owner';
import { version } from '../version';
import { copied, ownAndOthers, sequencesIn, speakPlainly, type Table } from './catalog';
import { waitingJobs } from './jobs';
import { sealFor } from './key';
import { FORMAT, MANIFEST, type Manifest, type Part, type TablePart, UnusableBackup } from './manifest';
import { writePart } from './parts';

export type Wanted = {
  /** An empty folder, or one that is not there yet. */
  dir: string;
  /** Text with the key to seal for; without one nothing is sealed, and the secret is left out. */
  key?: string | undefined;
  /** The secret of the site, which opens second factors. */
  secret?: string | undefined;
  now: Date;
};

export type Made = { manifest: Manifest; others: string[] };

/** Writes what a source gives under a name; bound to one folder and one seal. */
type Write = (name: string, source: AsyncIterable<Uint8Array>) => Promise<Part>;

/**
 * Copies the whole database at `url` as it is at one moment, while others go on reading and writing. The list is written
 * last: a folder without it is half a backup. `others` are tables that are not of Wijkkas, and were left out. Throws
 * UnusableBackup where the folder is in use or the key is none, UnfitDatabase where it is no database of this Wijkkas.
 */
export async function writeBackup(url: string, { dir, key, secret, now }: Wanted): Promise<Made> {
  const seal = key === undefined ? undefined : await sealFor(key);
  const write: Write = (name, source) => writePart(dir, name, source, seal);
  return asOwner(url, async (owner) => {
    await keepSchema(owner);
    const done = await doneMigrations(owner);
    useFolder(dir);
    const { others, ...found } = await inOneGo(owner, 'isolation level repeatable read read only', () =>
      copyAll(owner, done, write),
    );
    const manifest: Manifest = {
      format: FORMAT,
      madeAt: now.toISOString(),
      wijkkas: version(),
      migrations: done.map(({ tag, hash }) => ({ tag, hash })),
      sealed: seal !== undefined,
      ...found,
      secret: seal && secret ? await write('secret', inBytes(secret)) : null,
    };
    await finish(dir, manifest);
    return { manifest, others };
  });
}

async function doneMigrations(owner: Owner): Promise<Migration[]> {
  const known = knownMigrations();
  const done = known.slice(0, known.length - (await waitingMigrations(owner)).length);
  if (done.length === 0) throw new UnusableBackup('There is nothing in this database to make a backup of.');
  return done;
}

async function copyAll(owner: Owner, done: readonly Migration[], write: Write) {
  await speakPlainly(owner);
  const { own, others } = await ownAndOthers(owner, done.at(-1)?.tag ?? '');
  const tables: TablePart[] = [];
  for (const table of own) tables.push(await copyTable(owner, table, write));
  const [server] = await owner.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  const sequences = await sequencesIn(owner);
  const jobs = await write('queue', await owner.copyOut(await waitingJobs(owner)));
  return { server: server?.version ?? '', tables, sequences, jobs, others };
}

async function copyTable(owner: Owner, table: Table, write: Write): Promise<TablePart> {
  const rows = await owner.copyOut(`copy ${copied(table)} to stdout`);
  return { ...table, ...(await write(`table_${table.name}`, rows)) };
}

function useFolder(dir: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (readdirSync(dir).length === 0) return;
  throw new UnusableBackup(`${dir} is not empty. Give each backup a folder of its own.`);
}

async function* inBytes(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}

/** The list comes to its place in one step, when everything it names is on the disk. */
async function finish(dir: string, manifest: Manifest): Promise<void> {
  const [half, whole] = [join(dir, `${MANIFEST}.half`), join(dir, MANIFEST)];
  const file = await open(half, 'wx', 0o600);
  await file.writeFile(`${JSON.stringify(manifest, null, 1)}\n`);
  await file.sync();
  await file.close();
  await rename(half, whole);
}
