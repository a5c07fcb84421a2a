import { otherSources, yearlySources } from '#db/seed/funds';
import { type WijkSlug } from '#db/seed/outlines';
import { cents, type Cents } from '~/domain/money/cents';
import { createSource } from '~/usecases/create-source.server';
import { divideYear } from '~/usecases/divide-year.server';
import { pledgeSource } from '~/usecases/pledge-source.server';
import { receiveSource } from '~/usecases/receive-source.server';
import { as, type Stage } from './stage';

/** Euros of the script as cents. */
export const inCents = (euros: number): Cents => cents(Math.round(euros * 100));

/** The sources of one year, divided over the wijken in its first days, or today where the year is younger. */
export async function divideMoney(stage: Stage, year: number): Promise<void> {
  const january = new Date(Date.UTC(year, 0, 6, 9));
  const act = await as(stage, 'wietske', january < stage.now ? january : stage.now);
  const { areas } = stage.world;
  for (const { code, total, foot, received, ...source } of yearlySources) {
    const key = `seed:${code}-${year}`;
    const sourceId = await createSource(act, { ...source, code: `${code}-${year}`, year });
    const amounts = { totalCents: inCents(total), footCents: inCents(foot) };
    await divideYear(act, { sourceId, ...amounts, areaIds: Object.values(areas), key });
    await receiveSource(act, { sourceId, cents: inCents(received), key: `${key}:received` });
  }
  for (const { code, gives, ...source } of otherSources) {
    const sourceId = await createSource(act, { ...source, code: `${code}-${year}`, year });
    for (const [wijk, euros] of Object.entries(gives)) {
      const gift = { sourceId, areaId: areas[wijk as WijkSlug], cents: inCents(euros) };
      await pledgeSource(act, { ...gift, key: `seed:${code}-${year}:${wijk}` });
    }
  }
}
