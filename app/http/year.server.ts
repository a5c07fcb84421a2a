import { yearsWithMoney } from '#db/reads/money/wijk-budget';
import { yearOf } from '~/domain/calendar';
import { type Visit } from './visit.server';

/** The budget year that a page shows: the one asked for in `?jaar=`, else this year, else the last one with money. */
export async function chosenYear({
  url,
  context: { db, today },
}: Visit): Promise<{ year: number; years: number[] }> {
  const thisYear = yearOf(today);
  const years = await yearsWithMoney(db);
  const asked = years.find((year) => String(year) === url.searchParams.get('jaar'));
  const usual = years.includes(thisYear) ? thisYear : (years[0] ?? thisYear);
  return { year: asked ?? usual, years: years.length > 0 ? years : [thisYear] };
}
