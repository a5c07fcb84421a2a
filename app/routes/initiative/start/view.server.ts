import { wijkReadiness } from '#db/reads/area/readiness';
import { draftsOf } from '#db/reads/initiative/initiative';
import { areasWithScheme } from '#db/reads/initiative/scheme';
import { ownAccount } from '#db/reads/site/settings';
import { closedBy } from '~/domain/area/readiness';
import { type Visit } from '~/http/visit.server';

/** In which wijken somebody can begin, in which they cannot yet and why, and what they began before. */
export async function startView({ context: { db, actor, today } }: Visit) {
  const [areas, wijken, account] = await Promise.all([
    areasWithScheme(db, today),
    wijkReadiness(db, today),
    ownAccount(db),
  ]);
  const closed = wijken.flatMap(({ id, name, ...facts }) => {
    const gap = closedBy(facts, account !== null);
    return gap ? [{ id, name, gap }] : [];
  });
  return {
    areas: areas.filter(({ id }) => !closed.some((wijk) => wijk.id === id)),
    closed,
    home: actor.homeAreaId,
    drafts: actor.personId ? await draftsOf(db, actor.personId) : [],
  };
}
