import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardsIn } from '#db/backup/catalog';
import { newKey } from '#db/backup/key';
import { loadBackup } from '#db/backup/load';
import { type Manifest, UnusableBackup } from '#db/backup/manifest';
import { verifyBackup } from '#db/backup/verify';
import { writeBackup } from '#db/backup/write';
import { runChecks } from '#db/checks/run';
import { connect } from '#db/client';
import { appLogin } from '#db/login';
import { asOwner } from '#db/owner';
import { UnfitDatabase } from '#db/unfit';
import { bareServer } from '../support/bare-server';
import { builtProgram } from '../support/build';
import { ask, contentsOf, jobsOf, tablesOf } from '../support/contents';
import { freshDatabase, onServer } from '../support/database';
import { latestRelease } from '../support/releases';

const source = freshDatabase();
const bare = bareServer();
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

const guardsOf = (url: string) => asOwner(url, (owner) => guardsIn(owner));
const manifestOf = (dir: string) => JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Manifest;

async function checked(url: string) {
  const { db, close } = connect(url, { owner: true, max: 1 });
  try {
    return (await runChecks(db)).found;
  } finally {
    await close();
  }
}

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
  await loadBackup(away, await verifyBackup(sealed, key));
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
    expect(await refused(sealed, (dir) => flip(join(dir, 'queue.gz.age')), key)).toMatch(
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
