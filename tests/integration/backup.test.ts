import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardsIn } from '#db/backup/catalog';
import { loadBackup } from '#db/backup/load';
import { type Manifest } from '#db/backup/manifest';
import { verifyBackup } from '#db/backup/verify';
import { writeBackup } from '#db/backup/write';
import { appLogin } from '#db/login';
import { asOwner } from '#db/owner';
import { UnfitDatabase } from '#db/unfit';
import { bareServer } from '../support/bare-server';
import { builtProgram } from '../support/build';
import { ask, contentsOf, jobsOf } from '../support/contents';
import { freshDatabase, onServer } from '../support/database';
import { useBackups } from '../support/backup-world';

const world = useBackups();
const { source, folder, plain, sealed, now, manifestOf, checked } = world;

const bare = bareServer();

const guardsOf = (url: string) => asOwner(url, (owner) => guardsIn(owner));

describe('put back as an owner who is no superuser', () => {
  const owner = `wijkkas_owner_${randomBytes(4).toString('hex')}`;
  afterAll(() => onServer((sql) => sql.unsafe(`drop role ${owner}`)));
  const target = freshDatabase();
  const asUser = () => Object.assign(new URL(target.url), { username: owner, password: 'p' }).toString();

  beforeAll(async () => {
    await onServer((sql) =>
      sql.unsafe(`create role ${owner} login createrole password 'p';
        grant wijkkas_app to ${owner};
        alter database ${new URL(target.url).pathname.slice(1)} owner to ${owner}`),
    );
    await loadBackup(asUser(), await verifyBackup(plain));
  });

  test('every row, number and waiting job is there', async () => {
    expect(await contentsOf(target.url)).toEqual(await contentsOf(source.url));
    expect(await jobsOf(target.url)).toEqual(await jobsOf(source.url));
    expect(await jobsOf(target.url)).toHaveLength(2);
  });

  test('every guard and right is there, and bites', async () => {
    const guards = await guardsOf(target.url);
    expect(guards).toEqual(await guardsOf(source.url));
    expect(guards.filter((line) => line.startsWith('trigger O'))).not.toHaveLength(0);
    expect(guards.filter((line) => line.startsWith('grant'))).not.toHaveLength(0);
    await expect(ask(target.url, (sql) => sql`update posting set cents = 0`)).rejects.toThrow('append-only');
    await expect(ask(await appLogin(target.url), (sql) => sql`delete from journal_entry`)).rejects.toThrow(
      'permission denied',
    );
  });

  test('every invariant holds', async () => expect(await checked(target.url)).toEqual([]));

  test('a database that is not empty is refused, and stays as it was', async () => {
    const before = await contentsOf(target.url);
    const again = loadBackup(asUser(), await verifyBackup(plain));
    await expect(again).rejects.toThrow(UnfitDatabase);
    await expect(again).rejects.toThrow(/empty database, and this one is not/);
    expect(await contentsOf(target.url)).toEqual(before);
  });
});

test('sealed, from this server to a bare one and back: the roles are made first, the rows are the same', async () => {
  const away = await bare.another('away');
  await loadBackup(away, await verifyBackup(sealed, world.key));
  const dir = join(folder, 'from-away');
  await writeBackup(away, { dir, now });
  const contents = ({ tables }: Manifest) => tables.map(({ name, rows, content }) => [name, rows, content]);
  expect(contents(manifestOf(dir))).toEqual(contents(manifestOf(sealed)));
  expect(await checked(away)).toEqual([]);
  expect(await ask(await appLogin(away), (sql) => sql`select current_user`)).toHaveLength(1);
});

