import { Logger, runMigrations as runQueue } from 'graphile-worker';
import { assertMayMigrate, assertRole, UnfitDatabase, waitingMigrations } from './fit';
import { type Migration } from './known-migrations';
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
    if ((await waitingMigrations(owner)).length > 0) await catchUp(owner);
    await assertRole(owner);
  }).catch((error: unknown) => {
    throw inWords(error, url);
  });
  await migrateQueue(url);
}

/** The tables of the job queue; it looks after its own versions. */
export const migrateQueue = (url: string) => runQueue({ connectionString: url, logger: quiet });

async function catchUp(owner: Owner): Promise<void> {
  await owner.query(`select pg_advisory_lock(${SCHEMA_LOCK})`);
  try {
    const waiting = await waitingMigrations(owner);
    await assertMayMigrate(owner, waiting);
    await inOneGo(owner, '', async () => {
      // Who waits for a table makes everybody else wait behind him.
      await owner.query(`set local lock_timeout = '10s'`);
      await runMigrations(owner, waiting);
    });
  } finally {
    await owner.query(`select pg_advisory_unlock(${SCHEMA_LOCK})`);
  }
}

/** Waits until nobody changes the schema, and keeps it so until the transaction ends. */
export const keepSchema = ({ query }: Owner) => query(`select pg_advisory_xact_lock_shared(${SCHEMA_LOCK})`);

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

/** What keeps an owner out of the database, with what to do about it; any other error as it is. */
export function inWords(error: unknown, url: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const { host, pathname, username } = new URL(url);
  const told: Record<string, string> = {
    ECONNREFUSED: `No database server answers at ${host}. Start it, or correct DATABASE_URL.`,
    ENOTFOUND: `There is no machine called ${host}. Correct DATABASE_URL.`,
    CONNECT_TIMEOUT: `The database server at ${host} does not answer. Look whether it runs and can be reached from here.`,
    '28P01': `The server at ${host} refuses user ${username}: the password in DATABASE_URL is wrong.`,
    '28000': `The server at ${host} lets nobody in as user ${username} from here. Correct DATABASE_URL, or pg_hba.conf on the server.`,
    '3D000': `There is no database ${pathname.slice(1)} on ${host}. Make it first: createdb ${pathname.slice(1)}.`,
    '55P03': `Somebody keeps tables of this database busy, so that they cannot be brought up to date. Stop other programs on it and start again.`,
  };
  const words = told[code];
  return words ? new UnfitDatabase(words) : error;
}
