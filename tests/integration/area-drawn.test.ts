import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { outlinesOf, wijkenOn } from '#db/reads/area/area';
import { wijkAt } from '#db/reads/area/ground';
import { managedWijken } from '#db/reads/area/manage';
import { auditEntry, journal } from '#db/schema';
import { visitor } from '~/domain/access/roles';
import { calendarDate } from '~/domain/calendar';
import { handInWijken } from '~/usecases/area/hand-in-wijken.server';
import { importAreas } from '~/usecases/area/import-areas.server';
import { joinArea } from '~/usecases/area/join-area.server';
import { leaveOutArea } from '~/usecases/area/leave-out-area.server';
import { previewWijken, readWijken } from '~/usecases/area/read-wijken.server';
import { renameArea } from '~/usecases/area/rename-area.server';
import { splitArea } from '~/usecases/area/split-area.server';
import { takeBackArea } from '~/usecases/area/take-back-area.server';
import { type Context } from '~/usecases/context.server';
import { useChecks } from '../support/checks';
import { useDatabase } from '../support/database';
import { makePerson } from '../support/person';
import { refused } from '../support/refused';
import { areasText, buurtenText, type Square, wijkenText } from '../support/wijken-file';

const database = useDatabase();
useChecks(database);
const now = new Date('2026-06-01T10:00:00Z');
const today = calendarDate('2026-06-01');
const names = ['Centrum', 'Haven', 'Oost'];
/** A strip over the east of Centrum and the west of Haven, and one north of them all. */
const flats = { west: 5.008, east: 5.012 };
const north = { west: 5, east: 5.03, south: 52.01, north: 52.015 };
let admin: Context;

beforeAll(async () => {
  const { id: personId } = await makePerson(database.owner.db);
  const held = [{ role: 'admin' as const, areaId: null, bodyId: null }];
  const actor = { ...visitor, personId, assurance: 'strong' as const, held };
  admin = { db: database.app.db, actor, now, today, newId: randomUUID };
});

const drawing = (...wijken: { name: string; at: Square; slug?: string; inhabitants?: number }[]) =>
  areasText(wijken);
const both = drawing(
  { name: 'Flats', at: flats, inhabitants: 310 },
  { name: 'Noorderrand', slug: 'rand', at: north },
);
const handedIn = (text: string) => handInWijken(admin, { bytes: new TextEncoder().encode(text), year: 2024 });
const read = async (text: string) => readWijken(admin, await handedIn(text));
const wijk = async (name: string) =>
  (await managedWijken(admin.db)).find((each) => each.name === name) ?? expect.fail(name);
const problem = (problem: string, more: object = {}) => ({
  code: 'fileInvalid',
  detail: { problem, ...more },
});
const at = async (longitude: number, latitude: number) =>
  (await wijkAt(admin.db, [longitude, latitude], today))?.name;

