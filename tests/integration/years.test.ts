import { beforeAll, describe, expect, test } from 'vitest';
import { loadBackup } from '#db/backup/load';
import { verifyBackup } from '#db/backup/verify';
import { knownMigrations } from '#db/known-migrations';
import { migrate } from '#db/migrate';
import { ask } from '../support/contents';
import { freshDatabase } from '../support/database';
import { latestRelease } from '../support/releases';

describe('a database in which the year 9999 was typed before years had bounds', () => {
  const database = freshDatabase();
  const change = `
    update initiative set starts_on = '9999-12-31' where number = (select min(number) from initiative);
    update meeting set starts_at = '9999-12-30T12:00:00Z' where id = (select id from meeting limit 1);
    update person set born_on = '0001-01-01' where id = (select id from person where born_on is not null limit 1)`;

  beforeAll(async () => {
    const backup = await verifyBackup(latestRelease);
    await loadBackup(database.url, backup, knownMigrations().slice(0, backup.manifest.migrations.length));
    await ask(database.url, (sql) => sql.unsafe(change));
    await migrate(database.url);
  });

  test('comes to today, each such day at the nearest bound', async () => {
    const found = await ask(
      database.url,
      (sql) => sql`
      select (select max(starts_on)::text from initiative) as start,
        (select max(starts_at at time zone 'UTC')::date::text from meeting) as meeting,
        (select min(born_on)::text from person) as born`,
    );
    expect(found[0]).toEqual({ start: '2100-12-31', meeting: '2100-12-31', born: '1900-01-01' });
  });
});
