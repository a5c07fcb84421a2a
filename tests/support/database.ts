import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { connect, type Connection } from '#db/client';
import { at } from './database.global';

export type TestDatabase = { url: string; app: Connection; owner: Connection };

/** A fresh migrated database for this test file, under the app's role and under the owner's. */
export function useDatabase(options: { max?: number } = {}): TestDatabase {
  const database = {} as TestDatabase;
  const name = `${inject('template')}_${randomBytes(4).toString('hex')}`;
  beforeAll(async () => {
    await onServer((sql) =>
      sql.unsafe(`create database ${name} template ${inject('template')} strategy file_copy`),
    );
    database.url = at(inject('serverUrl'), name);
    database.app = connect(database.url, { max: options.max ?? 10 });
    database.owner = connect(database.url, { owner: true, max: 2 });
  });
  afterAll(async () => {
    await Promise.all([database.app.close(), database.owner.close()]);
    await onServer((sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
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
  afterAll(() => onServer((sql) => sql.unsafe(`drop database if exists ${name} with (force)`)));
  return database;
}

/** Does `work` as the superuser of the server that the tests run on. */
export async function onServer(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(inject('serverUrl'), { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
