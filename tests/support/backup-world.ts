import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { newKey } from '#db/backup/key';
import { loadBackup } from '#db/backup/load';
import { type Manifest } from '#db/backup/manifest';
import { verifyBackup } from '#db/backup/verify';
import { writeBackup } from '#db/backup/write';
import { runChecks } from '#db/checks/run';
import { connect } from '#db/client';
import { ask } from './contents';
import { freshDatabase } from './database';
import { latestRelease } from './releases';

/** A database and two backups of it: one plain, one sealed. */
export function useBackups() {
  const source = freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'wijkkas-backup-'));
  const plain = join(folder, 'plain');
  const sealed = join(folder, 'sealed');
  const now = new Date();
  const awkward = `tab\t, regel\nen return\r, \\N, \\., "aanhaling", 'nog een', 😀 en e\u0301`;
  let key: string;

  beforeAll(async () => {
    await loadBackup(source.url, await verifyBackup(latestRelease));
    await ask(source.url, async (sql) => {
      await sql`update mail set body = ${awkward}`;
      await sql`select graphile_worker.add_job('send-mail', ${JSON.stringify({ mailId: awkward })}::text::json, 'rij', now() + interval '1 day', 3, 'sleutel', 5, array['vlag'])`;
      await sql`select graphile_worker.add_job('tidy')`;
      await sql`create table of_somebody_else (id int)`;
    });
    key = (await newKey(now)).text;
    await writeBackup(source.url, { dir: plain, now });
    await writeBackup(source.url, { dir: sealed, key, secret: 's'.repeat(64), now });
    await ask(source.url, (sql) => sql`drop table of_somebody_else`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const manifestOf = (dir: string) =>
    JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Manifest;

  async function checked(url: string) {
    const { db, close } = connect(url, { owner: true, max: 1 });
    try {
      return (await runChecks(db)).found;
    } finally {
      await close();
    }
  }

  return {
    source,
    folder,
    plain,
    sealed,
    now,
    get key() {
      return key;
    },
    manifestOf,
    checked,
  };
}
