import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { wijkBySlug, wijkenOn } from '#db/reads/area/area';
import { groundsOn, wijkAt } from '#db/reads/area/ground';
import { managedWijken } from '#db/reads/area/manage';
import { addressesPerWijk, wijkByPostcode } from '#db/reads/area/postcode';
import { auditEntry, journal, person, postcodeFile, postcodePart } from '#db/schema';
import { visitor } from '~/domain/access/roles';
import { isIn } from '~/domain/area/place';
import { calendarDate } from '~/domain/calendar';
import { handInWijken } from '~/usecases/area/hand-in-wijken.server';
import { joinArea } from '~/usecases/area/join-area.server';
import { leaveOutArea } from '~/usecases/area/leave-out-area.server';
import { readWijken } from '~/usecases/area/read-wijken.server';
import { previewSplit, splitArea } from '~/usecases/area/split-area.server';
import { takeBackArea } from '~/usecases/area/take-back-area.server';
import { type Context } from '~/usecases/context.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { makePerson } from '../support/person';
import { refused } from '../support/refused';
import { buurtenText, squareOf, wijkenText } from '../support/wijken-file';

const database = useDatabase();
useChecks(database);
const now = new Date('2026-06-01T10:00:00Z');
const today = calendarDate('2026-06-01');
const names = ['Centrum', 'Haven', 'Oost', 'Plas', 'Zuid'];
/** Of how many wijken the buurten are known; of Zuid they are not. */
const known = 4;
let admin: Context;

beforeAll(async () => {
  const { id: personId } = await makePerson(database.owner.db);
  const held = [{ role: 'admin' as const, areaId: null, bodyId: null }];
  const actor = { ...visitor, personId, assurance: 'strong' as const, held };
  admin = { db: database.app.db, actor, now, today, newId: randomUUID };
  await postcodes();
});

