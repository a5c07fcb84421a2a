import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { migrate as runTables } from 'drizzle-orm/postgres-js/migrator';
import { Logger, runMigrations as runQueue } from 'graphile-worker';
import { connect } from './client';

const MIGRATION_LOCK = 7_301_954;
const quiet = new Logger(() => () => {});

/** Brings the database at `url` to this version: tables, guards and the job queue. Several may call it at once. */
export async function migrate(url: string): Promise<void> {
  const { db, close } = connect(url, { owner: true, max: 1 });
  try {
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await db.execute(sql`set statement_timeout = 0`);
    await runTables(db, { migrationsFolder: migrationsFolder() });
    await runQueue({ connectionString: url, logger: quiet });
  } finally {
    await close();
  }
}

function migrationsFolder(): string {
  const folder = join(process.cwd(), 'db', 'migrations');
  if (!existsSync(folder)) throw new Error('Start Wijkkas from its own folder: db/migrations was not found.');
  return folder;
}
