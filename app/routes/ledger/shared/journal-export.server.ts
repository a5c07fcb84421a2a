import { type JournalsOfYear, withJournals } from '#db/reads/ledger/journal-export';
import { type Visit } from '~/http/visit.server';
import { chosenYear } from '~/http/year.server';

type Journals = JournalsOfYear & { year: number };

/** Lets `use` read all journals of the year asked for in `?jaar=`, also one without money, else of the year that pages show. */
export async function askedJournals<T>(visit: Visit, use: (journals: Journals) => Promise<T>): Promise<T> {
  const [asked] = /^2\d{3}$/.exec(visit.url.searchParams.get('jaar') ?? '') ?? [];
  const year = asked ? Number(asked) : (await chosenYear(visit)).year;
  return withJournals(visit.context.db, year, (journals) => use({ year, ...journals }));
}
