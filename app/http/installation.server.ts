import { type Database } from '#db/client';
import { installationOf } from '#db/reads/area/area';
import { type Site } from './site.server';

export type Installation = Awaited<ReturnType<typeof installationOf>>;

const known = new WeakMap<Site, { version: number | null; found: Installation }>();

/** Which gemeente this is: read again only when something public changed since. What was seen last serves in an outage. */
export async function rememberInstallation(site: Site, db: Database): Promise<Installation> {
  const version = site.publicVersion.current;
  const last = known.get(site);
  if (last && version !== null && last.version === version) return last.found;
  const found = await installationOf(db);
  known.set(site, { version, found });
  return found;
}

/** Which gemeente it was when last asked; undefined when nobody has asked yet. */
export const knownInstallation = (site: Site): Installation => known.get(site)?.found;
