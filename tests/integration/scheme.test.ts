import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { schemeVersionById, schemeVersionOn, versionsOfScheme } from '#db/reads/initiative/scheme';
import { auditEntry, roleTerm, scheme, schemeArea, schemeVersion } from '#db/schema';
import { type CalendarDate, calendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type SchemeTerms } from '~/domain/initiative/scheme';
import { presetNames, presets } from '~/domain/initiative/scheme-presets';
import { createScheme } from '~/usecases/initiative/create-scheme.server';
import { makeSchemeVersion } from '~/usecases/initiative/make-scheme-version.server';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { setAreasOfScheme } from '~/usecases/initiative/set-scheme-areas.server';
import { withdrawVersion } from '~/usecases/initiative/withdraw-scheme-version.server';
import { useDatabase } from '../support/database';
import {
  acting,
  concept,
  dayAfter,
  days,
  type InitiativeWorld,
  makeWorld,
  monday,
  mondayDate,
} from '../support/initiative-world';
import { makePerson } from '../support/person';

const database = useDatabase();
const db = () => database.app.db;
let world: InitiativeWorld;
let [adminId, otherId] = ['', ''];
let schemeId: string;

async function makeAdmin(): Promise<string> {
  const { id } = await makePerson(database.owner.db);
  const validFrom = calendarDate('2020-01-01');
  await database.owner.db
    .insert(roleTerm)
    .values({ id: randomUUID(), personId: id, role: 'admin', validFrom });
  return id;
}

beforeAll(async () => {
  world = await makeWorld(database);
  [adminId, otherId] = [await makeAdmin(), await makeAdmin()];
});

/** A fresh scheme of no wijk. */
beforeEach(async () => {
  const admin = await acting(db(), adminId);
  schemeId = await createScheme(admin, { name: 'Regeling', legalRegime: 'college', areaIds: [] });
});

const { terms } = presets.college;

async function make(
  validFrom: CalendarDate,
  change: Partial<SchemeTerms> = {},
  { who = adminId, at = monday, replaces = null as string | null } = {},
) {
  const version = { schemeId, validFrom, terms: { ...terms, ...change }, replaces };
  return makeSchemeVersion(await acting(db(), who, at), version);
}

/** What became of it: 'done', or the code of the refusal. */
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

describe('a version', () => {
  test.each(presetNames)('keeps every rule of the preset %s', async (name) => {
    const id = await make(mondayDate, presets[name].terms);
    expect(await schemeVersionById(db(), id)).toMatchObject({
      ...presets[name].terms,
      ...{ schemeId, validFrom: mondayDate, publishedOn: mondayDate, withdrawnOn: null },
    });
  });

  test('holds from its first day, and the one before until the day before', async () => {
    await setAreasOfScheme(await acting(db(), adminId), world.schemeId, []);
    await setAreasOfScheme(await acting(db(), adminId), schemeId, [world.here]);
    const now = await make(mondayDate);
    const next = await make(dayAfter(10));
    const on = async (day: CalendarDate) => (await schemeVersionOn(db(), world.here, day))?.id;
    expect(await on(dayAfter(-1))).toBeUndefined();
    expect(await on(dayAfter(9))).toBe(now);
    expect(await on(dayAfter(10))).toBe(next);
    await setAreasOfScheme(await acting(db(), adminId), schemeId, []);
    await setAreasOfScheme(await acting(db(), adminId), world.schemeId, [world.here]);
  });

  test('never begins in the past, nor on a day on which another begins', async () => {
    expect(await outcome(make(dayAfter(-1)))).toBe('versionPast');
    await make(dayAfter(3));
    expect(await outcome(make(dayAfter(3)))).toBe('versionTaken');
  });

  test('with rules that contradict each other is not made', async () => {
    expect(await outcome(make(mondayDate, { applicantKinds: [] }))).toBe('required');
    expect(await versionsOfScheme(db(), schemeId)).toEqual([]);
  });

  test('is taken back until it begins, and its day is free again', async () => {
    const id = await make(dayAfter(5));
    const which = { id, schemeId };
    expect(await outcome(withdrawVersion(await acting(db(), adminId, days(5)), which))).toBe(
      'versionStarted',
    );
    expect(await outcome(withdrawVersion(await acting(db(), adminId, days(4)), which))).toBe('done');
    expect(await outcome(withdrawVersion(await acting(db(), otherId, days(4)), which))).toBe('versionGone');
    expect(await outcome(make(dayAfter(5), {}, { at: days(4) }))).toBe('done');
  });

  test('is replaced until it begins: the other is taken back in the same act', async () => {
    const before = await make(dayAfter(5));
    const id = await make(dayAfter(5), { minAge: 21 }, { replaces: before });
    const versions = await versionsOfScheme(db(), schemeId);
    expect(versions.map((each) => [each.id, each.withdrawnOn])).toEqual(
      expect.arrayContaining([
        [before, mondayDate],
        [id, null],
      ]),
    );
    expect(await outcome(make(dayAfter(6), {}, { replaces: id, at: days(5) }))).toBe('versionStarted');
    expect(await outcome(make(dayAfter(6), {}, { replaces: before }))).toBe('versionGone');
    expect(await outcome(make(dayAfter(6), {}, { replaces: randomUUID() }))).toBe('notFound');
  });

  test('that is taken back does not touch who asked before: they keep their rules', async () => {
    const number = await concept(world, db());
    await publishInitiative(await acting(db(), world.applicant), number);
    const { id, schemeId: own } = await schemeVersionById(db(), world.versionId);
    const versions = await versionsOfScheme(db(), own);
    expect(versions.find((each) => each.id === id)?.initiatives).toBe(1);
  });

  test('leaves a trace of each act', async () => {
    const id = await make(dayAfter(5));
    await withdrawVersion(await acting(db(), adminId), { id, schemeId });
    const acts = await db()
      .select({ act: auditEntry.act })
      .from(auditEntry)
      .where(eq(auditEntry.subjectId, id))
      .orderBy(auditEntry.seq);
    expect(acts.map(({ act }) => act)).toEqual(['scheme.version', 'scheme.withdraw']);
  });
});

