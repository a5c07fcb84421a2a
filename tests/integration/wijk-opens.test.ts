import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  areaCbs,
  body,
  cbsArea,
  mandate,
  membership,
  postcodeFile,
  postcodePart,
  residentList,
  roleTerm,
  schemeVersion,
  seat,
} from '#db/schema';
import { addDays } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type ResidenceMethod } from '~/domain/people/residence';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { startInitiative } from '~/usecases/initiative/start-initiative.server';
import { useDatabase } from '../support/database';
import {
  acting,
  concept,
  euros,
  type InitiativeWorld,
  makeWorld,
  monday,
  mondayDate,
  ownSite,
} from '../support/initiative-world';
import { makePerson } from '../support/person';
import { changeSettings, firstSettings } from '../support/settings';

const database = useDatabase();
let world: InitiativeWorld;
beforeAll(async () => {
  world = await makeWorld(database);
});

const owner = () => database.owner.db;
const council = async () => {
  const [found] = await owner().select().from(body).where(eq(body.areaId, world.here));
  return found?.id ?? '';
};
/** One address that CBS puts in this wijk. */
async function addressIn(areaId: string): Promise<void> {
  const [code, buurt, fileId] = ['WK990199', 'BU99019901', randomUUID()];
  const border = { type: 'MultiPolygon' as const, coordinates: [] };
  await owner()
    .insert(cbsArea)
    .values({ code, year: 2026, name: 'Hier', gemeenteCode: 'GM9901', inhabitants: 1, geometry: border });
  await owner().insert(areaCbs).values({ areaId, code, year: 2026 });
  const file = { id: fileId, year: 2026, addresses: 1, sha256: 'a'.repeat(64), readAt: monday };
  await owner().insert(postcodeFile).values(file);
  const part = { fileId, postcode: '1000AA', fromNumber: 1, toNumber: 1, code: buurt, addresses: 1 };
  await owner().insert(postcodePart).values(part);
}

/** 'begun', or why not. */
const begin = async (site = ownSite) => {
  const context = await acting(database.app.db, world.applicant);
  return startInitiative(context, { areaId: world.here, title: 'Bankjes' }, site).then(
    () => 'begun',
    (error: unknown) => {
      if (error instanceof DomainError && error.code === 'wijkClosed')
        return `${String(error.field)}: ${String(error.detail.gap)}`;
      throw error;
    },
  );
};

describe('an initiative begins in a wijk', () => {
  test('where somebody can decide and pay', async () => {
    expect(await begin()).toBe('begun');
  });

  test('not while its council has no mandate, nor once that ended, and again from the day of the next', async () => {
    const bodyId = await council();
    const validTo = mondayDate;
    await owner().update(mandate).set({ validTo }).where(eq(mandate.bodyId, bodyId));
    expect(await begin()).toBe('areaId: mandate');
    const next = { maxPerDecisionCents: euros(100), maxPerApplicantPerYearCents: euros(100) };
    await owner()
      .insert(mandate)
      .values({ id: randomUUID(), bodyId, ...next, validFrom: mondayDate });
    expect(await begin()).toBe('begun');
  });

  test('goes on where it was begun before', async () => {
    const number = await concept(world, database.app.db);
    await changeSettings(database, { bank: null });
    const context = await acting(database.app.db, world.applicant);
    await publishInitiative(context, number);
    expect(await begin()).toBe('areaId: account');
    await changeSettings(database, { bank: firstSettings.bank });
  });

  test('not without an account of the gemeente', async () => {
    await changeSettings(database, { bank: null });
    expect(await begin()).toBe('areaId: account');
    await changeSettings(database, { bank: firstSettings.bank });
    expect(await begin()).toBe('begun');
  });

  test('not on a site that sends no mail', async () => {
    expect(await begin({ ...ownSite, sendsMail: false })).toBe('areaId: mail');
  });

  describe('of which the scheme asks to show that one lives there', () => {
    const accept = (...submitResidence: ResidenceMethod[]) =>
      owner().update(schemeVersion).set({ submitResidence });
    afterAll(() => accept('self'));

    test('not while nobody may see it in person, nor by who only may so elsewhere or did before', async () => {
      await accept('inPerson');
      expect(await begin()).toBe('areaId: residence');
      const { id } = await makePerson(owner());
      const sees = async (areaId: string) => {
        const term = {
          id: randomUUID(),
          personId: id,
          role: 'networker',
          areaId,
          validFrom: mondayDate,
        } as const;
        await owner().insert(roleTerm).values(term);
        return eq(roleTerm.id, term.id);
      };
      await sees(world.there);
      expect(await begin()).toBe('areaId: residence');
      const it = await sees(world.here);
      expect(await begin()).toBe('begun');
      await owner().update(roleTerm).set({ validTo: mondayDate }).where(it);
      expect(await begin()).toBe('areaId: residence');
    });

    test('by a sign-in service, where addresses of the wijk are known', async () => {
      await accept('oidc');
      const service = { ...ownSite, hasSignIn: true };
      expect(await begin(service)).toBe('areaId: residence');
      await addressIn(world.here);
      expect(await begin(service)).toBe('begun');
      expect(await begin()).toBe('areaId: residence');
    });

    test('by a letter, once it has an address to come back to and somebody who prints it', async () => {
      await accept('letter');
      expect(await begin()).toBe('areaId: residence');
      await changeSettings(database, { address: 'Brink 1\n1000 AA Vierstromen' });
      expect(await begin()).toBe('areaId: residence');
      const { id } = await makePerson(owner());
      await owner()
        .insert(roleTerm)
        .values({ id: randomUUID(), personId: id, role: 'admin', validFrom: mondayDate });
      expect(await begin()).toBe('begun');
      await changeSettings(database, { address: null });
      expect(await begin()).toBe('areaId: residence');
    });

    test('by a list, once one was read', async () => {
      await accept('list');
      expect(await begin()).toBe('areaId: residence');
      const list = { id: randomUUID(), readBy: world.applicant, readAt: monday, lines: 1 };
      await owner().insert(residentList).values(list);
      expect(await begin()).toBe('begun');
    });
  });

  test('not once its last member left', async () => {
    const bodyId = await council();
    const [only] = await owner().select().from(seat).where(eq(seat.bodyId, bodyId));
    const validTo = addDays(mondayDate, -1);
    await owner()
      .update(membership)
      .set({ validTo })
      .where(eq(membership.seatId, only?.id ?? ''));
    expect(await begin()).toBe('areaId: leader');
  });
});
