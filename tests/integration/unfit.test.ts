import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { UnfitDatabase } from '#db/unfit';
import { knownMigrations } from '#db/known-migrations';
import { migrate } from '#db/migrate';
import { builtProgram } from '../support/build';
import { freshDatabase, onServer, useDatabase } from '../support/database';
import { at } from '../support/database.global';

const database = useDatabase();

/** Everything that stands in the database: relations, their columns, and what it says it has had. */
async function contents(url: string): Promise<unknown> {
  return ask(url, async (sql) => [
    await sql`select relname, relkind, attname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      left join pg_attribute on attrelid = pg_class.oid where nspname !~ '^pg_|^information' order by 1, 2, 3`,
    await sql`select hash from drizzle.__drizzle_migrations order by id`.catch(() => 'none'),
  ]);
}

async function ask<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** What migrating says, after which the database must be as it was. */
async function refusal(url: string): Promise<string> {
  const before = await contents(url);
  const error = await migrate(url).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UnfitDatabase);
  expect(await contents(url)).toEqual(before);
  return (error as UnfitDatabase).message;
}

const newest = () => knownMigrations().at(-1);

describe('a database with another history', () => {
  afterEach(() =>
    ask(database.url, async (sql) => {
      await sql`delete from drizzle.__drizzle_migrations`;
      for (const { hash, when } of knownMigrations())
        await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${when})`;
    }),
  );

  test('that a newer version brought up to date', async () => {
    const later = (newest()?.when ?? 0) + 86_400_000;
    await ask(
      database.url,
      (sql) =>
        sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${'f'.repeat(64)}, ${later})`,
    );
    const day = new Date(later).toISOString().slice(0, 10);
    expect(await refusal(database.url)).toMatch(
      new RegExp(`newer Wijkkas: it had 1 step.*${day}.*Start that newer version`),
    );
  });

  test('whose last step had another text', async () => {
    const { tag, when } = newest() ?? { tag: '', when: 0 };
    await ask(
      database.url,
      (sql) =>
        sql`update drizzle.__drizzle_migrations set hash = ${'0'.repeat(64)} where created_at = ${when}`,
    );
    expect(await refusal(database.url)).toMatch(new RegExp(`${tag} .*another text.*git checkout`));
  });

  test('whose first step had another text, and which has a step to go', async () => {
    const [first, last] = [knownMigrations()[0], newest()];
    await ask(database.url, async (sql) => {
      await sql`update drizzle.__drizzle_migrations set hash = ${'0'.repeat(64)} where created_at = ${first?.when ?? 0}`;
      await sql`delete from drizzle.__drizzle_migrations where created_at = ${last?.when ?? 0}`;
    });
    expect(await refusal(database.url)).toMatch(/0000_tables .*another text/);
  });

  test('of another program with the same tools', async () => {
    await ask(
      database.url,
      (sql) => sql`update drizzle.__drizzle_migrations set hash = md5(hash), created_at = created_at - 1000`,
    );
    expect(await refusal(database.url)).toMatch(/belongs to another program/);
  });
});

describe('a database that is not ready', () => {
  const user = `wijkkas_poor_${randomBytes(4).toString('hex')}`;
  // Hooks undo in reverse: the database goes first, then its owner.
  afterAll(() => onServer((sql) => sql.unsafe(`drop role ${user}`)));
  const fresh = freshDatabase();
  const asUser = () => {
    const url = new URL(fresh.url);
    [url.username, url.password] = [user, 'arm'];
    return url.toString();
  };

  beforeAll(() => onServer((sql) => sql.unsafe(`create role ${user} login password 'arm'`)));

  test('because others keep their tables in it', async () => {
    await ask(fresh.url, (sql) => sql.unsafe('create schema shop; create table shop.orders (id int)'));
    expect(await refusal(fresh.url)).toMatch(/did not make: shop\.orders\. .*createdb/);
    await ask(fresh.url, (sql) => sql.unsafe('drop schema shop cascade'));
  });

  test('because the server is too old', async () => {
    const name = new URL(fresh.url).pathname.slice(1);
    await ask(fresh.url, (sql) =>
      sql.unsafe(`create schema old;
        create function old.current_setting(text) returns text language sql as
          $$ select case $1 when 'server_version_num' then '140019' else '14.19' end $$;
        alter database ${name} set search_path = old, pg_catalog, public`),
    );
    expect(await refusal(fresh.url)).toMatch(/PostgreSQL 14\.19\. Wijkkas needs PostgreSQL 15 or later/);
    await ask(fresh.url, (sql) =>
      sql.unsafe(`alter database ${name} reset search_path; drop schema old cascade`),
    );
  });

  test('because this user may not make tables', async () => {
    expect(await refusal(asUser())).toMatch(new RegExp(`User ${user} may not make tables.*owner to ${user}`));
  });

  test('because this user may not make the role of the site', async () => {
    const name = new URL(fresh.url).pathname.slice(1);
    await onServer((sql) => sql.unsafe(`alter database ${name} owner to ${user}`));
    expect(await refusal(asUser())).toMatch(
      new RegExp(`may not make the role wijkkas_app.*alter role ${user} createrole`),
    );
    await onServer((sql) => sql.unsafe(`alter role ${user} createrole; grant wijkkas_app to ${user}`));
  });

  test('and once that is mended, a user who is no superuser can start', async () => {
    await migrate(asUser());
    await ask(fresh.url, (sql) => sql.unsafe('revoke all on all tables in schema public from wijkkas_app'));
    expect(await refusal(asUser())).toMatch(/no rights in this database.*put the database back/);
    await onServer((sql) => sql.unsafe(`revoke wijkkas_app from ${user}`));
    expect(await refusal(asUser())).toMatch(new RegExp(`superuser: grant wijkkas_app to ${user}`));
  });
});

test('starting the site or a command where there is no database ends with words and exit code 1', async () => {
  const run = (url: string, file: string, ...args: string[]) =>
    new Promise<{ code: number | null; err: string }>((done) => {
      const child = spawn(process.execPath, [file, ...args], {
        env: { ...process.env, PORT: '0', DATABASE_URL: url },
      });
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      child.on('close', (code) => done({ code, err }));
    });
  const nowhere = at(inject('serverUrl'), 'wijkkas_nowhere');
  const { host } = new URL(nowhere);
  const absent = `There is no database wijkkas_nowhere on ${host}. Make it first: createdb wijkkas_nowhere.\n`;
  expect(await run(nowhere, 'server.js')).toEqual({ code: 1, err: absent });
  expect(await run(nowhere, builtProgram('cli.js'), 'checks')).toEqual({ code: 1, err: absent });
  expect(await run('postgres://a@127.0.0.1:1/b', builtProgram('cli.js'), 'checks')).toEqual({
    code: 1,
    err: 'The database does not answer (connect ECONNREFUSED 127.0.0.1:1). Start it, or correct DATABASE_URL.\n',
  });
});
