import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '#db/client';
import { startEmbedded } from '#db/embedded';
import { migrate } from '#db/migrate';
import { seedWorld } from './cli/seed';
import { type Config } from './http/config.server';
import { createLog } from './http/log.server';
import { calendarDateIn } from './domain/calendar';
import { countInThread } from './http/count-thread.server';
import { startQueue } from './http/queue.server';
import { type Site } from './http/site.server';
import { countRounds } from './usecases/count-rounds.server';
import { runMoneyTasks } from './usecases/run-money-tasks.server';

const DATA = '.data';

/** Makes the site ready to serve: database, tables, the demonstration's world where wanted, and the mail queue. */
export async function openSite(config: Config): Promise<{ site: Site; close: () => Promise<void> }> {
  const log = createLog(config.logLevel);
  const database = config.databaseUrl
    ? { url: config.databaseUrl, stop: () => Promise.resolve() }
    : await startEmbedded(DATA);
  await migrate(database.url).catch(async (error: unknown) => {
    await database.stop();
    throw error;
  });
  const connection = connect(database.url, { max: 20 });
  const site: Site = {
    db: connection.db,
    config,
    log,
    now: () => new Date(),
    newId: randomUUID,
    secret: config.secret ?? ownSecret(),
  };
  if (config.demo) await seedWorld(site);
  const queue = await startQueue(database.url, site, {
    'count-rounds': (stopping) => countRounds(site, (bytes, rule) => countInThread(bytes, rule, stopping)),
    'money-tasks': () => runMoneyTasks({ ...site, now: site.now(), today: calendarDateIn(site.now()) }),
  });
  return {
    site,
    close: async () => {
      await queue.stop();
      await connection.close();
      await database.stop();
    },
  };
}

/** On one's own machine the secret is made once and kept beside the data. */
function ownSecret(): string {
  const file = join(DATA, 'secret');
  mkdirSync(DATA, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8');
}
