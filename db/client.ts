import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { type PgTransaction } from 'drizzle-orm/pg-core';
import { type ExtractTablesWithRelations } from 'drizzle-orm';
import postgres from 'postgres';
import * as schema from './schema';

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

/** Opens a pool of connections under the app's role; `owner` only for migrations and tests of the database itself. */
export function connect(url: string, options: { owner?: boolean; max?: number } = {}): Connection {
  const sql = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 10,
    onnotice: () => {},
    connection: {
      application_name: 'wijkkas',
      statement_timeout: 30_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 60_000,
      ...(options.owner ? {} : { role: APP_ROLE }),
    },
  });
  return { db: drizzle(sql, { schema }), close: () => sql.end({ timeout: 5 }) };
}
