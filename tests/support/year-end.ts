import { type Database } from '#db/client';
import { type Context } from '~/usecases/context.server';
import { confirmYearEnd } from '~/usecases/yearEnd/confirm-year-end.server';
import { prepareYearEnd } from '~/usecases/yearEnd/prepare-year-end.server';
import { previewYearEnd } from '~/usecases/yearEnd/preview-year-end.server';
import { makePerson } from './person';

/** Somebody else with the same roles. */
export async function colleagueOf(owner: Database, context: Context): Promise<Context> {
  const { id: personId } = await makePerson(owner);
  return { ...context, actor: { ...context.actor, personId } };
}

/** The first makes the end of a year ready, the second confirms it; answers the id of the task that books it. */
export async function endOfYearBy(first: Context, second: Context, year: number): Promise<string> {
  const { hash: previewHash } = await previewYearEnd(first, year);
  await prepareYearEnd(first, { year, previewHash });
  return confirmYearEnd(second, { year, previewHash });
}
