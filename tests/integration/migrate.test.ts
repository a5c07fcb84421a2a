import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { migrate } from '#db/migrate';
import { useDatabase } from '../support/database';

const database = useDatabase();

test('migrating a migrated database changes nothing', async () => {
  await migrate(database.url);
  const [row] = await database.owner.db.execute(
    sql`select count(*)::int as tables from pg_tables where schemaname = 'public'`,
  );
  expect(row?.tables).toBeGreaterThan(25);
});

test('the app works under its own role', async () => {
  const [row] = await database.app.db.execute(sql`select current_user as role`);
  expect(row?.role).toBe('wijkkas_app');
});
