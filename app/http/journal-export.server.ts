import { journalsOfYear } from '#db/reads/journal-export';
import { type Visit } from './visit.server';
import { chosenYear } from './year.server';

/** All journals of the year asked for in `?jaar=`, also one without money, else of the year that pages show. */
export async function askedJournals(visit: Visit) {
  const [asked] = /^2\d{3}$/.exec(visit.url.searchParams.get('jaar') ?? '') ?? [];
  const year = asked ? Number(asked) : (await chosenYear(visit)).year;
  return { year, ...(await journalsOfYear(visit.act.db, year)) };
}
