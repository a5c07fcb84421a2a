import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { connect, type Connection } from '#db/client';
import { at } from './database.global';

export type TestDatabase = { url: string; app: Connection; owner: Connection };

/** A database that others are cloned from: its name on the server, made by the first who asks. */
export type Template = () => Promise<string>;

const migrated: Template = () => Promise.resolve(inject('template'));

/** A fresh database for this test file, under the app's role and under the owner's: migrated, or as another template is. */
export function useDatabase(options: { max?: number; template?: Template } = {}): TestDatabase {
  const database = {} as TestDatabase;
  const name = `${inject('template')}_${randomBytes(4).toString('hex')}`;
  beforeAll(async () => {
    const template = await (options.template ?? migrated)();
    await onServer((sql) => clone(sql, template, name));
    database.url = at(inject('serverUrl'), name);
    database.app = connect(database.url, { max: options.max ?? 10 });
    database.owner = connect(database.url, { owner: true, max: 2 });
  });
  afterAll(async () => {
    await Promise.all([database.app.close(), database.owner.close()]);
    await onServer((sql) => drop(sql, name));
  });
  return database;
}

/** An empty database for this test file, without anything of Wijkkas in it. */
export function freshDatabase(): { url: string } {
  const database = { url: '' };
  const name = `${inject('template')}_${randomBytes(4).toString('hex')}`;
  beforeAll(async () => {
    await onServer((sql) => sql.unsafe(`create database ${name}`));
    database.url = at(inject('serverUrl'), name);
  });
  afterAll(() => onServer((sql) => drop(sql, name)));
  return database;
}

/**
 * A template that costs more than a migration: `fill` works on a migrated database once a run. Of the workers that ask at
 * the same time one makes it and the others wait; what was cut short halfway is made anew.
 */
export function templateOf(kind: string, fill: (url: string) => Promise<void>): Template {
  return () =>
    onServer(async (sql) => {
      const name = `${inject('template')}_${kind}`;
      await sql`select pg_advisory_lock(hashtext(${name}))`;
      const [made] = await sql`select 1 from pg_database where datname = ${name}`;
      if (made) return name;
      const draft = `${name}_draft`;
      await drop(sql, draft);
      await clone(sql, inject('template'), draft);
      await fill(at(inject('serverUrl'), draft));
      await sql.unsafe(`alter database ${draft} rename to ${name}`);
      return name;
    });
}

async function clone(sql: postgres.Sql, template: string, name: string): Promise<void> {
  await sql.unsafe(`create database ${name} template ${template} strategy file_copy`);
}

async function drop(sql: postgres.Sql, name: string): Promise<void> {
  await sql.unsafe(`drop database if exists ${name} with (force)`);
}

/** Does `work` as the superuser of the server that the tests run on. */
export async function onServer<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(inject('serverUrl'), { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
