import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Connection } from '#db/client';
import { databaseError } from '#db/fault';
import { appLogin } from '#db/login';
import { useDatabase } from '../support/database';

const database = useDatabase();
let url: string;
let site: Connection;
beforeAll(async () => {
  url = await appLogin(database.url);
  site = connect(url, { max: 1 });
});
afterAll(() => site.close());

/** What the database answers to the site: the code of its refusal, or 'done'. */
const answerTo = (statement: string) =>
  site.db.execute(sql.raw(statement)).then(
    () => 'done',
    (error: unknown) => databaseError(error)?.code ?? 'another error',
  );

const ownerName = () => decodeURIComponent(new URL(database.url).username);
const climbs: [string, () => string][] = [
  ['become the owner', () => `set role "${ownerName()}"`],
  ['log in as the owner', () => `set session authorization "${ownerName()}"`],
  ['read every table', () => 'set role pg_read_all_data'],
  ['run programs as a role', () => 'set role pg_execute_server_program'],
  ['run a program', () => `copy (select 1) to program 'id'`],
  ['read a file', () => `select pg_read_file('/etc/passwd')`],
  ['load a file', () => `copy mail from '/etc/passwd'`],
  ['read the passwords of the server', () => 'select * from pg_authid'],
  ['read its own password', () => 'select * from drizzle.app_login'],
  ['see the jobs of the queue', () => 'select * from graphile_worker._private_jobs'],
  ['make a role', () => 'create role climber'],
  ['give itself the owner', () => `grant "${ownerName()}" to session_user`],
  ['make itself more', () => 'alter role session_user createrole'],
  ['make itself superuser', () => 'alter role session_user superuser'],
  ['make a table', () => 'create table climber (n int)'],
  ['make a temporary table', () => 'create temporary table climber (n int)'],
  ['make a function', () => `create function climber() returns int language sql as 'select 1'`],
  ['make a schema', () => 'create schema climber'],
  ['make an extension', () => 'create extension postgres_fdw'],
  ['switch triggers off', () => 'alter table posting disable trigger all'],
  ['switch all triggers off', () => 'set session_replication_role = replica'],
  ['give its own role away', () => 'grant wijkkas_app to pg_monitor'],
  ['own a table', () => 'alter table posting owner to session_user'],
  ['change a fact', () => `update posting set cents = 1`],
  ['change how the server works', () => `alter system set fsync = off`],
];

describe('the login of the site', () => {
  test('is no member of anything but wijkkas_app', async () => {
    const [who] = await site.db.execute<{ login: string; super: boolean }>(
      sql`select session_user as login, rolsuper as super from pg_roles where rolname = session_user`,
    );
    expect(who).toEqual({ login: expect.stringMatching(/^wijkkas_login_\d+$/), super: false });
  });

  test.each(climbs)('cannot %s, also after RESET ROLE', async (_, statement) => {
    expect(await answerTo(statement())).toBe('42501');
    await answerTo('reset role');
    expect(await answerTo(statement())).toBe('42501');
    await answerTo('set role wijkkas_app');
  });

  test('does the work of the site', async () => {
    expect(
      await answerTo(
        `insert into audit_entry (at, act, subject_kind, subject_id) values (now(), 'x', 'y', 'z')`,
      ),
    ).toBe('done');
  });

  test('is the same for every program, also for five that start at once', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => appLogin(database.url)));
    expect(new Set([...all, url]).size).toBe(1);
  });

  test('gets in again after it changed its own password', async () => {
    const { username } = new URL(url);
    await database.owner.db.execute(sql.raw(`alter role ${username} password 'veranderd'`));
    expect(await appLogin(database.url)).toBe(url);
    const again = connect(url, { max: 1 });
    await again.db.execute(sql`select 1`);
    await again.close();
  });

  test('is let into its own database alone, and a login that can climb is refused in words', async () => {
    const other = postgres(database.url, { max: 1, onnotice: () => {} });
    const [open] =
      await other`select has_database_privilege('public', current_database(), 'CONNECT') as anybody`;
    await other.unsafe(`grant pg_read_all_data to ${new URL(url).username}`);
    const refused = await appLogin(database.url).catch((error: unknown) => String(error));
    await other.unsafe(`revoke pg_read_all_data from ${new URL(url).username}`);
    await other.end();
    expect(open?.anybody).toBe(false);
    expect(refused).toContain('could work as pg_read_all_data');
  });
});
