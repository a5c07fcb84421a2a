import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '#db/client';
import { startEmbedded } from '#db/embedded';
import { faultOf } from '#db/fault';
import { keepEmbedded } from '#db/keep-embedded';
import { appLogin } from '#db/login';
import { migrate } from '#db/migrate';
import { PublicVersion } from '#db/public-facts';
import { ownAccount } from '#db/reads/site/settings';
import { seedWorld } from './cli/seed';
import { type Config } from './http/config.server';
import { pulseOf } from './http/health.server';
import { createLog, type Logger } from './http/log.server';
import { calendarDateIn } from './domain/calendar';
import { countInThread } from './http/count-thread.server';
import { mustHaveProxy, proxyAdvice } from './http/proxy.server';
import { startQueue } from './http/queue.server';
import { dataFolder, ownSecret } from './http/secret.server';
import { firstSettings } from './http/settings.server';
import { type Site } from './http/site.server';
import { runAskedChecks } from './usecases/audit/run-checks.server';
import { countRounds } from './usecases/voting/count-rounds.server';
import { readInThread } from './usecases/payments/parts/read-in-thread.server';
import { plantSettings } from './usecases/site/plant-settings.server';
import { runPostcodeTasks } from './usecases/area/run-postcode-tasks.server';
import { runWijkenTasks } from './usecases/area/run-wijken-tasks.server';
import { runMoneyTasks } from './usecases/money/run-money-tasks.server';
import { tokenForFirstAdmin } from './usecases/people/parts/first-admin.server';
import { vaultOf } from './http/seal.server';
import { paths } from './paths';

/** How long the site waits at its start for a database that is not up yet. */
const LONGEST_WAIT_MS = 60_000;
/** Work that goes on while the site stops is left for the next start. */
const LONGEST_STOP_MS = 2_000;

/**
 * Makes the site ready to serve: database, tables, the demonstration's world where wanted, and the mail queue. Waits for a
 * database that is not up yet, and throws its error when that takes too long.
 */
export async function openSite(config: Config): Promise<{ site: Site; close: () => Promise<void> }> {
  const log = createLog(config.logLevel);
  if (mustHaveProxy(config)) log.warn(proxyAdvice);
  const database = config.databaseUrl ? { url: config.databaseUrl, stop: undefined } : await ownDatabase(log);
  const ready = () => migrate(database.url).then(() => appLogin(database.url));
  const appUrl = await whenThere(ready, database.url, log).catch(async (error: unknown) => {
    await database.stop?.();
    throw error;
  });
  const publicVersion = new PublicVersion();
  const connection = connect(appUrl, { version: publicVersion });
  await publicVersion.listen(appUrl);
  const site: Site = {
    db: connection.db,
    config,
    log,
    now: () => new Date(),
    newId: randomUUID,
    publicVersion,
    pulse: pulseOf(appUrl),
    secret: config.secret ?? ownSecret(),
  };
  await plantSettings(site.db, firstSettings(config), site.now());
  if (config.demo) await seedWorld(site);
  const queue = await startQueue(database.url, site, {
    'count-rounds': (stopping) => countRounds(site, (bytes, rule) => countInThread(bytes, rule, stopping)),
    'wijken-tasks': () => runWijkenTasks(site),
    'postcode-tasks': () => runPostcodeTasks(site),
    'run-checks': () => runAskedChecks(site),
    'money-tasks': async () =>
      runMoneyTasks({
        ...{ ...site, now: site.now(), today: calendarDateIn(site.now()) },
        ...{ read: readInThread, ownIban: (await ownAccount(site.db))?.iban },
      }),
  });
  return {
    site,
    close: async () => {
      await Promise.race([queue.stop(), sleep(LONGEST_STOP_MS)]);
      await Promise.all([connection.close(), site.pulse.close(), publicVersion.close()]);
      await database.stop?.();
    },
  };
}

/** Where the first administrator begins; null once there was one. Only whoever starts the site sees it. */
export async function firstAdminLink({ db, secret, config }: Site): Promise<string | null> {
  const token = await tokenForFirstAdmin(db, vaultOf(secret));
  return token && `${config.origins[0]}${paths.people.firstAdmin(token)}`;
}

/** The database that comes with the packages; it is started again when it ends while the site runs. */
async function ownDatabase(log: Logger) {
  const { url, stop } = await startEmbedded(dataFolder);
  const keeper = keepEmbedded(dataFolder, url, (what) => {
    if (what instanceof Error) log.error({ err: what }, 'the database did not start again');
    else log.warn(what === 'gone' ? 'the database is gone and starts again' : 'the database is back');
  });
  return { url, stop: () => keeper.stop().then(stop) };
}

/** No database answered where the settings say that it is. */
class AbsentDatabase extends Error {
  override name = 'AbsentDatabase';
}

async function whenThere<T>(work: () => Promise<T>, url: string, log: Logger): Promise<T> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  const { host, pathname } = new URL(url);
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (faultOf(error) !== 'away') throw error;
      if (Date.now() > deadline)
        throw new AbsentDatabase(`There is no database at ${host}${pathname}.`, { cause: error });
      if (tries % 5 === 0) log.warn(`waiting for the database at ${host}${pathname}`);
      await sleep(1_000);
    }
  }
}
