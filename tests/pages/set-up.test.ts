import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  area,
  areaCbs,
  body,
  mandate,
  residenceLetter,
  roleTerm,
  scheme,
  schemeArea,
  seat,
} from '#db/schema';
import { addDays, calendarDate, calendarDateIn } from '~/domain/calendar';
import { makePerson } from '../support/person';
import { changeSettings, firstSettings } from '../support/settings';
import { useSite } from '../support/site';

const it = useSite({ demo: true });
let cookie: string;

beforeAll(async () => {
  const [admin] = await it.database.owner.db
    .select({ id: roleTerm.personId })
    .from(roleTerm)
    .where(eq(roleTerm.role, 'admin'));
  cookie = await it.signInAs(admin?.id ?? '', 'strong');
});

const shown = async () =>
  (await (await it.get('/beheer/inrichten', { cookie })).text()).replaceAll('<!-- -->', '');
const today = (later: number) => addDays(calendarDateIn(new Date()), later);
const waiting = (page: string) => page.split('wacht op jou').length - 1;

describe('the guide for setting up a gemeente', () => {
  test('says of a gemeente where all is arranged that nothing waits', async () => {
    const page = await shown();
    expect(page).toContain('Alles staat klaar.');
    expect(waiting(page)).toBe(0);
    expect(page).not.toContain('Wat er per wijk nog ontbreekt');
  });

  test('says of a council with empty seats how many are filled, and leads to it', async () => {
    const { db } = it.database.owner;
    const [council] = await db.select().from(body).where(eq(body.kind, 'buurtraad')).limit(1);
    const empty = Array.from({ length: 30 }, () => ({ id: randomUUID(), type: 'resident' as const }));
    const rest = { bodyId: council?.id ?? '', voting: true, validFrom: calendarDate('2026-01-01') };
    await db.insert(seat).values(empty.map((each) => ({ ...each, ...rest })));
    const page = await shown();
    expect(page).toMatch(/href="\/beheer\/raden\/[\w-]+">\d van de 3\d plaatsen zijn bezet\./);
    expect(waiting(page)).toBe(1);
    await db.delete(seat).where(
      inArray(
        seat.id,
        empty.map(({ id }) => id),
      ),
    );
  });

  test('names the wijken without an address in the file', async () => {
    const { db } = it.database.owner;
    await db.update(area).set({ ownGeometry: null }).where(eq(area.kind, 'wijk'));
    await db.update(areaCbs).set({ until: calendarDate('2026-01-02') });
    const page = await shown();
    expect(page).toContain('In deze wijken ligt geen adres uit het bestand: Buitenstad, Kruiskade');
    expect(page).toContain('Geen adressen');
    await db.update(areaCbs).set({ until: null });
  });

  test('names the wijk, and what lacks there', async () => {
    const { db } = it.database.owner;
    await db.delete(schemeArea);
    await db.delete(mandate);
    await db.delete(roleTerm).where(eq(roleTerm.role, 'payer'));
    const page = await shown();
    expect(page).toContain('Er wachten nog 3 stappen.');
    expect(waiting(page)).toBe(3);
    expect(page.split('Geen regeling: niemand kan geld vragen.')).toHaveLength(7);
    expect(page.split('Geen mandaat')).toHaveLength(7);
    expect(page.split('kan nog niet')).toHaveLength(7);
  });

  test('says of step one what is still to be filled in, by what was filled in', async () => {
    expect(await shown()).toContain('href="/beheer/gemeente"');
    const before = waiting(await shown());
    await changeSettings(it.database, { bank: null });
    expect(waiting(await shown())).toBe(before + 1);
    expect(await shown()).toContain('Geen rekening van de gemeente: niemand kan betalen.');
    await changeSettings(it.database, { bank: firstSettings.bank, name: null });
    expect(waiting(await shown())).toBe(before + 1);
  });
});

describe('a letter that nobody prints', () => {
  const told = 'Er wacht 1 brief al langer dan 3 dagen.';
  const places = ['/beheer', '/beheer/brieven', '/beheer/inrichten'];
  const telling = async () => {
    const found = [];
    for (const path of places)
      if ((await (await it.get(path, { cookie })).text()).includes(told)) found.push(path);
    return found;
  };

  test('is told of on the guide and on the desk once somebody waits for it too long', async () => {
    const { db } = it.database.owner;
    const [wijk] = await db.select().from(area).where(eq(area.slug, 'parkwijk'));
    const areaId = wijk?.id ?? '';
    const { id: personId } = await makePerson(db, { areaId });
    const [id, day] = [randomUUID(), 86_400_000];
    const asked = (days: number) => ({ askedAt: new Date(Date.now() - days * day) });
    const letter = { id, personId, areaId, sealedAddress: 'x', ...asked(2), lastDay: today(27) };
    await db.insert(residenceLetter).values(letter);
    expect(await telling()).toEqual([]);
    await db.update(residenceLetter).set(asked(4)).where(eq(residenceLetter.id, id));
    expect(await telling()).toEqual(places);
    const ended = { endedAt: new Date(), sealedAddress: null };
    await db.update(residenceLetter).set(ended).where(eq(residenceLetter.id, id));
    expect(await telling()).toEqual([]);
  });
});

test('the page to begin with offers nothing that cannot be done yet, and says what is coming', async () => {
  const home = await (await it.get('/')).text();
  expect(home).not.toContain('Dien een initiatief in');
  expect(home).toContain('Hier kun je straks geld vragen voor een goed idee.');
});

describe('a resident', () => {
  test('reads in which wijken one cannot ask for money yet and why, and cannot begin there', async () => {
    const { db } = it.database.owner;
    const [wijk] = await db.select().from(area).where(eq(area.slug, 'parkwijk'));
    const areaId = wijk?.id ?? '';
    const [rules] = await db.select().from(scheme).limit(1);
    await db.insert(schemeArea).values({ schemeId: rules?.id ?? '', areaId });
    const { id } = await makePerson(db, { areaId });
    const resident = await it.signInAs(id, 'code');
    const page = (await (await it.get('/initiatieven/nieuw', { cookie: resident })).text()).replaceAll(
      '<!-- -->',
      '',
    );
    expect(page).toContain('In deze wijken kun je nog geen geld vragen:');
    expect(page).toContain('Parkwijk: de buurtraad mag nog over geen enkel bedrag beslissen.');
    expect(page).not.toContain('<select');
    const body = { title: 'Bankjes', areaId };
    const refused = await it.post('/initiatieven/nieuw', { cookie: resident, body });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain(
      'Hier kun je nog geen geld vragen: de buurtraad mag nog over geen enkel bedrag beslissen.',
    );
  });
});
