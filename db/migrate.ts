import { Logger, runMigrations as runQueue } from 'graphile-worker';
import { assertMayMigrate, assertRole, waitingMigrations } from './fit';
import { knownMigrations, type Migration } from './known-migrations';
import { asOwner, inOneGo, type Owner } from './owner';

/** Held by whoever changes the schema, and shared by who must see it unchanged: a backup. */
const SCHEMA_LOCK = 7_301_954;
const quiet = new Logger(() => () => {});

/**
 * Brings the database at `url` to this version: tables, guards and the job queue. Several may call it at once. Throws
 * UnfitDatabase, having changed nothing, where it cannot.
 */
export async function migrate(url: string): Promise<void> {
  await asOwner(url, async (owner) => {
    const waiting = await waitingMigrations(owner);
    // Only the very first step makes the role: without it no later step can give rights.
    if (waiting.length < knownMigrations().length) await assertRole(owner);
    if (waiting.length > 0) await catchUp(owner);
    await assertRole(owner);
  });
  await migrateQueue(url);
}

/** The tables of the job queue; it looks after its own versions. */
export const migrateQueue = (url: string) => runQueue({ connectionString: url, logger: quiet });

async function catchUp(owner: Owner): Promise<void> {
  await holdSchema(owner);
  const waiting = await waitingMigrations(owner);
  await assertMayMigrate(owner, waiting);
  await inOneGo(owner, '', async () => {
    // Who waits for a table makes everybody else wait behind him.
    await owner.query(`set local lock_timeout = '10s'`);
    await runMigrations(owner, waiting);
  });
}

/** Waits until nobody else changes the schema or needs it unchanged; holds it until the connection ends. */
export const holdSchema = ({ query }: Owner) => query(`select pg_advisory_lock(${SCHEMA_LOCK})`);

/** Waits until nobody changes the schema, and keeps it so until the connection ends. */
export const keepSchema = ({ query }: Owner) => query(`select pg_advisory_lock_shared(${SCHEMA_LOCK})`);

/** Carries out these steps in the transaction that is open, and writes down that it did. */
export async function runMigrations({ query }: Owner, migrations: readonly Migration[]): Promise<void> {
  await query(`create schema if not exists drizzle`);
  await query(`create table if not exists drizzle.__drizzle_migrations (
    id serial primary key, hash text not null, created_at bigint)`);
  for (const { hash, when, statements } of migrations) {
    for (const statement of statements) await query(statement);
    await query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)`, [
      hash,
      String(when),
    ]);
  }
}
