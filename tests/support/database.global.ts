import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { type TestProject } from 'vitest/node';
import { startEmbedded } from '../../db/embedded';
import { migrate } from '../../db/migrate';
import { requireBuild } from './build';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
    template: string;
  }
}

/** One migrated template database for the whole run; each test file clones it (see database.ts). */
export default async function setup(project: TestProject) {
  requireBuild();
  const embedded = process.env.DATABASE_URL ? undefined : await startEmbedded('.data/test', { fast: true });
  const serverUrl = process.env.DATABASE_URL ?? embedded?.url ?? '';
  const template = `wijkkas_test_${randomBytes(4).toString('hex')}`;
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`create database ${template}`);
  await migrate(at(serverUrl, template));
  project.provide('serverUrl', serverUrl);
  project.provide('template', template);
  return async () => {
    const left = await sql`select datname from pg_database where datname like ${template + '%'}`;
    for (const { datname } of left) await sql.unsafe(`drop database if exists ${datname} with (force)`);
    // A login belongs to one database; a site that was tried leaves its own behind.
    const orphans = await sql`select rolname from pg_roles where rolname ~ '^wijkkas_login_[0-9]+$'
      and not exists (select from pg_database where rolname = 'wijkkas_login_' || pg_database.oid)`;
    for (const { rolname } of orphans) await sql.unsafe(`drop role if exists ${rolname}`).catch(() => {});
    await sql.end();
    await embedded?.stop();
  };
}

/** The same server, another database. */
export function at(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.toString();
}
