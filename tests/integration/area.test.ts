import { eq, sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { areaTree, outlinesOf, wijkenOn } from '#db/reads/area/area';
import { wijkByPostcode } from '#db/reads/area/postcode';
import { allBodies, seatsOf } from '#db/reads/council/body';
import { area, person } from '#db/schema';
import { treeFaults } from '~/domain/area/tree';
import { polygonFault } from '~/domain/area/polygon';
import { calendarDateIn } from '~/domain/calendar';
import { initiativeStates } from '~/domain/lifecycle/initiative';
import { expectCoherent } from '../support/checks';
import { useSite } from '../support/site';

const site = useSite({ demo: true });
const db = () => site.database.app.db;
const today = () => calendarDateIn(site.site.now());

afterAll(() => expectCoherent(site.database.owner.db));

describe('the named world', () => {
  test('has an initiative in every state and a decision of every outcome', async () => {
    const states = await db().execute<{ state: string }>(sql`select distinct state from initiative`);
    expect(states.map(({ state }) => state).sort()).toEqual([...initiativeStates].sort());
    const outcomes = await db().execute<{ outcome: string }>(sql`select distinct outcome from decision`);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
      'adopted',
      'notAdopted',
      'postponed',
      'referred',
    ]);
    const remarks = await db().execute<{ state: string }>(sql`select distinct state from comment`);
    expect(remarks).toHaveLength(3);
  });

  test('has six buurtraden of five to nine seats, half of them residents, and a stadsraad', async () => {
    const bodies = await allBodies(db());
    expect(bodies.map(({ kind }) => kind).filter((kind) => kind === 'buurtraad')).toHaveLength(6);
    for (const { id, name } of bodies) {
      const voting = (await seatsOf(db(), id, today())).filter((seat) => seat.voting);
      const filled = voting.filter(({ membershipId }) => membershipId !== null);
      const residents = filled.filter(({ kind }) => kind === 'resident');
      expect(voting.length, name).toBeGreaterThanOrEqual(5);
      expect(voting.length, name).toBeLessThanOrEqual(9);
      expect(2 * residents.length, name).toBeGreaterThanOrEqual(filled.length);
    }
  });

  test('has nobody who can be reached: every address is invented', async () => {
    const real = await db()
      .select({ email: person.email })
      .from(person)
      .where(sql`${person.email} not like '%.example'`);
    expect(real).toEqual([]);
    const invented = await db()
      .select()
      .from(person)
      .where(sql`${person.persona} is not null`);
    expect(invented.length).toBeGreaterThanOrEqual(15);
  });

  test('is planted once', async () => {
    const people = await db().$count(person);
    const again = await site.built.openSite({ ...site.site.config, databaseUrl: site.database.url });
    await again.close();
    expect(await db().$count(person)).toBe(people);
  });
});

describe('the map', () => {
  test('has six sound outlines that share their borders point by point', async () => {
    const wijken = await wijkenOn(db(), today());
    const outlines = await outlinesOf(
      db(),
      wijken.map(({ id }) => id),
    );
    const points = wijken.map(({ id, name }) => {
      const outline = outlines.get(id);
      expect(polygonFault(outline), name).toBeNull();
      return new Set(outline?.type === 'Polygon' ? outline.coordinates.flat().map(String) : []);
    });
    expect(points).toHaveLength(6);
    for (const own of points) {
      const neighbours = points.filter(
        (other) => other !== own && [...own].filter((at) => other.has(at)).length > 5,
      );
      expect(neighbours.length).toBeGreaterThanOrEqual(3);
    }
  });

  test('stands on a sound tree', async () => {
    expect(treeFaults(await areaTree(db()))).toEqual([]);
  });
});

describe('a postcode', () => {
  const answer = (postcode: string, number?: string) => wijkByPostcode(db(), { postcode, number }, today());
  const found = async (postcode: string, number?: string) => {
    const known = await answer(postcode, number);
    return known?.ask === null ? known.slug : known?.ask;
  };

  test('is understood as people type it', async () => {
    expect(await found('1891')).toBe('parkwijk');
    expect(await found(' 1893 ab ')).toBe('kruiskade');
    expect(await found('1893AB')).toBe('kruiskade');
  });

  test('that lies in several wijken asks for what tells them apart', async () => {
    const wijken = [
      { slug: 'kruiskade', name: 'Kruiskade' },
      { slug: 'wortmanbuurt', name: 'Wortmanbuurt' },
    ];
    expect(await answer('1893')).toEqual({ ask: 'letters', wijken });
    expect(await answer('1893 wb')).toEqual({ ask: 'number', wijken });
    expect(await answer('1893wb', 'naast de bakker')).toEqual({ ask: 'number', wijken });
    expect(await found('1893WB', '39')).toBe('kruiskade');
    expect(await found('1893WB', '41 a')).toBe('wortmanbuurt');
    expect(await found('1893WB', '801')).toBeUndefined();
    expect(await found('1893AB', '801')).toBe('kruiskade');
  });

  test.each(['1999 AB', '189', '1893 A', '0893', "1893' or 1=1", '', '%'])(
    '%j is none of ours',
    async (typed) => {
      expect(await found(typed)).toBeUndefined();
    },
  );

  test('of a wijk that has ended is no longer found', async () => {
    const owner = site.database.owner.db;
    const [wijk] = await owner.execute<{ id: string }>(sql`select id from area where slug = 'buitenstad'`);
    const where = eq(area.id, wijk?.id ?? '');
    await owner.update(area).set({ validTo: today() }).where(where);
    expect(await found('1895')).toBeUndefined();
    expect((await wijkenOn(db(), today())).map(({ slug }) => slug)).not.toContain('buitenstad');
    await owner.update(area).set({ validTo: null }).where(where);
    expect(await found('1895')).toBe('buitenstad');
  });
});
