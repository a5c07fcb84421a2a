import { type CalendarDate, calendarDate, yearOf } from '~/domain/calendar';
import { termEnd } from '~/domain/council/membership';
import { presets } from '~/domain/council/rules-of-order';
import { type Cents, cents } from '~/domain/money/cents';
import { type Transaction } from '../client';
import { body, mandate, membership, person, roleTerm, rulesOfOrder, seat } from '../schema';
import { composeOf, insertAreas, install, keepCbsArea } from '../writes/area/area';
import { keepPostcodes } from '../writes/area/postcode';
import { insertResidence } from '../writes/people/residence';
import { insertScheme, insertSchemeVersion, setSchemeAreas } from '../writes/initiative/scheme';
import { ensureJournal } from '../writes/ledger/accounts';
import { gemeente, postcodesOfWorld, wijken, wijkSlugs } from './areas';
import { type Council, councils } from './councils';
import { schemes } from './funds';
import { outlineOf, type WijkSlug } from './outlines';
import {
  firstNames,
  type Invented,
  neighbour,
  neighboursPerWijk,
  type Persona,
  personas,
  type Someone,
} from './people';

/** Where the seed's people and places ended up. */
export type World = {
  gemeenteId: string;
  areas: Record<WijkSlug, string>;
  people: Map<Someone, string>;
};

type Soil = { tx: Transaction; newId: () => string; now: Date; since: CalendarDate };

const euros = (amount: number): Cents => cents(amount * 100);

/** Vierstromen as it stands before anything happens: areas, people, councils and funds, all since `since`. */
export async function plantWorld(soil: Soil): Promise<World> {
  const { gemeenteId, areas } = await plantAreas(soil);
  const people = await plantPeople(soil, areas);
  for (const council of councils) {
    await plantCouncil(soil, council, council.wijk ? areas[council.wijk] : gemeenteId, people);
  }
  for (const fund of schemes) await plantFund(soil, fund, areas);
  return { gemeenteId, areas, people };
}

async function plantAreas({ tx, newId, now, since }: Soil) {
  const gemeenteId = newId();
  const areas = Object.fromEntries(wijkSlugs.map((slug) => [slug, newId()])) as World['areas'];
  await insertAreas(tx, [
    { id: gemeenteId, kind: 'gemeente', slug: gemeente.slug, name: gemeente.name, validFrom: since },
    ...wijkSlugs.map((slug) => ({
      id: areas[slug],
      kind: 'wijk' as const,
      slug,
      name: wijken[slug].name,
      parentId: gemeenteId,
      validFrom: since,
    })),
  ]);
  const year = yearOf(since);
  await keepCbsArea(tx, {
    ...{ code: gemeente.code, name: gemeente.name, gemeenteCode: gemeente.code, year },
    inhabitants: wijkSlugs.reduce((sum, slug) => sum + wijken[slug].inhabitants, 0),
    geometry: { type: 'MultiPolygon', coordinates: wijkSlugs.map((slug) => outlineOf(slug).coordinates) },
  });
  await composeOf(tx, { areaId: gemeenteId, code: gemeente.code, year });
  for (const slug of wijkSlugs) {
    const { code, name, inhabitants } = wijken[slug];
    await keepCbsArea(tx, {
      code,
      year,
      name,
      gemeenteCode: gemeente.code,
      inhabitants,
      geometry: outlineOf(slug),
    });
    await composeOf(tx, { areaId: areas[slug], code, year });
    await ensureJournal(tx, areas[slug]);
  }
  await install(tx, { gemeenteId, demonstration: true });
  await keepPostcodes(tx, { id: newId(), year, readBy: null, readAt: now }, postcodesOfWorld());
  return { gemeenteId, areas };
}

