import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { body, mandate, membership, seat } from '#db/schema';
import { addDays } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { startInitiative } from '~/usecases/initiative/start-initiative.server';
import { useDatabase } from '../support/database';
import {
  acting,
  concept,
  euros,
  type InitiativeWorld,
  makeWorld,
  mondayDate,
} from '../support/initiative-world';
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
/** 'begun', or why not. */
const begin = async () => {
  const context = await acting(database.app.db, world.applicant);
  return startInitiative(context, { areaId: world.here, title: 'Bankjes' }).then(
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
