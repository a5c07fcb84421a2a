import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Database } from '#db/client';
import * as t from '#db/schema';
import { transaction } from '#db/transaction';
import { insertAreas } from '#db/writes/area/area';
import { insertScheme, insertSchemeVersion, setSchemeAreas } from '#db/writes/initiative/scheme';
import { addWeeks, calendarDate, calendarDateIn } from '~/domain/calendar';
import { presets } from '~/domain/initiative/scheme-presets';
import { cents } from '~/domain/money/cents';
import { type Context } from '~/usecases/context.server';
import { createSource } from '~/usecases/sources/create-source.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { saveInitiative } from '~/usecases/initiative/save-initiative-step.server';
import { startInitiative } from '~/usecases/initiative/start-initiative.server';

/** Who writes, with the cookie of their session, and what they write about. */
export type FaultWorld = {
  controller: string;
  residents: { id: string; cookie: string }[];
  initiatives: number[];
  source: string;
};

const since = calendarDate('2020-01-01');
const plenty = cents(1_000_000_000n);

/** A wijk with a fund and a council, so many residents and initiatives that gather support, and a source that has promised plenty. */
export async function makeFaultWorld(
  db: Database,
  { residents, initiatives }: { residents: number; initiatives: number },
): Promise<FaultWorld> {
  const now = new Date();
  const today = calendarDateIn(now);
  const [gemeenteId, areaId] = [randomUUID(), randomUUID()];
  await transaction(db, async (tx) => {
    const at = { validFrom: since };
    await insertAreas(tx, [
      { ...at, id: gemeenteId, kind: 'gemeente', slug: 'proefstad', name: 'Proefstad' },
    ]);
    const wijk = { id: areaId, kind: 'wijk' as const, slug: 'proefwijk', name: 'Proefwijk' };
    await insertAreas(tx, [{ ...at, ...wijk, parentId: gemeenteId, ownInhabitants: 1000 }]);
    await tx.insert(t.installation).values({ gemeenteId, demonstration: false });
  });
  await makeFund(db, areaId);
  const person = (name: string) => makePerson(db, areaId, name, now);
  await makeCouncil(db, areaId, await person('Voorzitter'));
  const [controllerId, applicantId] = [await person('Controller'), await person('Aanvrager')];
  const role = { personId: controllerId, role: 'controller' as const, validFrom: since };
  await db.insert(t.roleTerm).values({ id: randomUUID(), ...role });
  const context = (personId: string, held: Context['actor']['held'] = []): Context => {
    const actor = { personId, name: 'Proef', homeAreaId: areaId, assurance: 'strong' as const, held };
    return { db, actor, now, today, newId: randomUUID };
  };
  const money = context(controllerId, [{ role: 'controller', areaId: null, bodyId: null }]);
  const of = { code: 'proef', name: 'Proefbron', kolom: 'wmo' as const, funder: 'Gemeente' };
  const sourceId = await createSource(money, { ...of, year: now.getFullYear() });
  await pledgeSource(money, { sourceId, areaId, cents: plenty, key: randomUUID() });
  const numbers: number[] = [];
  for (let n = 0; n < initiatives; n++) numbers.push(await gathering(context(applicantId), areaId));
  const neighbours: FaultWorld['residents'] = [];
  for (let n = 0; n < residents; n++) {
    const id = await person(`Bewoner ${n}`);
    neighbours.push({ id, cookie: await signIn(db, id, 'code') });
  }
  const controller = await signIn(db, controllerId, 'strong');
  return { controller, residents: neighbours, initiatives: numbers, source: of.code };
}

async function makeFund(db: Database, areaId: string): Promise<void> {
  const [schemeId, versionId] = [randomUUID(), randomUUID()];
  const many = { fromCents: cents(100n), minFor: 1000, radiusMetres: null };
  const version = { id: versionId, schemeId, validFrom: since, publishedOn: since };
  await transaction(db, async (tx) => {
    await insertScheme(tx, { id: schemeId, name: 'Proeffonds', legalRegime: 'college' });
    await setSchemeAreas(tx, schemeId, [areaId]);
    await insertSchemeVersion(tx, version, {
      ...{ ...presets.college.terms, supportTiers: [many] },
      supportResidence: ['self'],
      submitResidence: ['self'],
    });
  });
}

/** A council of one, who may decide about all that is asked here. */
async function makeCouncil(db: Database, areaId: string, personId: string): Promise<void> {
  const [bodyId, seatId] = [randomUUID(), randomUUID()];
  const of = { bodyId, validFrom: since };
  await db
    .insert(t.body)
    .values({ id: bodyId, kind: 'buurtraad', slug: 'proefraad', name: 'Proefraad', areaId });
  const amounts = { maxPerDecisionCents: plenty, maxPerApplicantPerYearCents: plenty };
  await db.insert(t.mandate).values({ ...of, ...amounts, id: randomUUID() });
  await db.insert(t.seat).values({ ...of, id: seatId, type: 'resident', voting: true });
  const chair = { personId, seatId, duty: 'chair', appointed: 'elected', validFrom: since } as const;
  await db.insert(t.membership).values({ ...chair, id: randomUUID() });
}

async function makePerson(db: Database, areaId: string, name: string, createdAt: Date): Promise<string> {
  const id = randomUUID();
  const bornOn = calendarDate('1980-01-01');
  await db.insert(t.person).values({ id, email: `${id}@proef.example`, name, areaId, bornOn, createdAt });
  return id;
}

async function gathering(applicant: Context, areaId: string): Promise<number> {
  const { number } = await startInitiative(
    applicant,
    { areaId, title: 'Banken bij het speelveld' },
    { sendsMail: true, hasSignIn: false },
  );
  await saveInitiative(applicant, number, {
    ...{ summary: 'Twee banken.', story: 'Ouders staan nu.', theme: 'groen', place: 'Speelveld' },
    ...{ participants: 40, startsOn: addWeeks(applicant.today, 20), ownContributionCents: cents(0n) },
    lines: [{ description: 'Bank', quantity: 2, unitCents: cents(50_000n) }],
  });
  await publishInitiative(applicant, number);
  return number;
}

async function signIn(db: Database, userId: string, assurance: 'code' | 'strong'): Promise<string> {
  const token = (assurance === 'strong' ? 's' : 'c') + randomBytes(32).toString('base64url');
  const id = createHash('sha256').update(token).digest('hex');
  const createdAt = new Date();
  const expiresAt = new Date(createdAt.getTime() + 2 * 3_600_000);
  await db.insert(t.session).values({ id, userId, createdAt, expiresAt, assurance });
  return `__Host-wijkkas=${token}`;
}
