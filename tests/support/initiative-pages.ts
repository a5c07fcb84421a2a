import { beforeAll } from 'vitest';
import { concept, type InitiativeWorld, large, makeWorld, monday } from './initiative-world';
import { useSite } from './site';

/** A site with one concept, by whom it is, and what its pages answer. */
export function useInitiativePages() {
  const site = useSite();
  let world: InitiativeWorld;
  let number: number;
  let mine: string;
  let neighbours: string[];
  beforeAll(async () => {
    site.setNow(monday);
    world = await makeWorld(site.database);
    number = await concept(world, db(), large);
    mine = await site.signInAs(world.applicant, 'code');
    neighbours = await Promise.all(world.neighbours.map((id) => site.signInAs(id, 'code')));
  });

  const db = () => site.database.app.db;
  const html = async (where: string, cookie?: string) => (await site.get(where, { cookie })).text();
  const stripped = (page: string) => page.replace(/<script[\s\S]*?<\/script>|<!--.*?-->|<[^>]+>/g, '');

  return {
    site,
    get world() {
      return world;
    },
    get number() {
      return number;
    },
    get mine() {
      return mine;
    },
    get neighbours() {
      return neighbours;
    },
    db,
    html,
    stripped,
  };
}
