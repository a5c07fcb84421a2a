import { redirect } from '@remix-run/node';
import { wijkByPostcode } from '#db/reads/area/postcode';
import { type Visit } from '~/http/visit.server';
import { paths } from '~/paths';

/** What was typed in the search for a wijk, and what is still to be asked. */
export type Search = {
  postcode: string;
  /** Null while no house number was asked for. */
  number: string | null;
  ask: 'number' | 'letters' | null;
  /** In which wijken the postcode lies, by name. */
  wijken: { slug: string; name: string }[];
};

const longest = 10;

/** The search in the address, null when there is none. Who is found goes to the page of the wijk. */
export async function searchIn({ url, context: { db, today } }: Visit): Promise<Search | null> {
  const postcode = url.searchParams.get('postcode')?.slice(0, longest);
  if (postcode === undefined) return null;
  const number = url.searchParams.get('huisnummer')?.slice(0, longest);
  const found = await wijkByPostcode(db, { postcode, number }, today);
  if (found?.ask === null) throw redirect(paths.area.wijk(found.slug), 303);
  const several = found ?? (number ? await wijkByPostcode(db, { postcode }, today) : undefined);
  const { ask, wijken } = several?.ask ? several : { ask: null, wijken: [] };
  return { postcode, number: ask === 'number' ? (number ?? null) : null, ask, wijken };
}
