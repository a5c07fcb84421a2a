import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { outlinesOf, slugSince, wijkBySlug, wijkenOn } from '#db/reads/area/area';
import { wijkByPostcode } from '#db/reads/area/postcode';
import { managedWijken } from '#db/reads/area/manage';
import { budgetsByArea } from '#db/reads/ledger/account';
import { auditEntry, person, postcodeFile, postcodePart } from '#db/schema';
import { visitor } from '~/domain/access/roles';
import { calendarDate } from '~/domain/calendar';
import { type Context } from '~/usecases/context.server';
import { handInWijken } from '~/usecases/area/hand-in-wijken.server';
import { joinArea } from '~/usecases/area/join-area.server';
import { leaveOutArea } from '~/usecases/area/leave-out-area.server';
import { previewWijken, readWijken } from '~/usecases/area/read-wijken.server';
import { renameArea } from '~/usecases/area/rename-area.server';
import { takeBackArea } from '~/usecases/area/take-back-area.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { makePerson } from '../support/person';
import { refused } from '../support/refused';
import { wijkenText } from '../support/wijken-file';

const database = useDatabase();
useChecks(database);
const now = new Date('2026-06-01T10:00:00Z');
const today = calendarDate('2026-06-01');
const names = ['Centrum', 'Haven', 'Oost', 'Plas', 'Zuid'];
let admin: Context;

