import { databaseError, faultOf } from '../fault';
import { assertFresh, assertMayMigrate, assertRole } from '../fit';
import { knownMigrations, type Migration } from '../known-migrations';
import { holdSchema, migrateQueue, runMigrations } from '../migrate';
import { asOwner, inOneGo, type Owner } from '../owner';
import { copied, guardsIn, quoted, sequencesIn, speakPlainly, tablesIn } from './catalog';
import { liftGuards } from './guards';
import { putJobsBack } from './jobs';
import { type Manifest, UnusableBackup } from './manifest';
import { hashOf } from './parts';
import { type Verified } from './verify';

/**
 * Puts a backup back into the empty database at `url`: the schema it was made from, every row, then the steps up to
 * `known`. All in one transaction, and only when every table then gives the very bytes that were backed up. Throws
 * UnfitDatabase where the database is not empty or this user may not, UnusableBackup where something did not come back.
 */
export async function loadBackup(
  url: string,
  backup: Verified,
  known: readonly Migration[] = knownMigrations(),
): Promise<void> {
  const done = backup.manifest.migrations.length;
  await asOwner(url, async (owner) => {
    await holdSchema(owner);
    await assertFresh(owner);
    await assertMayMigrate(owner, knownMigrations());
    await migrateQueue(url);
    try {
      await inOneGo(owner, '', async () => {
        await speakPlainly(owner);
        await runMigrations(owner, known.slice(0, done));
        await fillTables(owner, backup);
        await assertRole(owner);
        await runMigrations(owner, known.slice(done));
      });
    } catch (error) {
      await owner.query('drop schema if exists graphile_worker cascade').catch(() => {});
      const refused = databaseError(error);
      if (!refused || faultOf(error)) throw error;
      throw new UnusableBackup(
        `The database refused what is in this backup (${refused.message}). Nothing was put back. Take another backup.`,
        { cause: error },
      );
    }
    await owner.query('analyze');
  });
}

async function fillTables(owner: Owner, { manifest, fill }: Verified): Promise<void> {
  await assertSameTables(owner, manifest);
  const before = await guardsIn(owner);
  const putBack = await liftGuards(owner, manifest.tables);
  for (const table of manifest.tables)
    await fill(table, await owner.copyIn(`copy ${copied(table)} from stdin`));
  for (const { name, value, called } of manifest.sequences)
    await owner.query(`select setval('public.${quoted(name)}', ${value}, ${called})`);
  await putBack();
  if ((await guardsIn(owner)).join('\n') !== before.join('\n'))
    throw notTheSame('the guards of the database');
  for (const table of manifest.tables) {
    const rows = await owner.copyOut(`copy ${copied(table)} to stdout`);
    if ((await hashOf(rows)) !== table.content) throw notTheSame(`table ${table.name}`);
  }
  await putJobsBack(owner, (into) => fill(manifest.jobs, into));
}

/** A table that the backup forgot would come back empty, and nobody would know. */
async function assertSameTables(owner: Owner, { tables, sequences }: Manifest): Promise<void> {
  const wanted = (await tablesIn(owner)).map(copied);
  const numbered = (await sequencesIn(owner)).map(({ name }) => name);
  const given = new Set([...tables.map(copied), ...sequences.map(({ name }) => name)]);
  const absent = [...wanted, ...numbered].filter((name) => !given.has(name));
  if (absent.length === 0 && given.size === wanted.length + numbered.length) return;
  throw new UnusableBackup(
    `This backup is not whole: its tables are not those of the version it names${absent.length > 0 ? `, ${absent[0]} is missing` : ''}. Nothing was put back. Take another backup.`,
  );
}

const notTheSame = (what: string) =>
  new UnusableBackup(`After putting everything back, ${what} did not come out the same. Nothing was kept.`);
