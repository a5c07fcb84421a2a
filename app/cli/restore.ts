import { Writable } from 'node:stream';
import { loadBackup } from '#db/backup/load';
import { type Verified, verifyBackup } from '#db/backup/verify';
import { runChecks } from '#db/checks/run';
import { connect, type Database } from '#db/client';
import { knownMigrations } from '#db/known-migrations';
import { credential } from '#db/schema';
import { vaultOf } from '~/http/seal.server';
import { keepBeside, keepSecret, keptSecret } from '~/http/secret.server';
import { summary } from './backup';
import { copyArguments, keyGiven } from './copy-arguments';
import { onServer } from './database';

const usage = `npm run restore -- DIR [--key FILE]   puts a backup back into an empty database
The key may also be given in BACKUP_KEY. See docs/operate/backup.md.`;

/**
 * `npm run restore`: puts a backup back into the empty database of the site, brings it up to date, runs the checks. Returns
 * the exit code: 1 when a check finds something, 2 when the arguments are wrong. Throws UnusableBackup and UnfitDatabase,
 * and then nothing was put back.
 */
export async function restore(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const asked = copyArguments(args);
  if (asked?.dir === undefined || asked.newKey !== undefined) {
    console.error(usage);
    return 2;
  }
  const backup = await verifyBackup(asked.dir, keyGiven(asked.key, env));
  const { manifest } = backup;
  return onServer(env, async (url) => {
    await loadBackup(url, backup);
    const steps = knownMigrations().length - manifest.migrations.length;
    console.log(`Put back: ${summary(manifest)}, as it was at ${manifest.madeAt}.`);
    if (steps > 0) console.log(`Brought up to date with ${steps} step(s).`);
    const { db, close } = connect(url, { owner: true, max: 1 });
    try {
      console.log(await restoreSecret(db, backup, env));
      return await reportChecks(db);
    } finally {
      await close();
    }
  });
}

/** What the checks find is said, and kept: it was so in the backup, to the byte. */
async function reportChecks(db: Database): Promise<number> {
  const { found, ...counts } = await runChecks(db);
  for (const row of found) console.error(JSON.stringify(row));
  console.log(`{"checks": ${counts.checks}, "violations": ${counts.violations}}`);
  return counts.violations === 0 ? 0 : 1;
}

/** Puts the secret of the site where it belongs, if the backup has it, and says whether second factors will open. */
async function restoreSecret(
  db: Database,
  { manifest, fill }: Verified,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const here = env.APP_SECRET || keptSecret();
  if (!manifest.secret) {
    const [sealed] = await db.select({ totp: credential.totpSecret }).from(credential).limit(1);
    return !sealed || (here && vaultOf(here).open('totp', sealed.totp) !== null)
      ? 'The secret of the site was not in it; the one here will do.'
      : 'The secret here does not open the second factors: set APP_SECRET (or .data/secret) to the one of before. Without it, invite staff anew.';
  }
  const pieces: Uint8Array[] = [];
  const into = new Writable({ write: (piece: Uint8Array, _, done) => done(void pieces.push(piece)) });
  await fill(manifest.secret, into);
  const secret = Buffer.concat(pieces).toString();
  if (secret === here) return 'The secret of the site is the one in use here.';
  if (here === undefined) {
    keepSecret(secret);
    return 'The secret of the site is back, in .data/secret.';
  }
  keepBeside(secret);
  return 'The secret here is another, so second factors will not open. The one of the backup is in .data/secret.restored: set APP_SECRET to it, or put it in the place of .data/secret.';
}