beforeAll(async () => {
  const { id: personId } = await makePerson(database.owner.db);
  const held = [{ role: 'admin' as const, areaId: null, bodyId: null }];
  const actor = { ...visitor, personId, assurance: 'strong' as const, held };
  admin = { db: database.app.db, actor, now, today, newId: randomUUID };
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const handedIn = (year = 2024, gemeente?: { code: string; name: string }) =>
  handInWijken(admin, { bytes: bytesOf(wijkenText(names, gemeente)), year });
const wijk = async (name: string) => (await managedWijken(admin.db)).find((each) => each.name === name);
const idOf = async (name: string) => (await wijk(name))?.id ?? expect.fail(name);
const namesOn = async (on = today) => (await wijkenOn(admin.db, on)).map(({ name }) => name);

/** With what those are refused that are, of acts at the same moment. */
const refusalsOf = async (asked: Promise<unknown>[]) =>
  (await Promise.allSettled(asked)).flatMap((each) =>
    each.status === 'rejected' ? [(each.reason as { code?: unknown }).code] : [],
  );

describe('a file with wijken', () => {
  test('is looked at before it is read in: the look changes nothing', async () => {
    const id = await handedIn();
    expect(await previewWijken(admin, id)).toMatchObject({
      imported: { created: 5, unchanged: 0 },
      names: { created: names },
    });
    expect(await managedWijken(admin.db)).toEqual([]);
    expect(await readWijken(admin, id)).toMatchObject({ created: 5 });
    expect(await namesOn()).toEqual(names);
    expect(await previewWijken(admin, id)).toMatchObject({ imported: { created: 0, unchanged: 5 } });
  });

  test('of another gemeente is named as such, and changes nothing', async () => {
    const id = await handedIn(2024, { code: 'GM9902', name: 'Elders' });
    const detail = { found: 'Elders', own: 'Vierstromen' };
    const other = expect.objectContaining({ code: 'otherGemeente', detail }) as unknown;
    await expect(previewWijken(admin, id)).rejects.toEqual(other);
    await expect(readWijken(admin, id)).rejects.toEqual(other);
    expect(await namesOn()).toEqual(names);
  });

  test('that is none, or was never handed in, is refused', async () => {
    const id = await handInWijken(admin, { bytes: bytesOf('{}'), year: 2024 });
    await expect(readWijken(admin, id)).rejects.toMatchObject({ code: 'fileInvalid', field: 'file' });
    await expect(readWijken(admin, randomUUID())).rejects.toEqual(refused('notFound'));
  });
});

describe('a wijk', () => {
  test('gets another name and address, and keeps the old address', async () => {
    const areaId = await idOf('Oost');
    await renameArea(admin, { areaId, name: 'Oosterpark', slug: 'oosterpark' });
    expect(await wijkBySlug(admin.db, 'oosterpark')).toMatchObject({ id: areaId, name: 'Oosterpark' });
    expect(await slugSince(admin.db, 'oost')).toBe('oosterpark');
    const zuid = await idOf('Zuid');
    for (const slug of ['oost', 'oosterpark', 'haven'])
      await expect(renameArea(admin, { areaId: zuid, name: 'Zuid', slug })).rejects.toMatchObject({
        code: 'slugTaken',
        field: 'slug',
      });
    for (const slug of ['Zuid', 'zuid-', '-', 'zuid west', 'é', 'z'.repeat(61)])
      await expect(renameArea(admin, { areaId: zuid, name: 'Zuid', slug })).rejects.toMatchObject({
        code: 'slugInvalid',
      });
    await renameArea(admin, { areaId, name: 'Oost', slug: 'oost' });
    expect(await slugSince(admin.db, 'oost')).toBeUndefined();
    expect(await slugSince(admin.db, 'oosterpark')).toBe('oost');
  });

  test('that two people give one address at once has it once', async () => {
    const ids = [await idOf('Centrum'), await idOf('Haven')];
    const asked = ids.map((areaId, index) =>
      renameArea(admin, { areaId, name: names[index] ?? '', slug: 'binnenstad' }),
    );
    expect(await refusalsOf(asked)).toEqual(['slugTaken']);
    for (const areaId of ids) {
      const found = (await managedWijken(admin.db)).find(({ id }) => id === areaId);
      const name = found?.name ?? '';
      await renameArea(admin, { areaId, name, slug: name.toLowerCase() });
    }
  });

  test('is left out as if it never was, stays out when the file comes again, and comes back', async () => {
    const areaId = await idOf('Plas');
    await leaveOutArea(admin, areaId);
    expect(await namesOn()).not.toContain('Plas');
    expect((await budgetsByArea(admin.db, 2026)).map(({ name }) => name)).not.toContain('Plas');
    await expect(leaveOutArea(admin, areaId)).rejects.toEqual(refused('wrongState'));
    expect(await readWijken(admin, await handedIn(2025))).toMatchObject({ created: 0 });
    expect(await namesOn()).not.toContain('Plas');
    await takeBackArea(admin, areaId);
    expect(await namesOn()).toContain('Plas');
    expect((await wijk('Plas'))?.codes).toHaveLength(1);
    await expect(takeBackArea(admin, areaId)).rejects.toEqual(refused('wrongState'));
  });

  test('is not left out while somebody lives there', async () => {
    const areaId = await idOf('Zuid');
    await makePerson(database.owner.db, { areaId });
    await expect(leaveOutArea(admin, areaId)).rejects.toEqual(refused('areaInUse'));
    expect(await namesOn()).toContain('Zuid');
  });
});

/** One postcode, in a buurt of this wijk. */
async function postcodeIn(wijk: string): Promise<void> {
  const [fileId, { db }] = [randomUUID(), database.owner];
  const file = { id: fileId, year: 2024, addresses: 1, sha256: 'a'.repeat(64), readAt: now };
  await db.insert(postcodeFile).values(file);
  const numbers = { fromNumber: 1, toNumber: 99_999, addresses: 1 };
  const code = `${wijk.replace('WK', 'BU')}01`;
  await db.insert(postcodePart).values({ fileId, postcode: '1234AB', code, ...numbers });
}

describe('a wijk that is added to another', () => {
  test('hands over its ground, its postcodes and its residents, and ends', async () => {
    const [haven, centrum] = [await idOf('Haven'), await idOf('Centrum')];
    await postcodeIn('WK990102');
    expect(await wijkByPostcode(admin.db, { postcode: '1234 AB' }, today)).toMatchObject({ slug: 'haven' });
    const { id: personId } = await makePerson(database.owner.db, { areaId: haven });
    const [before] = await wijkenOn(admin.db, today);
    await joinArea(admin, { areaId: haven, into: centrum });
    expect(await namesOn()).toEqual(['Centrum', 'Oost', 'Plas', 'Zuid']);
    expect(await wijkByPostcode(admin.db, { postcode: '1234 AB' }, today)).toMatchObject({ slug: 'centrum' });
    const [resident] = await database.owner.db.select().from(person).where(eq(person.id, personId));
    expect(resident?.areaId).toBe(centrum);
    const [after] = await wijkenOn(admin.db, today);
    expect(after?.inhabitants).toBe(2 * (before?.inhabitants ?? 0));
    expect((await outlinesOf(admin.db, [centrum])).get(centrum)?.type).toBe('GeometryCollection');
    expect(await wijk('Haven')).toMatchObject({ joined: { name: 'Centrum' }, codes: ['WK990102'] });
    expect(await wijkBySlug(admin.db, 'haven')).toMatchObject({ inhabitants: before?.inhabitants });
    await expect(takeBackArea(admin, haven)).rejects.toEqual(refused('wrongState'));
  });

  test('gets the figures of a later year too, and is not made anew', async () => {
    expect(await readWijken(admin, await handedIn(2026))).toMatchObject({ created: 0 });
    expect((await wijk('Centrum'))?.codes).toEqual(['WK990101', 'WK990102']);
    expect(await namesOn()).toEqual(['Centrum', 'Oost', 'Plas', 'Zuid']);
  });

  test('cannot be added to itself, or to one that ended', async () => {
    const [haven, oost] = [await idOf('Haven'), await idOf('Oost')];
    await expect(joinArea(admin, { areaId: oost, into: oost })).rejects.toMatchObject({
      code: 'choiceInvalid',
      field: 'into',
    });
    await expect(joinArea(admin, { areaId: oost, into: haven })).rejects.toEqual(refused('wrongState'));
  });

  test('goes one way when two people add it at once', async () => {
    const [oost, zuid, plas] = [await idOf('Oost'), await idOf('Zuid'), await idOf('Plas')];
    const refusals = await refusalsOf([
      joinArea(admin, { areaId: oost, into: zuid }),
      joinArea(admin, { areaId: oost, into: plas }),
      joinArea(admin, { areaId: zuid, into: oost }),
    ]);
    expect(refusals).toEqual(['wrongState', 'wrongState']);
    const codes = (await managedWijken(admin.db))
      .filter(({ validTo }) => validTo === null)
      .flatMap((each) => each.codes);
    expect(codes.sort()).toEqual(names.map((_, index) => `WK99010${index + 1}`));
  });
});

test('each change is in the audit, with what it was before', async () => {
  const rows = await database.owner.db.select().from(auditEntry);
  const acts = new Set(rows.map(({ act }) => act));
  for (const act of [
    'area.handIn',
    'area.import',
    'area.update',
    'area.join',
    'area.leaveOut',
    'area.takeBack',
  ])
    expect(acts).toContain(act);
  expect(rows.find(({ act }) => act === 'area.update')?.reason).toBe('Oost, oost');
});

test('nobody else changes a wijk', async () => {
  const { actor, ...rest } = admin;
  const payer = {
    ...rest,
    actor: { ...actor, held: [{ role: 'payer' as const, areaId: null, bodyId: null }] },
  };
  const areaId = await idOf('Centrum');
  await expect(renameArea(payer, { areaId, name: 'X', slug: 'x' })).rejects.toEqual(refused('notYourRole'));
  await expect(leaveOutArea(payer, areaId)).rejects.toEqual(refused('notYourRole'));
});