/** The same administrator, some days later. */
const later = (days: number): Context => {
  const date = new Date(now.getTime() + days * 86_400_000);
  return { ...admin, now: date, today: calendarDate(date.toISOString().slice(0, 10)) };
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = async (text: string, year = 2024, by = admin) =>
  readWijken(by, await handInWijken(by, { bytes: bytesOf(text), year }));
const wijk = async (name: string) =>
  (await managedWijken(admin.db)).find((each) => each.name === name) ?? expect.fail(name);
const split = async (from: string, name: string, buurten: string[], by = admin) => {
  const { id: areaId, codes: was } = await wijk(from);
  return splitArea(by, { areaId, name, buurten, was });
};
const postcode = async (typed: string, on = today) => {
  const answer = await wijkByPostcode(admin.db, { postcode: typed }, on);
  return answer?.ask === null ? answer.name : answer;
};

/** A postcode in each buurt of Centrum, one in a buurt that CBS made since, and one in the second buurt of Haven. */
async function postcodes(): Promise<void> {
  const { db } = database.owner;
  const file = { id: randomUUID(), year: 2024, addresses: 4, sha256: 'a'.repeat(64), readAt: now };
  await db.insert(postcodeFile).values(file);
  const part = { fileId: file.id, fromNumber: 1, toNumber: 99_999, addresses: 1 };
  const codes = {
    '1001AA': 'BU99010101',
    '1001AB': 'BU99010102',
    '1001AC': 'BU99010199',
    '1002AB': 'BU99010202',
  };
  for (const [each, code] of Object.entries(codes))
    await db.insert(postcodePart).values({ ...part, postcode: each, code });
}

/** Wherever somebody stands in the gemeente they stand in one wijk, and no buurt is of two. */
async function expectWholeMap(on = today): Promise<void> {
  const grounds = await groundsOn(admin.db, on);
  for (let at = 0; at < names.length * 10; at++) {
    const place = [5 + (at + 0.5) / 1000, 52.005] as const;
    expect(grounds.filter(({ ground }) => isIn(place, ground)).length, String(place)).toBe(1);
  }
  const inhabitants = (await wijkenOn(admin.db, on)).reduce((sum, each) => sum + (each.inhabitants ?? 0), 0);
  expect(inhabitants).toBe(1000 * names.length);
}

describe('a file of buurten', () => {
  test('is refused while the wijken of its year were not read in', async () => {
    await expect(read(buurtenText(known))).rejects.toMatchObject({
      code: 'fileInvalid',
      detail: { problem: 'wijkUnknown', value: 'WK990101' },
    });
    await read(wijkenText(names));
    await expect(read(buurtenText(known), 2023)).rejects.toMatchObject({
      detail: { problem: 'wijkUnknown' },
    });
  });

  test('is refused when buurten of a wijk lack: its ground would be lost', async () => {
    const file = JSON.parse(buurtenText(2)) as { features: unknown[] };
    file.features.splice(3, 1);
    await expect(read(JSON.stringify(file))).rejects.toMatchObject({
      code: 'fileInvalid',
      detail: { problem: 'buurtenMissing', value: 'Haven', wijk: 3 },
    });
  });

  test('is kept, changes no wijk, and nothing at all the second time', async () => {
    const before = await managedWijken(admin.db);
    expect(await read(buurtenText(known))).toMatchObject({ kind: 'buurten', created: 8, unchanged: 0 });
    expect(await read(buurtenText(known))).toMatchObject({ created: 0, changed: 0, unchanged: 8 });
    expect(await managedWijken(admin.db)).toEqual(before);
  });

  test('of another gemeente is named as such', async () => {
    const other = buurtenText(1, { code: 'GM9902', name: 'Elders' });
    await expect(read(other)).rejects.toMatchObject({ code: 'otherGemeente' });
  });
});

describe('a split', () => {
  beforeEach(async () => expectWholeMap());

  test('is looked at first, which changes nothing', async () => {
    const before = await managedWijken(admin.db);
    const { id: areaId, codes: was } = await wijk('Centrum');
    await makePerson(database.owner.db, { areaId });
    const input = { areaId, name: 'Grachten', buurten: ['BU99010102'], was };
    expect(await previewSplit(admin, input)).toMatchObject({
      made: { name: 'Grachten', slug: 'grachten', inhabitants: 400, addresses: 1 },
      kept: { name: 'Centrum', inhabitants: 600, addresses: 2 },
      uses: { residents: 1 },
    });
    expect(await managedWijken(admin.db)).toEqual(before);
  });

  test('is refused for what is none of its buurten, no name, or a name that is there', async () => {
    await expect(split('Centrum', 'Grachten', [])).rejects.toMatchObject({
      code: 'required',
      field: 'buurten',
    });
    await expect(split('Centrum', 'Grachten', ['BU99010201'])).rejects.toMatchObject({
      code: 'choiceInvalid',
    });
    await expect(split('Zuid', 'Grachten', ['BU99010501'])).rejects.toMatchObject({ code: 'choiceInvalid' });
    await expect(split('Centrum', ' ', ['BU99010101'])).rejects.toMatchObject({
      code: 'required',
      field: 'name',
    });
    for (const taken of ['haven', 'Centrum'])
      await expect(split('Centrum', taken, ['BU99010101'])).rejects.toMatchObject({
        code: 'wijkNameTaken',
        field: 'name',
      });
    expect(await wijkenOn(admin.db, today)).toHaveLength(5);
  });

  test('gives the new wijk its ground and postcodes; facts and people stay with the old one', async () => {
    const before = await wijk('Centrum');
    await split('Centrum', 'Grachten', ['BU99010102']);
    const [old, made] = [await wijk('Centrum'), await wijk('Grachten')];
    expect(old).toMatchObject({ id: before.id, slug: 'centrum', codes: ['BU99010101'], inhabitants: 600 });
    expect(old.validTo).toBeNull();
    expect(made).toMatchObject({ codes: ['BU99010102'], inhabitants: 400, validFrom: today, validTo: null });
    expect(await postcode('1001AA')).toBe('Centrum');
    expect(await postcode('1001AB')).toBe('Grachten');
    const residents = await database.owner.db.$count(person, eq(person.areaId, before.id));
    expect(residents).toBe(1);
    expect(await database.owner.db.$count(journal, eq(journal.areaId, made.id))).toBe(1);
    expect((await wijkAt(admin.db, [5.002, 52.005], today))?.name).toBe('Centrum');
    expect((await wijkAt(admin.db, [5.008, 52.005], today))?.name).toBe('Grachten');
    expect(await wijkAt(admin.db, [6, 52.005], today)).toBeUndefined();
  });

  test('leaves with the old one a postcode in a buurt that nobody knew', async () => {
    expect(await postcode('1001AC')).toBe('Centrum');
    const rows = await addressesPerWijk(admin.db, today);
    expect(rows.map(({ name, addresses }) => [name, addresses])).toEqual([
      ['Centrum', 2],
      ['Grachten', 1],
      ['Haven', 1],
    ]);
  });

  test('is not undone by the file of the wijken, nor by one of a later year', async () => {
    expect(await read(wijkenText(names))).toMatchObject({ created: 0, changed: 0 });
    expect(await read(wijkenText(names), 2025)).toMatchObject({ created: 0 });
    expect((await wijk('Centrum')).codes).toEqual(['BU99010101']);
    expect(await read(buurtenText(known), 2025)).toMatchObject({ created: 8 });
    expect((await wijk('Centrum')).codes).toEqual(['BU99010101']);
    expect((await wijk('Grachten')).codes).toEqual(['BU99010102']);
  });

  test('cannot end the same day: what went and what ended could not be told apart', async () => {
    const [{ id: centrum }, { id: haven }] = [await wijk('Centrum'), await wijk('Haven')];
    const { id: grachten } = await wijk('Grachten');
    await expect(joinArea(admin, { areaId: centrum, into: haven })).rejects.toEqual(refused('wrongState'));
    await expect(leaveOutArea(admin, centrum)).rejects.toEqual(refused('wrongState'));
    await expect(joinArea(admin, { areaId: grachten, into: centrum })).rejects.toEqual(refused('wrongState'));
    const empty = { ...admin, actor: { ...admin.actor, held: [] } };
    const input = { areaId: centrum, name: 'X', buurten: ['BU99010101'], was: ['BU99010101'] };
    await expect(splitArea(empty, input)).rejects.toEqual(refused('notYourRole'));
    await expect(previewSplit(empty, input)).rejects.toEqual(refused('notYourRole'));
  });
});

describe('a wijk that two administrators split at once', () => {
  test.each([
    ['by the same buurt', 'Haven', ['BU99010201'], ['BU99010201']],
    ['by different buurten', 'Oost', ['BU99010301'], ['BU99010302']],
  ])('%s is split once', async (_how, from, first, second) => {
    const { id: areaId, codes: was } = await wijk(from);
    const asked = [first, second].map((buurten, index) =>
      splitArea(admin, { areaId, name: `${from} ${index}`, buurten, was }),
    );
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'wrongState' },
    });
    const made = (await managedWijken(admin.db)).filter(({ name }) => name.startsWith(`${from} `));
    expect(made).toHaveLength(1);
    await expectWholeMap();
  });

  test('while a third joins it to another is either split or joined', async () => {
    const { id: areaId, codes: was } = await wijk('Plas');
    const { id: into } = await wijk('Zuid');
    const outcomes = await Promise.allSettled([
      splitArea(admin, { areaId, name: 'Oever', buurten: ['BU99010401'], was }),
      joinArea(admin, { areaId, into }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expectWholeMap();
  });
});

describe('a wijk that was split', () => {
  const tomorrow = () => later(1);

  test('goes together again the next day, with all it had', async () => {
    const [{ id: into }, { id: areaId }] = [await wijk('Centrum'), await wijk('Grachten')];
    await joinArea(tomorrow(), { areaId, into });
    expect(await wijk('Centrum')).toMatchObject({ codes: ['BU99010101', 'BU99010102'], inhabitants: 1000 });
    expect(await wijk('Grachten')).toMatchObject({ joined: { name: 'Centrum' }, inhabitants: 400 });
    expect(await postcode('1001AB', tomorrow().today)).toBe('Centrum');
    expect(await wijkBySlug(admin.db, 'grachten')).toMatchObject({ inhabitants: 400 });
    await expectWholeMap(tomorrow().today);
  });

  test('ends with only what it was composed of at its end', async () => {
    const made =
      (await managedWijken(admin.db)).find(({ name }) => name.startsWith('Haven ')) ?? expect.fail();
    const [{ id: areaId, codes }, { id: into }] = [await wijk('Haven'), await wijk('Centrum')];
    expect(codes).toHaveLength(1);
    await joinArea(tomorrow(), { areaId, into });
    expect((await wijk('Haven')).codes).toEqual(codes);
    expect((await wijk('Haven')).validTo).toBe(tomorrow().today);
    expect((await wijk('Centrum')).codes).toEqual([...['BU99010101', 'BU99010102'], ...codes].sort());
    expect((await wijk(made.name)).codes).toEqual(made.codes);
    await expectWholeMap(tomorrow().today);
  });

  test('and is left out, comes back with only that', async () => {
    const { id: areaId, codes } = await wijk('Oost');
    await leaveOutArea(tomorrow(), areaId);
    expect(await wijk('Oost')).toMatchObject({ validTo: tomorrow().today, codes });
    await takeBackArea(later(2), areaId);
    expect(await wijk('Oost')).toMatchObject({ validTo: null, codes });
    await expectWholeMap(later(2).today);
  });

  test('by all its buurten ends, and the new one has its ground, postcodes and residents', async () => {
    const { codes, id } = await wijk('Centrum');
    const made = await split('Centrum', 'Binnenstad', codes, later(3));
    expect(await wijk('Centrum')).toMatchObject({
      validTo: later(3).today,
      joined: { name: 'Binnenstad' },
      codes,
    });
    expect(await wijk('Binnenstad')).toMatchObject({ id: made, codes, validFrom: later(3).today });
    expect(await postcode('1001AA', later(3).today)).toBe('Binnenstad');
    const { db } = database.owner;
    expect(await db.$count(person, eq(person.areaId, id))).toBe(0);
    expect(await db.$count(person, eq(person.areaId, made))).toBe(1);
    expect(await wijkBySlug(admin.db, 'centrum')).toMatchObject({ name: 'Centrum' });
    await expect(takeBackArea(later(4), id)).rejects.toEqual(refused('wrongState'));
    await expectWholeMap(later(3).today);
  });

  test('gets a buurt that CBS made since, where it kept the rest', async () => {
    const { codes } = await wijk('Oost');
    const west = squareOf(2).west;
    const file = JSON.parse(buurtenText(known)) as { features: { properties: object; geometry: object }[] };
    const [model] = file.features;
    file.features.push({
      properties: { ...model?.properties, buurtcode: 'BU99010399', buurtnaam: 'Nieuw', aantal_inwoners: 0 },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, 52],
            [west + 0.001, 52],
            [west, 52.001],
            [west, 52],
          ],
        ],
      },
    });
    await read(JSON.stringify(file), 2025, later(4));
    expect((await wijk('Oost')).codes).toEqual([...codes, 'BU99010399'].sort());
  });

  test('is in the audit, with the name of the new one', async () => {
    const rows = await database.owner.db.select().from(auditEntry).where(eq(auditEntry.act, 'area.split'));
    expect(rows.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['Grachten', 'Binnenstad']));
    expect(rows).toHaveLength(
      4 + Number((await managedWijken(admin.db)).some(({ name }) => name === 'Oever')),
    );
  });
});
