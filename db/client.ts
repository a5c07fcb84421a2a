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
  const { begin } = sql;
  const transactions = {
    begin: <T>(work: (tx: postgres.TransactionSql) => T) => begin((tx) => work(named(tx))),
  };
  const db = drizzle(Object.assign(named(sql), transactions), { schema });
  return { db, close: () => sql.end({ timeout: 5 }) };
}

/**
 * The query builder sends its statements without a name, and for those the driver asks the server first what types their
 * parameters have: twice the round trips. With a name it asks once per connection.
 */
function named<Client extends postgres.ISql>(client: Client): Client {
  const { unsafe } = client;
  const unsafeNamed: typeof unsafe = (text, values, options) =>
    unsafe(text, values, { ...options, prepare: true });
  return Object.assign(client, { unsafe: unsafeNamed });
}
