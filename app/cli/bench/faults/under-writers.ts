import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Database } from '#db/client';
import { type Figure, load } from '../figure';
import { SiteProcess } from '../site-process';
import { makeFaultWorld } from './world';
import { actsIn, compare, unwritten, write } from './writers';

/** How much a run does; a test asks for less. */
export type FaultSizes = { clients: number; acts: number };

/**
 * Where a fault is made: the site, an owner's way into its database, and whether writers are still at work a while later;
 * sooner where half of what is left was written by then, so that a fast machine is not done before the fault.
 */
export type Scene = {
  site: SiteProcess;
  db: Database;
  goesOn: (atLeastMs: number, atMostMs: number) => Promise<boolean>;
};

/** Half of the acts give support: nobody gives more of it than the site allows in an hour. */
const MOST_SUPPORT = 30;

/** Lets clients write while `fault` is made, and compares what was acknowledged with what is in the database. */
export async function underWriters(
  figure: string,
  { url, folder }: { url: string; folder?: string },
  { clients, acts }: FaultSizes,
  fault: (scene: Scene) => Promise<Figure>,
): Promise<Figure> {
  const { db, close } = connect(url, { owner: true, max: 4 });
  const site = await SiteProcess.start(folder === undefined ? url : undefined, folder);
  try {
    const residents = Math.max(8, Math.ceil(acts / 2 / MOST_SUPPORT));
    const world = await makeFaultWorld(db, { residents, initiatives: Math.ceil(acts / 2 / residents) });
    const started = performance.now();
    const written = unwritten(actsIn(world, acts));
    let ended = false;
    const writing = write(site, written, clients).finally(() => {
      ended = true;
    });
    const left = () => written.acts.length - written.acknowledged;
    const goesOn = async (atLeastMs: number, atMostMs: number) => {
      const until = performance.now() + atLeastMs + Math.random() * (atMostMs - atLeastMs);
      const half = left() / 2;
      while (!ended && performance.now() < until && left() > half) await sleep(5);
      return !ended;
    };
    const more = await fault({ site, db, goesOn });
    await writing;
    const seconds = Math.round((performance.now() - started) / 1000);
    const { errors, unavailable, unanswered } = written;
    const met = { errors, unavailable, unanswered, exits: site.exits };
    const stored = await compare(db, written);
    return { figure, acts: written.acts.length, ...stored, ...more, ...met, seconds, load: load() };
  } finally {
    await site.end('SIGTERM');
    await close();
  }
}
