import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { type PgTransaction } from 'drizzle-orm/pg-core';
import { type ExtractTablesWithRelations } from 'drizzle-orm';
import postgres from 'postgres';

import { ConnectionLost } from './backend';
import { Pool } from './pool';
import { type PublicVersion } from './public-facts';
import * as schema from './schema';
import { inTransaction, type Scope } from './scope';
import { Statement } from './statement';

export type Database = PostgresJsDatabase<typeof schema>;
export type Transaction = PgTransaction<
  PostgresJsQueryResultHKT,
  typeof schema,
  ExtractTablesWithRelations<typeof schema>
>;
/** Anything one can read with: the database, or the transaction that a use case is in. */
export type Queryable = Database | Transaction;

export type Connection = { db: Database; close: () => Promise<void> };

/** The role that the app works under: it may append facts, not change them. */
export const APP_ROLE = 'wijkkas_app';

/**
 * How long a statement waits for a row that somebody else holds. A transaction tries shortly and gives its place free, so
 * that one held row does not stall those who want another; then once more, longer, among the few that wait.
 */
const LOCK_MS = { read: 2_000, first: 500, again: 2_000, owner: 10_000 };
const PATIENT_PLACES = 6;
/** How long one stands in line for a place; many who want one row move on quickly when nobody holds it. */
const WAIT_MS = { read: 5_000, write: 10_000 };

const again = new WeakMap<Database, Database>();

/** The same database for the second try of a transaction that did not get its lock. */
export const patient = (db: Database): Database => again.get(db) ?? db;

type ConnectOptions = { owner?: boolean; max?: number; version?: PublicVersion };

/**
 * Opens connections under the app's role: `max` for statements on their own, so that readers never stand behind writers,
 * and as many for transactions. `owner` only for migrations, copies and tests of the database itself: all on the same few.
 * `version` is raised by what is written here.
 */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const { owner = false, max = 10, version } = options;
  const changed = () => version?.raise();
  const face = postgres(url, { max: 1 });
  const pool = (lockMs: number, places: number, waitMs = WAIT_MS.write) =>
    new Pool({ url, parsing: face.options, connection: settings(lockMs, options) }, places, waitMs);
  const reads = pool(owner ? LOCK_MS.owner : LOCK_MS.read, max, WAIT_MS.read);
  if (owner) return { db: over(face, reads, reads, changed), close: () => reads.close() };
  const writes = pool(LOCK_MS.first, max);
  const waiting = pool(LOCK_MS.again, PATIENT_PLACES);
  const db = over(face, reads, writes, changed);
  again.set(db, over(postgres(url, { max: 1 }), reads, waiting, changed));
  return {
    db,
    close: async () => void (await Promise.all([reads.close(), writes.close(), waiting.close()])),
  };
}

const settings = (lockMs: number, { owner, version }: ConnectOptions) => ({
  application_name: 'wijkkas',
  statement_timeout: 30_000,
  lock_timeout: lockMs,
  idle_in_transaction_session_timeout: 60_000,
  // What is looked up by its key is in memory; a plan made while a table was small would else read all of it for long.
  random_page_cost: 1.1,
  ...(owner ? {} : { role: APP_ROLE }),
  ...(version ? { 'wijkkas.process': version.process } : {}),
});

/** The query builder over our own pools. `face` lends it the driver's types and never connects. */
function over(face: postgres.Sql, reads: Pool, writes: Pool, changed: () => void): Database {
  const client = Object.assign(face, {
    unsafe: (text: string, values?: readonly unknown[]) =>
      new Statement((asArrays) =>
        askAgain(text, () => reads.use((backend) => backend.send(text, values, asArrays))),
      ),
    begin: <T>(work: (scope: Scope) => Promise<T>) =>
      writes.use((backend) => inTransaction(backend, work, changed)),
  });
  return drizzle(client, { schema });
}

/** A connection that died while idle is noticed by whoever takes it next: what only reads is then asked again. */
async function askAgain<T>(text: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof ConnectionLost && /^\s*select\b/i.test(text)) return send();
    throw error;
  }
}
