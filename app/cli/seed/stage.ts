import { actorById } from '#db/reads/people/person';
import { type WijkSlug } from '#db/seed/outlines';
import { type Someone } from '#db/seed/people';
import { type Actor } from '~/domain/access/roles';
import { calendarDateIn } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { type Site } from '~/http/site.server';
import { type Context } from '~/usecases/context.server';
import { type Movement } from './statement-file';

/** Where the people and places of the named world ended up. */
export type World = { areas: Record<WijkSlug, string>; people: ReadonlyMap<Someone, string> };

/** The gemeente's account at a bank that does not exist: what moved on it since the last statement, and its balance. */
export type Bank = { iban: string; movements: Movement[]; balance: Cents; statements: number };

/** Where a story plays, and what is known of it by now. */
export type Stage = {
  site: Site;
  world: World;
  bank: Bank;
  /** Who acted before. */
  actors: Map<Someone, Actor>;
  /** The number of every initiative that is written. */
  numbers: Map<string, number>;
  /** Day zero: the moment from which the days of the story are counted. */
  now: Date;
};

/** One thing that happens; scenes are played in the order of their moments. */
export type Scene = { at: Date; play: () => Promise<void> };

const dayMs = 86_400_000;

/** The moment a number of days (and parts of a day) from day zero. */
export function dayFrom({ now }: Stage, day: number): Date {
  return new Date(now.getTime() + day * dayMs);
}

export function personId({ world }: Stage, who: Someone): string {
  const id = world.people.get(who);
  if (!id) throw new Error(`nobody is called ${who}`);
  return id;
}

/** The number of an initiative of the story. */
export function numberOf({ numbers }: Stage, key: string): number {
  const number = numbers.get(key);
  if (number === undefined) throw new Error(`initiative ${key} is not written yet`);
  return number;
}

/** Somebody acting at a moment. What they are in this world they are all the time, so it is read once. */
export async function as(stage: Stage, who: Someone, at: Date): Promise<Context> {
  const { site, actors } = stage;
  const today = calendarDateIn(at);
  const actor = actors.get(who) ?? (await actorById(site.db, personId(stage, who), 'strong', today));
  if (!actor) throw new Error(`${who} has left`);
  actors.set(who, actor);
  return { db: site.db, actor, now: at, today, newId: site.newId };
}

/** Plays scenes by moment; those of one moment in the order given. */
export async function playAll(scenes: readonly Scene[]): Promise<void> {
  const inOrder = scenes.map((scene, index) => ({ ...scene, index }));
  inOrder.sort((a, b) => a.at.getTime() - b.at.getTime() || a.index - b.index);
  for (const { play } of inOrder) await play();
}
