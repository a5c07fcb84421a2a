import { writeFileSync } from 'node:fs';
import { newKey } from '#db/backup/key';
import { type Manifest, UnusableBackup } from '#db/backup/manifest';
import { markBackup, sizeOf } from '#db/backup/mark';
import { writeBackup } from '#db/backup/write';
import { keptSecret } from '~/http/secret.server';
import { copyArguments, keyGiven } from './copy-arguments';
import { onServer } from './database';

const usage = `npm run backup -- DIR [--key FILE]   copies the whole site into an empty folder
npm run backup -- --new-key FILE     makes a key to seal backups for
The key may also be given in BACKUP_KEY. See docs/operate/backup.md.`;

/**
 * `npm run backup`: copies everything of the site, at one moment, while it runs on; or makes a key. Returns the exit code: 2
 * when the arguments are wrong. Throws UnusableBackup and UnfitDatabase.
 */
export async function backup(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const asked = copyArguments(args);
  if (asked?.newKey !== undefined && asked.dir === undefined) return makeKey(asked.newKey);
  if (asked?.dir === undefined || asked.newKey !== undefined) {
    console.error(usage);
    return 2;
  }
  const { dir } = asked;
  const key = keyGiven(asked.key, env);
  const secret = env.APP_SECRET || keptSecret();
  const start = Date.now();
  const { manifest, others } = await onServer(env, async (url) => {
    const made = await writeBackup(url, { dir, key, secret, now: new Date() });
    await markBackup(url, made.manifest);
    return made;
  });
  if (others.length > 0) console.error(`Left out, as Wijkkas did not make them: ${others.join(', ')}.`);
  console.log(`${summary(manifest)} in ${((Date.now() - start) / 1000).toFixed(1)} s: ${dir}`);
  console.log(whatToKeep(manifest));
  return 0;
}

/** How much a backup holds, in words. */
export function summary(manifest: Manifest): string {
  const { rows, bytes } = sizeOf(manifest);
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  return `${manifest.tables.length} tables with ${rows} rows and ${manifest.jobs.rows} waiting jobs, ${size}`;
}

function whatToKeep({ sealed, secret }: Manifest): string {
  if (secret) return 'Sealed; the secret of the site is in it. Keep the key elsewhere than the backup.';
  const apart =
    'The secret that opens second factors (APP_SECRET, or .data/secret) is not in it: keep that apart.';
  return sealed ? `Sealed. ${apart}` : `Not sealed: whoever has it reads names and accounts. ${apart}`;
}

async function makeKey(file: string): Promise<number> {
  const { text, publicKey } = await newKey(new Date());
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new UnusableBackup(`No key was made: ${error instanceof Error ? error.message : ''}`);
  }
  console.log(`The key is in ${file}. Keep it away from this machine: without it no backup is ever opened.`);
  console.log(`To make backups, this machine needs its public half only:\nBACKUP_KEY=${publicKey}`);
  return 0;
}
