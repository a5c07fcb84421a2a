import { sql } from 'drizzle-orm';
import { installationOf } from '#db/reads/area/area';
import { lastYear, type Story, thisYear } from '#db/seed/story';
import { transaction } from '#db/transaction';
import { calendarDate, calendarDateIn, yearOf } from '~/domain/calendar';
import { type Site } from '~/http/site.server';
import { openBank, statementScenes } from './seed/bank';
import { eveningScenes } from './seed/evenings';
import { gemeenteScene } from './seed/gemeente';
import { grantScenes } from './seed/grants';
import { ibanOf } from './seed/iban';
import { ideaScenes } from './seed/ideas';
import { sourceScenes } from './seed/money';
import { payDayScenes } from './seed/payments';
import { roundScene } from './seed/round';
import { playAll, type Stage } from './seed/stage';
import { plantWorld } from './seed/world';

/**
 * Fills an empty database with the named small world, its story told by the real use cases on a moved clock. Does
 * nothing where a gemeente is installed already. All in one transaction: a start that is cut short leaves nothing, and
 * of two that start at once one waits for the other.
 */
export async function seedWorld(site: Site): Promise<void> {
  if (await installationOf(site.db)) return;
  await transaction(site.db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('wijkkas seed'))`);
    if (!(await installationOf(tx))) await playStory({ ...site, db: tx });
  });
  site.log.info('the demonstration world is planted');
}

async function playStory(site: Site): Promise<void> {
  const now = site.now();
  const today = calendarDateIn(now);
  const year = yearOf(today);
  const years = [year - 1, year];
  const world = await plantWorld(site, calendarDate(`${year - 2}-01-01`));
  const bank = openBank(site.config.bank?.iban ?? ibanOf(0), years);
  const stage: Stage = { site, world, bank, actors: new Map(), numbers: new Map(), now };
  const atNewYear = { ...stage, now: new Date(Date.UTC(year, 0, 1)) };
  await playAll([
    gemeenteScene(stage),
    ...sourceScenes(stage, years),
    ...storyScenes(atNewYear, lastYear),
    ...storyScenes(stage, thisYear),
    ...statementScenes(stage, year - 1),
    roundScene(stage, year - 1),
  ]);
}

const storyScenes = (stage: Stage, { ideas, evenings, payDays }: Story) => [
  ...ideaScenes(stage, ideas),
  ...eveningScenes(stage, evenings),
  ...grantScenes(stage, ideas),
  ...payDayScenes(stage, payDays),
];