test('what is sealed tells nothing but its size and its tables', () => {
  const files = readdirSync(sealed).filter((name) => name !== 'manifest.json');
  expect(files.every((name) => name.endsWith('.gz.age'))).toBe(true);
  for (const name of files)
    expect(readFileSync(join(sealed, name)).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  expect(existsSync(join(plain, 'secret.gz'))).toBe(false);
  expect(manifestOf(plain).secret).toBeNull();
});

test('a backup is of one moment, and holds up nobody who writes', async () => {
  let written = 0;
  let longest = 0;
  let going = true;
  const writing = ask(source.url, async (sql) => {
    const [{ id } = {}] = await sql`select id from person limit 1`;
    for (; going && written < 5_000; written++) {
      const start = performance.now();
      await sql.begin(async (tx) => {
        await tx`insert into sent_form (person_id, key, request_hash, sent_at) values (${id}, gen_random_uuid(), ${'0'.repeat(64)}, now())`;
        await tx`insert into session (id, user_id, expires_at, created_at, assurance)
          values (encode(sha256(${`s${written}`}::text::bytea), 'hex'), ${id}, now(), now(), 'code')`;
      });
      longest = Math.max(longest, performance.now() - start);
    }
  });
  const dir = join(folder, 'moment');
  const before = manifestOf(plain);
  while (written < 3) await new Promise((done) => setTimeout(done, 5));
  const atStart = written;
  const { manifest } = await writeBackup(source.url, { dir, now });
  const during = written - atStart;
  going = false;
  await writing;
  const grown = (name: string) =>
    (manifest.tables.find((table) => table.name === name)?.rows ?? 0) -
    (before.tables.find((table) => table.name === name)?.rows ?? 0);
  expect(grown('session')).toBeGreaterThanOrEqual(3);
  expect(grown('sent_form')).toBe(grown('session'));
  expect(during).toBeGreaterThan(3);
  expect(longest).toBeLessThan(5_000);
});

describe('the commands', () => {
  const target = freshDatabase();

  const run = (args: string[], url: string, settings: Record<string, string> = {}, seen?: () => boolean) =>
    new Promise<{ code: number | null; out: string; err: string }>((done) => {
      const env = { ...process.env, DATABASE_URL: url, APP_SECRET: 'a'.repeat(40), ...settings };
      const child = spawn(process.execPath, [builtProgram('cli.js'), ...args], { env });
      const [out, err]: [string[], string[]] = [[], []];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()));
      const watch = setInterval(() => seen?.() && child.kill('SIGKILL'), 1);
      child.on('close', (code) => {
        clearInterval(watch);
        done({ code, out: out.join(''), err: err.join('') });
      });
    });

  test('make a key, seal for its public half, put back with its secret half', async () => {
    const file = join(folder, 'key.txt');
    const dir = join(folder, 'by-command');
    const made = await run(['backup', '--new-key', file], source.url);
    const [, publicKey = ''] = /BACKUP_KEY=(age1\S+)/.exec(made.out) ?? [];
    expect(readFileSync(file, 'utf8')).toContain('AGE-SECRET-KEY-1');
    expect(await run(['backup', '--new-key', file], source.url)).toMatchObject({ code: 1 });
    const saved = await run(['backup', dir], source.url, { BACKUP_KEY: publicKey });
    expect(saved).toMatchObject({ code: 0, err: '' });
    expect(saved.out).toMatch(
      /\d+ tables with \d+ rows and 2 waiting jobs.*\nSealed; the secret of the site is in it/,
    );
    expect(await run(['backup', dir], source.url)).toEqual({
      code: 1,
      out: '',
      err: `${dir} is not empty. Give each backup a folder of its own.\n`,
    });
    const back = await run(['restore', dir, '--key', file], target.url);
    expect(back.out).toMatch(
      /^Put back: .*\nThe secret of the site is the one in use here\.\n\{"checks": \d+, "violations": 0\}\n$/,
    );
    expect(back.code).toBe(0);
  });

  test('explain themselves', async () => {
    expect(await run(['backup'], source.url)).toMatchObject({ code: 2 });
    expect((await run(['restore', '--nothing'], source.url)).err).toContain('npm run restore -- DIR');
  });

  test('a backup that is killed on its way is half, and said to be', async () => {
    const dir = join(folder, 'killed');
    await run(['backup', dir], source.url, {}, () => existsSync(dir) && readdirSync(dir).length > 5);
    expect(readdirSync(dir)).not.toContain('manifest.json');
    await expect(verifyBackup(dir)).rejects.toThrow(/was not finished/);
  });
});
