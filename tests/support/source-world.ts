import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { area, source } from '#db/schema';
import { byInhabitants } from '~/domain/ledger/division';
import { noEarmark } from '~/domain/ledger/earmark';
import { cents, type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { type SourceTerms } from '~/usecases/sources/create-source.server';
import { divideSource } from '~/usecases/sources/divide-source.server';
import { type Context } from '~/usecases/context.server';
import { type Council, makeCouncil, now } from './council-world';
import { granted, officer } from './grant-world';
import { type TestDatabase } from './database';
import { makeGemeente } from './person';
import { type TestSite } from './site';

/** A gemeente with two wijken of 1,000 and 3,000 people and a third with a council, and who works with its money. */
export type SourceWorld = {
  here: string;
  there: string;
  council: Council;
  controller: Context & { personId: string };
  /** The cookies of a controller, of a gebiedsmanager of `here`, and of a payer. */
  cookies: { controller: string; areaManager: string; payer: string };
};

export async function makeSourceWorld(site: TestSite): Promise<SourceWorld> {
  site.setNow(now);
  const { database } = site;
  const { gemeenteId, here, there } = await makeGemeente(database.owner.db);
  for (const [id, ownInhabitants] of [
    [here, 1000],
    [there, 3000],
  ] as const) {
    await database.owner.db.update(area).set({ ownInhabitants }).where(eq(area.id, id));
  }
  const council = await makeCouncil(database, { seats: 3 });
  const place = { parentId: gemeenteId, slug: 'ginds', name: 'Ginds' };
  await database.owner.db.update(area).set(place).where(eq(area.id, council.areaId));
  const controller = await officer(database, 'controller');
  const others = [await officer(database, 'areaManager', here), await officer(database, 'payer')];
  const [areaManager = '', payer = ''] = await Promise.all(
    others.map(({ personId }) => site.signInAs(personId, 'strong')),
  );
  const cookies = { controller: await site.signInAs(controller.personId, 'strong'), areaManager, payer };
  return { here, there, council, controller, cookies };
}

/** A source that is added and divided; answers its id and code. Without terms its money is free and lapses. */
export async function divided(
  context: Context,
  name: string,
  total: Cents,
  terms: Partial<SourceTerms> = {},
): Promise<{ id: string; code: string }> {
  const id = randomUUID();
  await divideSource(context, id, {
    ...{ name, kolom: 'wmo', funder: 'Gemeente', year: 2026, totalCents: total, ...byInhabitants(cents(0n)) },
    ...{ ...noEarmark, rollover: 'lapses', rolloverPct: 0, ...terms },
  });
  const [found] = await context.db.select({ code: source.code }).from(source).where(eq(source.id, id));
  return { id, code: found?.code ?? '' };
}

/** An initiative of the council's wijk to which this amount was granted; answers its id and number. */
export function grantedIn(database: TestDatabase, council: Council, amount: Cents) {
  return granted(database, council, { amount, title: 'Straatfeest' });
}

/** What a page says, without its markup. */
export async function textOf(answer: Response): Promise<string> {
  return (await answer.text())
    .replaceAll(/<script[\s\S]*?<\/script>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll(/\s+/g, ' ');
}

/** An amount in cents as a page writes it, to the cent. */
export const full = (amount: bigint) => formatEuros(cents(amount), 'nl', 'full').replace('\u00a0', ' ');
