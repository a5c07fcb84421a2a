import { wijkBudgets } from '#db/reads/money/wijk-budget';
import { DomainError } from '~/domain/errors';
import { type Visit } from '~/http/visit.server';
import { chosenYear } from '~/http/year.server';

/** The wijk in the address with its money of the chosen year, for anyone. Throws 'notFound'. */
export async function wijkInYear(visit: Visit) {
  const { db, today } = visit.context;
  const { year, years } = await chosenYear(visit);
  const wijk = (await wijkBudgets(db, year, today)).find(({ slug }) => slug === visit.params.slug);
  if (!wijk) throw new DomainError('notFound');
  return { wijk, year, years };
}
