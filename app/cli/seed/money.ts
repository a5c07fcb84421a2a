import { otherSources, yearlySources } from '#db/seed/funds';
import { type WijkSlug } from '#db/seed/outlines';
import { calendarDate } from '~/domain/calendar';
import { cents, type Cents } from '~/domain/money/cents';
import { createSource } from '~/usecases/sources/create-source.server';
import { byInhabitants } from '~/domain/ledger/division';
import { divideYear } from '~/usecases/sources/divide-year.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { as, type Scene, type Stage } from './stage';

/** Euros of the script as cents. */
export const inCents = (euros: number): Cents => cents(Math.round(euros * 100));

/** Every year starts with its sources, promised to the wijken on New Year's Day. */
export function sourceScenes(stage: Stage, years: readonly number[]): Scene[] {
  return years.map((year) => {
    const newYear = new Date(Date.UTC(year, 0, 1, 9));
    const at = newYear < stage.now ? newYear : stage.now;
    return { at, play: () => promise(stage, year, at) };
  });
}

async function promise(stage: Stage, year: number, at: Date): Promise<void> {
  const context = await as(stage, 'wietske', at);
  const { areas } = stage.world;
  const own = ({ code }: { code: string }) => ({ code: `${code}-${year}`, year });
  for (const { total, foot, ...source } of yearlySources) {
    const sourceId = await createSource(context, { ...source, ...own(source) });
    const amounts = { ...byInhabitants(inCents(foot)), totalCents: inCents(total) };
    const key = `seed:${source.code}-${year}`;
    await divideYear(context, { sourceId, ...amounts, areaIds: Object.values(areas), key });
  }
  for (const { gives, wijk, until, ...source } of otherSources) {
    const terms = {
      areaId: wijk ? areas[wijk] : null,
      expiresOn: until ? calendarDate(`${year}-${until}`) : null,
    };
    const sourceId = await createSource(context, { ...source, ...terms, ...own(source) });
    for (const [slug, euros] of Object.entries(gives)) {
      const gift = { sourceId, areaId: areas[slug as WijkSlug], cents: inCents(euros) };
      await pledgeSource(context, { ...gift, key: `seed:${source.code}-${year}:${slug}` });
    }
  }
}
