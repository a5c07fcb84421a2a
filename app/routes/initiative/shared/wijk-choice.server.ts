import { wijkenOn } from '#db/reads/area/area';
import { wijkenOfSchemes } from '#db/reads/initiative/scheme';
import { type Visit } from '~/http/visit.server';

/** The wijken that a scheme may hold in: those of no scheme, and its own. */
export async function wijkenFor({ context: { db, today } }: Visit, schemeId?: string) {
  const taken = await wijkenOfSchemes(db);
  const elsewhere = taken.filter((one) => one.schemeId !== schemeId).map(({ id }) => id);
  const free = (await wijkenOn(db, today)).filter(({ id }) => !elsewhere.includes(id));
  const own = taken.filter((one) => one.schemeId === schemeId).map(({ id }) => id);
  return free.map(({ id, name }) => ({ id, name, own: own.includes(id) }));
}
