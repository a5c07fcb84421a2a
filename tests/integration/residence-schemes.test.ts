import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { initiativeByNumber, supportOf } from '#db/reads/initiative/initiative';
import { supportersOf } from '#db/reads/council/agenda';
import { schemeVersion } from '#db/schema';
import { provenMethods, type ResidenceMethod } from '~/domain/people/residence';
import { giveSupport } from '~/usecases/initiative/give-support.server';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { submitInitiative } from '~/usecases/initiative/submit-initiative.server';
import { checkResidence } from '~/usecases/people/check-residence.server';
import { rejectResidence } from '~/usecases/people/reject-residence.server';
import { profileOf } from '#db/reads/people/person';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { acting, concept, type InitiativeWorld, large, makeWorld } from '../support/initiative-world';
import { outcomes } from '../support/money-races';
import { roleHolder } from '../support/roster-world';

const database = useDatabase();
useChecks(database);
let world: InitiativeWorld;
let admin = '';
let number = 0;
const db = () => database.app.db;
const as = (id = '') => acting(db(), id);
const answer = async (act: Promise<unknown>) => (await outcomes([act]))[0];
const support = async (index: number) =>
  answer(as(world.neighbours[index]).then((who) => giveSupport(who, number, 'for')));
const seen = async (personId = '') => {
  const email = (await profileOf(db(), personId))?.email ?? '';
  await checkResidence(await as(admin), { email, areaId: world.here });
};
const counted = async () => {
  const { id = '', areaId = '' } = (await initiativeByNumber(db(), number)) ?? {};
  const { for: inFavour, unproven } = await supportOf(db(), { id, areaId }, [world.applicant]);
  return { inFavour, unproven, forCouncil: await supportersOf(db(), id) };
};
const rule = (key: 'supportResidence' | 'submitResidence', methods: readonly ResidenceMethod[]) =>
  database.owner.db.update(schemeVersion).set({ [key]: [...methods] });

beforeAll(async () => {
  world = await makeWorld(database);
  admin = (await roleHolder(database, 'admin')).id;
});
beforeEach(async () => {
  number = await concept(world, db(), large);
  await publishInitiative(await as(world.applicant), number);
});

describe('a scheme that asks to show where one lives', () => {
  test('takes the support of whom it is known, and counts nobody else', async () => {
    await rule('supportResidence', ['self', ...provenMethods]);
    await seen(world.neighbours[1]);
    expect([await support(0), await support(1)]).toEqual(['done', 'done']);
    expect(await counted()).toEqual({ inFavour: 2, unproven: 1, forCouncil: 2 });
    await rule('supportResidence', provenMethods);
    expect(await counted()).toEqual({ inFavour: 1, unproven: 0, forCouncil: 1 });
    expect(await support(0)).toBe('residenceNeeded');
    await rule('supportResidence', ['letter']);
    expect(await support(1)).toBe('residenceNeeded');
    expect(await counted()).toEqual({ inFavour: 0, unproven: 0, forCouncil: 0 });
    await rule('supportResidence', ['self', ...provenMethods]);
  });

  test('counts no longer what was said by who proves not to live there', async () => {
    await support(2);
    await support(3);
    expect(await counted()).toMatchObject({ inFavour: 2, forCouncil: 2 });
    await seen(world.neighbours[2]);
    const words = { personId: world.neighbours[2] ?? '', reason: 'Woont in een andere stad.' };
    await rejectResidence(await as(admin), words);
    expect(await counted()).toEqual({ inFavour: 1, unproven: 1, forCouncil: 1 });
    expect(await support(2)).not.toBe('done');
  });

  test('takes a request when it is known where its applicant lives', async () => {
    await support(4);
    await support(5);
    await rule('submitResidence', provenMethods);
    const submit = async () => answer(as(world.applicant).then((who) => submitInitiative(who, number)));
    expect(await submit()).toBe('residenceNeeded');
    expect((await initiativeByNumber(db(), number))?.state).toBe('gathering');
    await seen(world.applicant);
    expect(await submit()).toBe('done');
  });

  test('also where a request that needs no support is handed in as it is made public', async () => {
    await rule('submitResidence', provenMethods);
    const other = world.neighbours[5] ?? '';
    const small = await concept(world, db(), {}, other);
    const publish = async () => answer(as(other).then((who) => publishInitiative(who, small)));
    expect(await publish()).toBe('residenceNeeded');
    expect((await initiativeByNumber(db(), small))?.state).toBe('draft');
    await seen(other);
    expect(await publish()).toBe('done');
    expect((await initiativeByNumber(db(), small))?.state).toBe('submitted');
  });
});
