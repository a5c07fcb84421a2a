import { meansOf, wijkReadiness } from '#db/reads/area/readiness';
import { draftsOf } from '#db/reads/initiative/initiative';
import { areasWithScheme } from '#db/reads/initiative/scheme';
import { closedBy } from '~/domain/area/readiness';
import { siteMeans } from '~/http/config.server';
import { type Visit } from '~/http/visit.server';

/** In which wijken somebody can begin, in which they cannot yet and why, and what they began before. */
export async function startView({ context: { db, actor, today }, site }: Visit) {
  const [areas, wijken, means] = await Promise.all([
    areasWithScheme(db, today),
    wijkReadiness(db, today),
    meansOf(db, siteMeans(site.config), today),
  ]);
  const closed = wijken.flatMap(({ id, name, ...facts }) => {
    const gap = closedBy(facts, means);
    return gap ? [{ id, name, gap }] : [];
  });
  return {
    areas: areas.filter(({ id }) => !closed.some((wijk) => wijk.id === id)),
    closed,
    home: actor.homeAreaId,
    drafts: actor.personId ? await draftsOf(db, actor.personId) : [],
  };
}
