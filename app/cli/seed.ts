import { sql } from 'drizzle-orm';
import { installationOf } from '#db/reads/area';
import { plantWorld, worldSince } from '#db/seed/plant';
import { transaction } from '#db/transaction';
import { addDays, calendarDateIn, yearOf } from '~/domain/calendar';
import { type Site } from '~/http/site.server';
import { eveningScenes } from './seed/evenings';
import { ideaScenes } from './seed/ideas';
import { divideMoney } from './seed/money';
import { playAll } from './seed/stage';

/** How far back the story goes, in days. */
const longestAgo = 100;

/**
 * Fills an empty database with the named small world, its story told by the real use cases on a moved clock. Does
 * nothing where a gemeente is installed already. All in one transaction: a start that is cut short leaves nothing, and
 * of two that start at once one waits for the other.
 */
export async function seedWorld(site: Site): Promise<void> {
  if (await installationOf(site.db)) return;
  await transaction(site.db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('wijkkas seed'))`);
    if (!(await installationOf(tx))) await tellStory({ ...site, db: tx });
  });
  site.log.info('the demonstration world is planted');
}

async function tellStory(site: Site): Promise<void> {
  const now = site.now();
  const today = calendarDateIn(now);
  const since = worldSince(today);
  const world = await transaction(site.db, (tx) => plantWorld({ tx, newId: site.newId, now, since }));
  const stage = { site, world, now };
  const years = new Set([yearOf(addDays(today, -longestAgo)), yearOf(today)]);
  for (const year of years) await divideMoney(stage, year);
  const numbers = new Map<string, number>();
  await playAll([...ideaScenes(stage, numbers), ...eveningScenes(stage, numbers)]);
}
