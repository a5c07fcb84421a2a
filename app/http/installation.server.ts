import { type Database } from '#db/client';
import { installationOf } from '#db/reads/area/area';
import { type Site } from './site.server';

export type Installation = Awaited<ReturnType<typeof installationOf>>;

const known = new WeakMap<Site, Installation>();

/** Which gemeente this is. It hardly changes: what was seen last serves while the database is away. */
export async function rememberInstallation(site: Site, db: Database): Promise<Installation> {
  const found = await installationOf(db);
  known.set(site, found);
  return found;
}

/** Which gemeente it was when last asked; undefined when nobody has asked yet. */
export const knownInstallation = (site: Site): Installation => known.get(site);
