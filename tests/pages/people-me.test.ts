import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { mail, person } from '#db/schema';
import { makeGemeente, makePerson } from '../support/person';
import { cookiesOf, useSite } from '../support/site';

const it = useSite();
const start = new Date('2026-11-02T10:00:00Z');
let wijken: Awaited<ReturnType<typeof makeGemeente>>;

beforeAll(async () => {
  it.setNow(start);
  wijken = await makeGemeente(it.database.owner.db, true);
});

async function newResident() {
  const { id } = await makePerson(it.database.owner.db, { name: null });
  return { id, cookie: await it.signInAs(id, 'code') };
}

const rowOf = async (id: string) =>
  (await it.database.owner.db.select().from(person).where(eq(person.id, id)))[0];

describe('my details', () => {
  const born = (bornDay: string, bornMonth: string, bornYear: string) => ({ bornDay, bornMonth, bornYear });
  const typed = () => ({ name: '  Nadia  ', areaId: wijken.here, ...born('5', '05', '1990') });

  test('are saved, and lead back to where one came from', async () => {
    const { id, cookie } = await newResident();
    const answer = await it.post('/mijn/gegevens?terug=/initiatieven/nieuw', { cookie, body: typed() });
    expect(answer.headers.get('location')).toBe('/initiatieven/nieuw');
    expect(await rowOf(id)).toMatchObject({ name: 'Nadia', areaId: wijken.here, bornOn: '1990-05-05' });
    const page = await (await it.get('/mijn', { cookie })).text();
    expect(page).toContain('Dag Nadia');
    expect(page).toContain('Hier');
    const straight = await it.post('/mijn/gegevens', { cookie, body: typed() });
    const after = await (await it.get(straight.headers.get('location') ?? '', { cookie })).text();
    expect(after).toContain('Je gegevens zijn bewaard.');
    expect(page).not.toContain('Je gegevens zijn bewaard.');
  });

  test.each([
    ['name', { name: '   ' }, 'Vul dit in.'],
    ['name', { name: '   ' }, '‘Naam’ is nog leeg.'],
    ['name', { name: 'x'.repeat(81) }, 'hoogstens 80 tekens'],
    ['areaId', { areaId: '' }, 'Vul dit in.'],
    ['areaId', { areaId: '11111111-1111-4111-8111-111111111111' }, 'Kies een van de antwoorden.'],
    ['bornDay', { bornDay: '' }, 'Vul een dag in'],
    ['bornDay', { bornDay: '32' }, 'Vul een dag in'],
    ['bornYear', { bornYear: '90' }, 'Bij ‘Jaar’: Vul een jaar in met vier cijfers'],
    ['bornMonth', { bornMonth: 'mei' }, 'Vul een maand in als getal'],
    ['bornYear', { bornYear: '90' }, 'Vul een jaar in met vier cijfers'],
    ['bornOn', born('30', '2', '1990'), 'Deze geboortedatum kan niet.'],
    ['bornOn', born('3', '11', '2026'), 'Deze geboortedatum kan niet.'],
    ['bornOn', born('1', '1', '1900'), 'Deze geboortedatum kan niet.'],
    ['bornOn', born('1', '1', '0000'), 'Deze geboortedatum kan niet.'],
  ])('are refused at %s for %o', async (field, change, says) => {
    const { id, cookie } = await newResident();
    const answer = await it.post('/mijn/gegevens', { cookie, body: { ...typed(), ...change } });
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain(`id="${field}-error"`);
    expect(page).toContain(says);
    expect(page).toMatch(new RegExp(`href="#${field}"[\\s\\S]*id="${field}"`));
    for (const [name, value] of Object.entries({ ...typed(), ...change })) {
      if (!name.startsWith('born') || value === '') continue;
      expect(page).toMatch(new RegExp(`<input name="${name}"[^>]*value="${value}"`));
    }
    expect(await rowOf(id)).toMatchObject({ name: null, areaId: null, bornOn: null });
  });

  test('cannot hold more than was asked', async () => {
    const { id, cookie } = await newResident();
    const more = { email: 'baas@voorbeeld.example', persona: 'x', id: '1', endedAt: '2026-01-01' };
    await it.post('/mijn/gegevens', { cookie, body: { ...typed(), ...more } });
    const row = await rowOf(id);
    expect(row?.email).not.toBe(more.email);
    expect(row).toMatchObject({ persona: null, endedAt: null });
  });
});

describe('the demonstration', () => {
  const invented = (name: string) =>
    makePerson(it.database.owner.db, { name, persona: `${name} is verzonnen.`, areaId: wijken.here });

  test('lets one go on as an invented person, and as nobody else', async () => {
    it.site.config.demo = true;
    const [ada, real] = [await invented('Ada'), await makePerson(it.database.owner.db)];
    const page = await (await it.get('/demonstratie')).text();
    expect(page).toContain('Ada is verzonnen.');
    expect(page).not.toContain(real.id);
    const answer = await it.post('/demonstratie', { body: { person: ada.id } });
    expect((await it.get('/mijn', { cookie: cookiesOf(answer) })).status).toBe(200);
    const refused = await it.post('/demonstratie', { body: { person: real.id } });
    expect(refused.status).toBe(404);
    expect(cookiesOf(refused)).toBe('');
  });

  test('shows letters newest first', async () => {
    it.site.config.demo = true;
    for (const [minute, email] of ['eerst@voorbeeld.example', 'laatst@voorbeeld.example'].entries()) {
      it.setNow(new Date(start.getTime() + minute * 60_000));
      await it.post('/aanmelden', { body: { email } });
    }
    const page = await (await it.get('/demonstratie/post')).text();
    expect(page.indexOf('laatst@')).toBeLessThan(page.indexOf('eerst@'));
    const [newest] = await it.database.owner.db.select().from(mail).orderBy(desc(mail.createdAt)).limit(1);
    expect(page).not.toContain('Lees verder');
    await it.database.owner.db.update(mail).set({ path: '/initiatieven/7' });
    const there = `${it.site.config.origins[0]}/initiatieven/7`;
    expect(await (await it.get('/demonstratie/post')).text()).toContain(`href="${there}"`);
    expect(page).toContain(/\d{4} \d{4}/.exec(newest?.body ?? '')?.[0]);
  });

  test('is nowhere when the settings say that this is none', async () => {
    it.site.config.demo = false;
    const ada = await invented('Ada');
    expect((await it.get('/demonstratie')).status).toBe(404);
    expect((await it.get('/demonstratie/post')).status).toBe(404);
    const answer = await it.post('/demonstratie', { body: { person: ada.id } });
    expect(answer.status).toBe(404);
    expect(cookiesOf(answer)).toBe('');
  });
});