async function plantPeople({ tx, newId, now, since }: Soil, areas: World['areas']): Promise<World['people']> {
  const people: World['people'] = new Map();
  for (const key of Object.keys(personas) as Persona[]) {
    const { name, wijk, born, persona, shownName, roles = [] }: Invented = personas[key];
    const id = newId();
    people.set(key, id);
    const areaId = wijk && areas[wijk];
    const email = `${key}@vierstromen.example`;
    await tx
      .insert(person)
      .values({ id, email, name, areaId, bornOn: calendarDate(born), createdAt: now, persona, shownName });
    for (const { role, wijken: where } of roles) {
      const scopes = where?.map((slug) => areas[slug]) ?? [null];
      await tx
        .insert(roleTerm)
        .values(
          scopes.map((scope) => ({ id: newId(), personId: id, role, areaId: scope, validFrom: since })),
        );
    }
  }
  const rows = wijkSlugs.flatMap((wijk, at) =>
    Array.from({ length: neighboursPerWijk }, (_, index) => {
      const id = newId();
      const key = neighbour(wijk, index + 1);
      people.set(key, id);
      const name = firstNames[at * neighboursPerWijk + index] ?? null;
      const bornOn = calendarDate(`${1948 + ((index * 7 + at * 3) % 55)}-0${1 + (index % 9)}-15`);
      return { id, email: `${key}@vierstromen.example`, name, areaId: areas[wijk], bornOn, createdAt: now };
    }),
  );
  await tx.insert(person).values(rows);
  const lenient = [areas.parkwijk, areas.soesterveld];
  const byWord = rows.filter(({ areaId }, at) => lenient.includes(areaId) && at % 3 === 2);
  await plantHomes({ tx, newId, since }, people, new Set(byWord.map(({ id }) => id)));
  return people;
}

/** The administrator saw where everybody lives, but for who says so themselves. */
async function plantHomes(
  { tx, newId, since }: Pick<Soil, 'tx' | 'newId' | 'since'>,
  people: World['people'],
  byWord: ReadonlySet<string>,
): Promise<void> {
  const checkedBy = people.get('daan') ?? null;
  const homes = await tx.select({ id: person.id, areaId: person.areaId }).from(person);
  for (const { id: personId, areaId } of homes) {
    if (areaId === null || personId === checkedBy || byWord.has(personId)) continue;
    await insertResidence(tx, { id: newId(), personId, areaId, method: 'inPerson', since, checkedBy });
  }
}

async function plantCouncil(
  { tx, newId, since }: Soil,
  council: Council,
  areaId: string,
  people: World['people'],
) {
  const { slug, name, wijk, contact } = council;
  const validTo = termEnd(since, presets[council.rules].termYears);
  const bodyId = newId();
  await tx.insert(body).values({
    ...{ id: bodyId, kind: wijk ? 'buurtraad' : 'stadsraad', slug, name, areaId },
    ...{ contactEmail: contact.email, contactText: contact.text },
  });
  const rules = presets[council.rules];
  await tx
    .insert(rulesOfOrder)
    .values({ id: newId(), bodyId, validFrom: since, ...rules, votingKinds: [...rules.votingKinds] });
  await tx.insert(mandate).values({
    id: newId(),
    bodyId,
    maxPerDecisionCents: euros(council.maxPerDecision),
    maxPerApplicantPerYearCents: euros(council.maxPerApplicantPerYear),
    validFrom: since,
  });
  for (const { type, who, appointed, duty = 'member', voting = true } of council.seats) {
    const seatId = newId();
    await tx.insert(seat).values({ id: seatId, bodyId, type, voting, validFrom: since });
    if (!who) continue;
    const personId = people.get(who);
    if (!personId) throw new Error(`nobody is called ${who}`);
    await tx
      .insert(membership)
      .values({ id: newId(), seatId, personId, duty, appointed, validFrom: since, validTo });
  }
}

async function plantFund({ tx, newId, since }: Soil, fund: (typeof schemes)[number], areas: World['areas']) {
  const { name, legalRegime, terms, nextYear } = fund;
  const schemeId = newId();
  await insertScheme(tx, { id: schemeId, name, legalRegime });
  await setSchemeAreas(
    tx,
    schemeId,
    fund.wijken.map((wijk) => areas[wijk]),
  );
  const from = (validFrom: CalendarDate) => ({ id: newId(), schemeId, validFrom, publishedOn: since });
  await insertSchemeVersion(tx, from(since), terms);
  if (nextYear) {
    await insertSchemeVersion(tx, from(newYearAfter(since)), { ...terms, ...nextYear });
  }
}

/** The first day of the year after that of the world's today. */
const newYearAfter = (since: CalendarDate) => calendarDate(`${yearOf(since) + 3}-01-01`);

/** The first day on which everything of the world exists: two years before the year of `today`. */
export function worldSince(today: CalendarDate): CalendarDate {
  return calendarDate(`${yearOf(today) - 2}-01-01`);
}
