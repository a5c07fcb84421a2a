import { randomUUID } from 'node:crypto';
import { type Database } from '#db/client';
import { actorById } from '#db/reads/people/person';
import { roleTerm, scheme, schemeArea, schemeVersion, supportTier } from '#db/schema';
import { addDays, addWeeks, calendarDate, calendarDateIn } from '~/domain/calendar';
import { cents } from '~/domain/money/cents';
import { type Context } from '~/usecases/context.server';
import { plantSettings } from '~/usecases/site/plant-settings.server';
import { type InitiativeSave, saveInitiative } from '~/usecases/initiative/save-initiative-step.server';
import { startInitiative } from '~/usecases/initiative/start-initiative.server';
import { makeCouncil } from './council-world';
import { makeGemeente, makePerson } from './person';
import { firstSettings } from './settings';
import { type TestDatabase } from './database';

/** A Monday morning in winter time. */
export const monday = new Date('2026-01-05T09:00:00Z');
export const mondayDate = calendarDate('2026-01-05');
export const euros = (amount: number) => cents(Math.round(amount * 100));

/** The rules of the wijk 'hier': up to € 2.500, 18 or older, 4 weeks ahead, 10 % oneself, from € 1.000 two in favour. */
const rules = {
  maxAmountCents: euros(2500),
  minAge: 18,
  leadTimeWeeks: 4,
  decisionWeeks: 8,
  ownContributionPct: 10,
  advancePct: 80,
  carryOver: true,
};

export type InitiativeWorld = Awaited<ReturnType<typeof makeWorld>>;

/** Two wijken of which one has a fund and a council, an applicant, six neighbours, a stranger from the other wijk and a moderator. */
export async function makeWorld(database: TestDatabase) {
  const { owner, app } = database;
  const { here, there, gemeenteId } = await makeGemeente(owner.db);
  await makeCouncil(database, { seats: 1, areaId: here });
  await plantSettings(app.db, firstSettings, monday);
  const [schemeId, versionId] = [randomUUID(), randomUUID()];
  await owner.db.insert(scheme).values({ id: schemeId, name: 'Buurtfonds', legalRegime: 'college' });
  await owner.db.insert(schemeArea).values({ schemeId, areaId: here });
  const validFrom = calendarDate('2025-01-01');
  await owner.db
    .insert(schemeVersion)
    .values({ id: versionId, schemeId, validFrom, publishedOn: validFrom, ...rules });
  const tier = { fromCents: euros(1000), minFor: 2 };
  await owner.db.insert(supportTier).values({ schemeVersionId: versionId, ...tier });
  const person = async (name: string, areaId: string | null, bornOn = '1980-06-01') =>
    (await makePerson(owner.db, { name, areaId, bornOn: calendarDate(bornOn) })).id;
  const neighbours = [];
  for (const name of ['Ada', 'Bo', 'Cas', 'Dee', 'Eef', 'Fien']) neighbours.push(await person(name, here));
  const moderator = await person('Mo de Moderator', null);
  await owner.db
    .insert(roleTerm)
    .values({ id: randomUUID(), personId: moderator, role: 'moderator', validFrom });
  return {
    ...{ gemeenteId, here, there, schemeId, versionId, neighbours, moderator },
    applicant: await person('Sanne Jansen', here),
    child: await person('Kim', here, '2010-01-01'),
    stranger: await person('Vera', there),
  };
}

/** Someone acting at a moment; council and moderating roles count. */
export async function acting(db: Database, personId: string, at = monday): Promise<Context> {
  const today = calendarDateIn(at);
  const actor = await actorById(db, personId, 'strong', today);
  if (!actor) throw new Error('nobody');
  return { db, actor, now: at, today, newId: randomUUID };
}

/** A site that sends mail and knows no sign-in service. */
export const ownSite = { sendsMail: true, hasSignIn: false };

/** Everything a concept needs, asking € 900 of € 1.000; a test changes what it is about. */
export const whole: InitiativeSave = {
  summary: 'Twee banken bij het speelveld.',
  story: 'Ouders staan nu. Opa en oma ook.',
  theme: 'groen',
  place: 'Speelveld',
  participants: 40,
  startsOn: addWeeks(mondayDate, 20),
  lines: [{ description: 'Bank', quantity: 2, unitCents: euros(500) }],
  ownContributionCents: euros(100),
};

/** A whole concept of the applicant; answers its number. */
export async function concept(
  world: InitiativeWorld,
  db: Database,
  change: InitiativeSave = {},
  who = world.applicant,
): Promise<number> {
  const context = await acting(db, who);
  const input = { areaId: world.here, title: 'Banken bij het speelveld' };
  const { number } = await startInitiative(context, input, ownSite);
  await saveInitiative(context, number, { ...whole, ...change });
  return number;
}

/** A concept that needs two neighbours in favour: it asks € 1.800 of € 2.000. */
export const large: InitiativeSave = {
  lines: [{ description: 'Bank', quantity: 4, unitCents: euros(500) }],
  ownContributionCents: euros(200),
};

export const days = (count: number) => new Date(monday.getTime() + count * 86_400_000);
export const dayAfter = (count: number) => addDays(mondayDate, count);
