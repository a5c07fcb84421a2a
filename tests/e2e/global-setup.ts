import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import postgres from 'postgres';
import { startEmbedded } from '../../db/embedded';
import type * as AppServer from '../../app/server';
import { requireBuild } from '../support/build';
import { at } from '../support/database.global';
import { plantNamedWorld } from '../support/named-world';

/** Plants the named world once; each worker serves a clone of it (town.ts). */
export default async function setup() {
  requireBuild();
  const embedded = process.env.DATABASE_URL ? undefined : await startEmbedded('.data/test', { fast: true });
  const serverUrl = process.env.DATABASE_URL ?? embedded?.url ?? '';
  const template = `wijkkas_pages_${randomBytes(4).toString('hex')}`;
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  await sql.unsafe(`create database ${template}`);
  const server = pathToFileURL(join(process.cwd(), 'build', 'server', 'index.js')).href;
  const { openSite } = (await import(server)) as typeof AppServer;
  await plantNamedWorld(openSite, at(serverUrl, template));
  // Read by the workers, which are started after this.
  process.env.TOWN_SERVER = serverUrl;
  process.env.TOWN_TEMPLATE = template;
  const looks = mkdtempSync(join(tmpdir(), 'wijkkas-looks-'));
  process.env.LOOKS = looks;
  return async () => {
    rmSync(looks, { recursive: true });
    const left = await sql`select datname from pg_database where starts_with(datname, ${template})`;
    for (const { datname } of left) await sql.unsafe(`drop database if exists ${datname} with (force)`);
    await sql.end();
    await embedded?.stop();
  };
}
