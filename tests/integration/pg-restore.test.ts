import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBackup } from '#db/backup/load';
import { verifyBackup } from '#db/backup/verify';
import { runChecks } from '#db/checks/run';
import { connect } from '#db/client';
import { migrate } from '#db/migrate';
import { bareServer } from '../support/bare-server';
import { ask, contentsOf } from '../support/contents';
import { freshDatabase } from '../support/database';
import { latestRelease } from '../support/releases';

const source = freshDatabase();
const bare = bareServer();
const folder = mkdtempSync(join(tmpdir(), 'wijkkas-pg-'));
const file = join(folder, 'dump');
const restored = (url: string) => spawnSync('pg_restore', ['--no-owner', '-d', url, file]).status;

beforeAll(async () => loadBackup(source.url, await verifyBackup(latestRelease)));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The version of pg_dump on this machine, 0 without one; it dumps servers up to its own. */
const dumper = Number(
  /\d+/.exec(spawnSync('pg_dump', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[0] ?? 0,
);
// The server of the packages is newer than any pg_dump here.
const onMachine = process.env.DATABASE_URL !== undefined;

test.skipIf(!onMachine || dumper < 15)(
  'pg_dump and pg_restore as people know them: the role comes first, or the start says so (skipped where none fits)',
  async () => {
    const dump = spawnSync('pg_dump', ['-Fc', '-f', file, source.url], { encoding: 'utf8' });
    expect(dump.stderr).toBe('');

    const early = await bare.another('early');
    restored(early);
    await expect(migrate(early)).rejects.toThrow(/role wijkkas_app is missing on this server/);
    await ask(bare.url, (sql) => sql`create role wijkkas_app nologin`);
    await expect(migrate(early)).rejects.toThrow(/no rights in this database/);

    const late = await bare.another('late');
    expect(restored(late)).toBe(0);
    await migrate(late);
    // The words to search by are those of the server's own dictionary, which differs from one version to the next.
    const { initiative: found, ...rows } = await contentsOf(late);
    const { initiative: wanted, ...others } = await contentsOf(source.url);
    expect(rows).toEqual(others);
    expect(found?.split(' ')[0]).toBe(wanted?.split(' ')[0]);
    const { db, close } = connect(late, { owner: true, max: 1 });
    expect((await runChecks(db)).found).toEqual([]);
    await close();
  },
);
