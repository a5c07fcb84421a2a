import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newKey } from '#db/backup/key';
import { loadBackup } from '#db/backup/load';
import { type Manifest, UnusableBackup } from '#db/backup/manifest';
import { verifyBackup } from '#db/backup/verify';
import { tablesOf } from '../support/contents';
import { freshDatabase, onServer } from '../support/database';
import { useBackups } from '../support/backup-world';

const world = useBackups();
const { folder, plain, sealed, now, manifestOf, checked } = world;

describe('a backup that cannot be trusted is refused in words, and nothing is written', () => {
  const target = freshDatabase();
  let copies = 0;

  /** A copy of a backup that something was done to, put back. */
  async function refused(from: string, change: (dir: string) => void, withKey?: string): Promise<string> {
    const dir = join(folder, `broken-${copies++}`);
    cpSync(from, dir, { recursive: true });
    change(dir);
    const error = await verifyBackup(dir, withKey)
      .then((backup) => loadBackup(target.url, backup))
      .then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
    expect(error).toBeInstanceOf(UnusableBackup);
    expect(await tablesOf(target.url)).toEqual([]);
    return (error as Error).message;
  }
  const flip = (file: string) => {
    const bytes = readFileSync(file);
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    writeFileSync(file, bytes);
  };
  const rewrite = (dir: string, change: (manifest: Manifest) => unknown) => {
    const manifest = manifestOf(dir);
    change(manifest);
    writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  };
  const other = async () => (await newKey(now)).text;

  test('no list', async () => {
    const said = await refused(plain, (dir) => rmSync(join(dir, 'manifest.json')));
    expect(said).toMatch(/holds no manifest\.json: it is no backup, or one that was not finished/);
  });

  test('half a list', async () => {
    const said = await refused(plain, (dir) => {
      const text = readFileSync(join(dir, 'manifest.json'), 'utf8');
      writeFileSync(join(dir, 'manifest.json'), text.slice(0, text.length >> 1));
    });
    expect(said).toMatch(/manifest\.json is damaged/);
  });

  test('a missing file', async () => {
    const said = await refused(plain, (dir) => rmSync(join(dir, 'table_posting.gz')));
    expect(said).toMatch(/table_posting\.gz is missing/);
  });

  test('one bit', async () => {
    expect(await refused(plain, (dir) => flip(join(dir, 'table_posting.gz')))).toMatch(
      /table_posting\.gz is not what was written/,
    );
    expect(await refused(sealed, (dir) => flip(join(dir, 'queue.gz.age')), world.key)).toMatch(
      /queue\.gz\.age is not what was written/,
    );
  });

  test('no key, another key, half a key, no key at all', async () => {
    const nothing = () => {};
    expect(await refused(sealed, nothing)).toMatch(/is sealed\. Give its key: --key FILE/);
    expect(await refused(sealed, nothing, await other())).toMatch(/was not sealed for this key/);
    expect(await refused(sealed, nothing, (await newKey(now)).publicKey)).toMatch(/public half of a key/);
    expect(await refused(sealed, nothing, 'sesam')).toMatch(/no key of age in it/);
  });

  test('of a newer Wijkkas', async () => {
    const step = { tag: '9999_later', hash: 'f'.repeat(64) };
    const said = await refused(plain, (dir) => rewrite(dir, ({ migrations }) => migrations.push(step)));
    expect(said).toMatch(/a step that this version does not know: 9999_later/);
    expect(await refused(plain, (dir) => rewrite(dir, (all) => Object.assign(all, { format: 2 })))).toMatch(
      /laid out in way 2, and this Wijkkas knows up to 1/,
    );
  });

  test('a table that it forgot', async () => {
    const said = await refused(plain, (dir) =>
      rewrite(dir, (all) => (all.tables = all.tables.filter(({ name }) => name !== 'council_vote'))),
    );
    expect(said).toMatch(/not whole.*council_vote.* is missing/);
  });

  test('rows that break a rule of the database, also after the last of them was sent', async () => {
    const said = await refused(plain, (dir) =>
      rewrite(dir, (all) => {
        const [mail, person] = ['mail', 'person'].map((each) => all.tables.find(({ name }) => name === each));
        if (mail && person) Object.assign(mail, { ...person, name: 'mail', columns: mail.columns });
      }),
    );
    expect(said).toMatch(/The database refused what is in this backup \(/);
  });

  test('a reference to a row that is not there', async () => {
    const said = await refused(plain, (dir) =>
      rewrite(dir, (all) => {
        const [votes, empty] = ['seat', 'sent_form'].map((each) =>
          all.tables.find(({ name }) => name === each),
        );
        if (votes && empty) Object.assign(votes, { ...empty, name: 'seat', columns: votes.columns });
      }),
    );
    expect(said).toMatch(/refused.*foreign key/);
  });

  test('the connection goes half way', async () => {
    const backup = await verifyBackup(plain);
    const cut: typeof backup.fill = async (part, into) => {
      if (part.file === 'table_posting.gz')
        await onServer(
          (sql) => sql`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'wijkkas owner' and datname = ${new URL(target.url).pathname.slice(1)}`,
        );
      await backup.fill(part, into);
    };
    await expect(loadBackup(target.url, { ...backup, fill: cut })).rejects.toThrow();
    const ours = (await tablesOf(target.url)).filter(({ schemaname }) => schemaname !== 'graphile_worker');
    expect(ours).toEqual([]);
    await loadBackup(target.url, backup);
    expect(await checked(target.url)).toEqual([]);
  });
});