describe('two administrators at once', () => {
  test('make a version for the same day: one is made, the other hears why not', async () => {
    const all = Array.from({ length: 8 }, (_, index) =>
      outcome(make(dayAfter(7), { minAge: 20 + index }, { who: index % 2 ? adminId : otherId })),
    );
    const answers = (await Promise.all(all)).sort();
    expect(answers).toEqual(['done', ...Array<string>(7).fill('versionTaken')]);
    expect(await versionsOfScheme(db(), schemeId)).toHaveLength(1);
  });

  test('replace the same version: one is made, the other hears that it is gone', async () => {
    const replaces = await make(dayAfter(7));
    const all = Array.from({ length: 6 }, (_, index) => {
      const day = dayAfter(8 + index);
      return outcome(make(day, {}, { who: index % 2 ? adminId : otherId, replaces }));
    });
    expect((await Promise.all(all)).sort()).toEqual(['done', ...Array<string>(5).fill('versionGone')]);
  });

  test('give one wijk to two schemes: it is in one', async () => {
    const admin = await acting(db(), adminId);
    const make = async () => createScheme(admin, { name: 'Regeling', legalRegime: 'college', areaIds: [] });
    const ids = [await make(), await make(), await make(), await make()];
    const answers = await Promise.all(ids.map((id) => outcome(setAreasOfScheme(admin, id, [world.there]))));
    expect(answers.sort()).toEqual(['areaTaken', 'areaTaken', 'areaTaken', 'done']);
    await database.owner.db.delete(schemeArea).where(eq(schemeArea.areaId, world.there));
  });

  test('give one scheme other wijken: it has those of one of them', async () => {
    const admin = await acting(db(), adminId);
    await setAreasOfScheme(admin, world.schemeId, []);
    await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        setAreasOfScheme(admin, schemeId, [index % 2 ? world.here : world.there]),
      ),
    );
    const own = await db().select().from(schemeArea).where(eq(schemeArea.schemeId, schemeId));
    expect(own).toHaveLength(1);
    await setAreasOfScheme(admin, schemeId, []);
    await setAreasOfScheme(admin, world.schemeId, [world.here]);
  });
});

describe('a scheme', () => {
  test('is made by an administrator alone, for wijken of this gemeente', async () => {
    const input = { name: 'Regeling', legalRegime: 'stichting' as const };
    const resident = await acting(db(), world.applicant);
    const admin = await acting(db(), adminId);
    expect(await outcome(createScheme(resident, { ...input, areaIds: [] }))).toBe('notYourRole');
    expect(await outcome(createScheme(admin, { ...input, name: ' ', areaIds: [] }))).toBe('required');
    expect(await outcome(createScheme(admin, { ...input, areaIds: [world.gemeenteId] }))).toBe(
      'choiceInvalid',
    );
    expect(await outcome(createScheme(admin, { ...input, areaIds: [world.here] }))).toBe('areaTaken');
    expect(
      await outcome(makeSchemeVersion(resident, { schemeId, validFrom: mondayDate, terms, replaces: null })),
    ).toBe('notYourRole');
    expect(await outcome(setAreasOfScheme(admin, randomUUID(), []))).toBe('notFound');
  });
});

describe('the database by itself', () => {
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { cause?: { code?: string } }) => error.cause?.code,
    );

  test('lets the app change no rule, and no version that began', async () => {
    const id = await make(mondayDate);
    const own = eq(schemeVersion.id, id);
    expect(await refusal(db().update(schemeVersion).set({ minAge: 1 }).where(own))).toBe('42501');
    expect(await refusal(db().delete(schemeVersion).where(own))).toBe('42501');
    expect(await refusal(db().update(schemeVersion).set({ withdrawnOn: mondayDate }).where(own))).toBe(
      '23514',
    );
    expect(await refusal(db().execute(sql`delete from support_tier`))).toBe('42501');
    expect(await refusal(db().execute(sql`update scheme_cap set pct = 1`))).toBe('42501');
    expect(await refusal(db().update(scheme).set({ legalRegime: 'stichting' }))).toBe('42501');
  });

  test('keeps a version that was taken back so', async () => {
    const id = await make(dayAfter(5));
    await withdrawVersion(await acting(db(), adminId), { id, schemeId });
    const own = eq(schemeVersion.id, id);
    expect(await refusal(database.owner.db.update(schemeVersion).set({ withdrawnOn: null }).where(own))).toBe(
      '23001',
    );
  });

  test('has one version a day that was not taken back', async () => {
    const id = await make(dayAfter(5));
    const [row] = await database.owner.db.select().from(schemeVersion).where(eq(schemeVersion.id, id));
    if (!row) throw new Error('no version');
    const again = database.owner.db.insert(schemeVersion).values({ ...row, id: randomUUID() });
    expect(await refusal(again)).toBe('23505');
  });
});