describe('a file of drawn wijken', () => {
  test('is refused before the first file of CBS says which gemeente this is', async () => {
    await expect(read(both)).rejects.toMatchObject({ code: 'noGemeente', field: 'file' });
    expect(await managedWijken(admin.db)).toEqual([]);
    await read(wijkenText(names));
  });

  test('is looked at first, which tells what each lies over and changes nothing', async () => {
    const before = await managedWijken(admin.db);
    const { imported, notices } = await previewWijken(admin, await handedIn(both));
    expect(imported).toMatchObject({ kind: 'drawn', gemeente: 'Vierstromen', created: 2 });
    expect(notices).toEqual([
      { code: 'inhabitantsMissing', line: null, values: { count: 1, names: 'Noorderrand' } },
      { code: 'areaOverlaps', line: null, values: { name: 'Flats', over: 'Centrum (50 %), Haven (50 %)' } },
      { code: 'drawnWithoutPostcodes', line: null, values: {} },
    ]);
    expect(await managedWijken(admin.db)).toEqual(before);
  });

  test.each([
    ['outsideGemeente', drawing({ name: 'Ver', at: { west: 5.5, east: 5.51 } }), { wijk: 1, value: 'Ver' }],
    ['outsideGemeente', drawing({ name: 'Hoog', at: { ...north, north: 52.1 } }), { value: 'Hoog' }],
    ['slugOfOther', drawing({ name: 'Centrum', at: flats }), { value: 'centrum' }],
    ['slugOfOther', drawing({ name: 'Vierstromen', at: flats }), { value: 'vierstromen' }],
  ])('is refused: %s', async (what, text, detail) => {
    await expect(read(text)).rejects.toMatchObject(problem(what, detail));
    await expect(previewWijken(admin, await handedIn(text))).rejects.toMatchObject(problem(what, detail));
    expect(await wijkenOn(admin.db, today)).toHaveLength(3);
  });

  test('is refused as a whole: what was right in it is not read in', async () => {
    const half = drawing({ name: 'Flats', at: flats }, { name: 'Ver', at: { west: 5.5, east: 5.51 } });
    await expect(read(half)).rejects.toMatchObject(problem('outsideGemeente', { wijk: 2 }));
    expect(await wijkenOn(admin.db, today)).toHaveLength(3);
  });

  test('makes of each a wijk with a journal; a place in it is its own, also over another', async () => {
    expect(await read(both)).toMatchObject({ created: 2 });
    expect(await wijk('Flats')).toMatchObject({
      ...{ slug: 'flats', inhabitants: 310, isDrawn: true, codes: [], validFrom: '2024-01-01' },
    });
    expect(await wijk('Noorderrand')).toMatchObject({ slug: 'rand', inhabitants: null });
    const { id } = await wijk('Flats');
    expect(await database.owner.db.$count(journal, eq(journal.areaId, id))).toBe(1);
    expect([await at(5.009, 52.005), await at(5.005, 52.005)]).toEqual(['Flats', 'Centrum']);
    expect(await at(5.005, 52.012)).toBe('Noorderrand');
  });

  test('changes nothing the second time, also of a wijk that got another name and address', async () => {
    const { id: areaId } = await wijk('Flats');
    await renameArea(admin, { areaId, name: 'Wortmanflats', slug: 'wortmanflats' });
    expect(await read(both)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    expect(await wijk('Wortmanflats')).toMatchObject({ id: areaId, slug: 'wortmanflats' });
  });

  test('gives a wijk that is known another border', async () => {
    const wider = drawing({ name: 'Flats', at: { ...flats, west: 5.006 }, inhabitants: 310 });
    expect(await read(wider)).toMatchObject({ created: 0, changed: 1 });
    expect(await at(5.007, 52.005)).toBe('Wortmanflats');
    expect(await read(both)).toMatchObject({ changed: 1, unchanged: 1 });
  });

  test('that two people read at once is read once', async () => {
    const file = await handedIn(drawing({ name: 'Kade', at: { west: 5.02, east: 5.022 } }));
    const counts = await Promise.all([readWijken(admin, file), readWijken(admin, file)]);
    expect(counts.map(({ created }) => created).sort()).toEqual([0, 1]);
    expect((await managedWijken(admin.db)).filter(({ name }) => name === 'Kade')).toHaveLength(1);
  });

  test('is read by the command line too, as files of wijken and buurten are', async () => {
    const options = { year: 2024 };
    expect(await importAreas(admin, both, options)).toMatchObject({ kind: 'drawn', unchanged: 2 });
    expect(await importAreas(admin, wijkenText(names), options)).toMatchObject({
      kind: 'wijken',
      unchanged: 3,
    });
    expect(await importAreas(admin, buurtenText(1), options)).toMatchObject({ kind: 'buurten', created: 2 });
  });
});

describe('a drawn wijk', () => {
  test('is not split: nobody knows which buurten it has', async () => {
    const { id: areaId, codes: was } = await wijk('Wortmanflats');
    const asked = splitArea(admin, { areaId, name: 'Half', buurten: ['BU99010101'], was });
    await expect(asked).rejects.toEqual(refused('areaDrawn'));
  });

  test('is left out, stays out when its file comes again, and comes back', async () => {
    const { id: areaId } = await wijk('Kade');
    await leaveOutArea(admin, areaId);
    expect(await read(drawing({ name: 'Kade', at: { west: 5.02, east: 5.024 } }))).toMatchObject({
      unchanged: 1,
    });
    expect(await at(5.021, 52.005)).toBe('Oost');
    await takeBackArea(admin, areaId);
    expect(await at(5.021, 52.005)).toBe('Kade');
    expect(await at(5.023, 52.005)).toBe('Oost');
  });

  test('brings its ground and people along when it joins another', async () => {
    const [{ id: areaId }, { id: into }] = [await wijk('Noorderrand'), await wijk('Wortmanflats')];
    await joinArea(admin, { areaId, into });
    expect(await at(5.005, 52.012)).toBe('Wortmanflats');
    expect(await wijk('Noorderrand')).toMatchObject({ joined: { name: 'Wortmanflats' } });
    await expect(takeBackArea(admin, areaId)).rejects.toEqual(refused('wrongState'));
  });

  test('keeps that ground when its file is read again, which changes nothing', async () => {
    const before = await outlinesOf(admin.db, [(await wijk('Wortmanflats')).id]);
    expect(await read(both)).toMatchObject({ created: 0 });
    expect(await outlinesOf(admin.db, [(await wijk('Wortmanflats')).id])).toEqual(before);
    expect(await read(both)).toMatchObject({ created: 0, changed: 0 });
    expect(await at(5.005, 52.012)).toBe('Wortmanflats');
  });

  test('takes in a wijk of CBS, and goes into one', async () => {
    const [oost, flats, centrum] = [await wijk('Oost'), await wijk('Wortmanflats'), await wijk('Centrum')];
    await joinArea(admin, { areaId: oost.id, into: flats.id });
    expect(await at(5.025, 52.005)).toBe('Wortmanflats');
    const { inhabitants } = await wijk('Wortmanflats');
    await joinArea(admin, { areaId: flats.id, into: centrum.id });
    expect(await at(5.025, 52.005)).toBe('Centrum');
    expect(await at(5.005, 52.005)).toBe('Centrum');
    expect(await wijk('Centrum')).toMatchObject({
      isDrawn: true,
      inhabitants: inhabitants === null ? 1000 : 1000 + inhabitants,
    });
    expect(await read(both)).toMatchObject({ created: 0, changed: 0 });
  });
});

test('each file that changed something is in the audit, those that did not are not', async () => {
  const rows = await database.owner.db.select().from(auditEntry).where(eq(auditEntry.act, 'area.import'));
  expect(rows).toHaveLength(6);
});
