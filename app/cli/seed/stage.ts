import { actorById } from '#db/reads/people';
import { type Someone } from '#db/seed/people';
import { type World } from '#db/seed/plant';
import { calendarDateIn } from '~/domain/calendar';
import { type Site } from '~/http/site.server';
import { type ActContext } from '~/usecases/context.server';

/** Where the story plays: the world, and the moment from which its days are counted. */
export type Stage = { site: Site; world: World; now: Date };

/** One thing that happens on a day; scenes are played in the order of their days. */
export type Scene = { day: number; play: () => Promise<void> };

const dayMs = 86_400_000;

/** The moment a number of days (and parts of a day) from now. */
export function dayFrom({ now }: Stage, day: number): Date {
  return new Date(now.getTime() + day * dayMs);
}

export function personId({ world }: Stage, who: Someone): string {
  const id = world.people.get(who);
  if (!id) throw new Error(`nobody is called ${who}`);
  return id;
}

/** Somebody acting at a moment, with the roles of that day. */
export async function as(stage: Stage, who: Someone, at: Date): Promise<ActContext> {
  const { site } = stage;
  const today = calendarDateIn(at);
  const actor = await actorById(site.db, personId(stage, who), 'strong', today);
  if (!actor) throw new Error(`${who} has left`);
  return { db: site.db, actor, now: at, today, newId: site.newId };
}

/** Plays scenes by day; those of one day in the order given. */
export async function playAll(scenes: readonly Scene[]): Promise<void> {
  const inOrder = scenes.map((scene, index) => ({ ...scene, index }));
  inOrder.sort((a, b) => a.day - b.day || a.index - b.index);
  for (const { play } of inOrder) await play();
}
