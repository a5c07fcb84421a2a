import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { seatsOf } from '#db/reads/council/body';
import { body, membership, rulesOfOrder } from '#db/schema';
import { addDays } from '~/domain/calendar';
import { administrator } from '../support/council-admin';
import { makeCouncil, newPeople, now, today } from '../support/council-world';
import { makeGemeente } from '../support/person';
import { useSite } from '../support/site';

const it = useSite();
const db = () => it.database.app.db;
let adminId: string;
let cookie: string;
let wijk: string;

beforeAll(async () => {
  it.setNow(now);
  ({ here: wijk } = await makeGemeente(it.database.owner.db));
  adminId = (await administrator(it.database)).personId;
  cookie = await it.signInAs(adminId, 'strong');
});

const read = async (path: string) => (await it.get(path, { cookie })).text();
const send = (path: string, typed: Record<string, string>) => it.post(path, { cookie, body: typed });
const base = '/beheer/raden';
const admin = `${base}/hier`;
const typed = {
  name: 'Buurtraad Hier',
  slug: 'hier',
  contactEmail: '',
  contactText: '',
  preset: 'supporting',
};

describe('a council, from nothing to its first members', () => {
  test('is made for a wijk; what is wrong with what was typed stands at its field', async () => {
    expect(await read(base)).toContain('Er is nog geen raad');
    const wrong = await send(`${base}/nieuw`, {
      ...typed,
      areaId: wijk,
      slug: 'Wijk Hier',
      contactEmail: 'x',
    });
    const page = await wrong.text();
    expect(wrong.status).toBe(400);
    expect(page).toContain('value="Wijk Hier"');
    expect(page).toContain('Vul een e-mailadres in');
    const bad = await send(`${base}/nieuw`, { ...typed, areaId: wijk, slug: 'Wijk Hier' });
    expect(await bad.text()).toContain('Gebruik alleen kleine letters');
    const made = await send(`${base}/nieuw`, { ...typed, areaId: wijk });
    expect([made.status, made.headers.get('location')]).toEqual([303, admin]);
    expect(await read(`${base}/nieuw`)).not.toMatch(/<option[^>]*>Hier</);
    const shown = await read(admin);
    for (const fault of ['Er is geen voorzitter.', 'Er is geen mandaat.', 'minder zetels dan de regels']) {
      expect(shown).toContain(fault);
    }
  });

  test('gets seats, by its rules', async () => {
    const seats = { kind: 'networker', voting: 'yes', count: '1', from: today };
    const refused = await send(`${admin}/zetels/nieuw`, seats);
    expect(await refused.text()).toContain('stemt deze soort zetel niet mee');
    const many = await send(`${admin}/zetels/nieuw`, { ...seats, kind: 'resident', count: '10' });
    expect(await many.text()).toContain('hoogstens 9 zetels');
    await send(`${admin}/zetels/nieuw`, { ...seats, kind: 'resident', count: '3' });
    await send(`${admin}/zetels/nieuw`, { ...seats, kind: 'professional', count: '2' });
    expect(await read(admin)).toContain('0 van de 5 zetels zijn bezet.');
  });

  test('gets members; who it is, is found by address', async () => {
    const [row] = await db().select({ id: body.id }).from(body).where(eq(body.slug, 'hier'));
    const seats = await seatsOf(db(), row?.id ?? '', today);
    const people = await newPeople(it.database.owner.db, 4);
    const seated = { duty: 'member', appointed: 'elected', from: today, lastDay: '' };
    const residents = seats.filter(({ kind }) => kind === 'resident');
    const unknown = await send(`${admin}/zetels/${residents[0]?.seatId}/lid`, {
      ...seated,
      email: 'n@n.example',
    });
    expect(await unknown.text()).toContain('We kennen niemand met dit e-mailadres.');
    for (const [at, seat] of [
      ...residents.slice(0, 2),
      ...seats.filter(({ kind }) => kind !== 'resident'),
    ].entries()) {
      const answer = await send(`${admin}/zetels/${seat.seatId}/lid`, {
        ...seated,
        email: `${people[at]}@wijkkas.example`,
        duty: ['chair', 'secretary'][at] ?? 'member',
      });
      expect(answer.headers.get('location')).toBe(admin);
    }
    expect(await read(admin)).toContain('4 van de 5 zetels zijn bezet.');
    expect(await read(base)).toMatch(/4 van 5 bezet/);
  });

  test('loses one: what follows is said first, and only then it is done', async () => {
    const [row] = await db()
      .select({ id: membership.id })
      .from(membership)
      .where(eq(membership.duty, 'secretary'));
    const path = `${admin}/leden/${row?.id}/stoppen`;
    const past = await send(path, { lastDay: addDays(today, -1) });
    expect(await past.text()).toContain('Deze datum kan niet.');
    const asked = await send(path, { lastDay: today });
    expect(asked.headers.get('location')).toBe(`${path}?op=${today}`);
    const preview = await read(`${path}?op=${today}`);
    expect(preview).toContain('Er stemmen dan nog 3 leden mee. Om te vergaderen moeten er 2 zijn.');
    expect(preview).toContain('De raad heeft dan geen secretaris.');
    expect(preview).toContain('Er zitten te weinig bewoners in de raad.');
    expect(preview).toContain(`dateTime="${addDays(today, 91)}"`);
    const [before] = await db()
      .select()
      .from(membership)
      .where(eq(membership.id, row?.id ?? ''));
    expect(before?.validTo).not.toBe(addDays(today, 1));
    expect((await send(path, { lastDay: today, sure: 'yes' })).headers.get('location')).toBe(admin);
    const [after] = await db()
      .select()
      .from(membership)
      .where(eq(membership.id, row?.id ?? ''));
    expect(after?.validTo).toBe(addDays(today, 1));
    expect((await it.get(path, { cookie })).status).toBe(409);
    it.setNow(new Date(now.getTime() + 86_400_000));
    const tomorrow = await it.signInAs(adminId, 'strong');
    const listed = await (await it.get(base, { cookie: tomorrow })).text();
    it.setNow(now);
    expect(listed).toContain('Er zitten te weinig bewoners in de raad.');
    expect(listed).toContain('Dat mag tot en met');
  });

  test('gets other rules from a day on, beginning with an example', async () => {
    const rules = {
      ...{ from: addDays(today, 30), noticeDays: '10', termYears: '3', minSeats: '3', maxSeats: '7' },
      ...{ residentsPct: '60', graceDays: '30', professionalVotes: 'yes', networkerVotes: 'no' },
      areaManagerVotes: 'no',
    };
    const low = await send(`${admin}/regels`, { ...rules, residentsPct: '49' });
    expect([low.status, await low.text()]).toEqual([400, expect.stringContaining('Vul een heel getal in')]);
    expect((await send(`${admin}/regels`, rules)).headers.get('location')).toBe(admin);
    const versions = await db().select().from(rulesOfOrder);
    expect(versions.map(({ residentsPct }) => residentsPct).sort()).toEqual([50, 60]);
    expect(await read(admin)).toContain('Nieuwe regels gelden vanaf');
    const again = await send(`${admin}/regels`, rules);
    expect(await again.text()).toContain('Er zijn al regels die op deze dag beginnen.');
  });

  test('gets a mandate, from today on and then from tomorrow', async () => {
    const typedLimits = {
      ...{ maxPerDecisionCents: '2.500', maxPerApplicantPerYearCents: '5.000', maxPerPeriodCents: '' },
      ...{ theme: '', from: today, lastDay: '' },
    };
    const nothing = await send(`${admin}/mandaat`, { ...typedLimits, maxPerDecisionCents: '0' });
    expect(await nothing.text()).toContain('Dit bedrag kan niet.');
    expect((await send(`${admin}/mandaat`, typedLimits)).headers.get('location')).toBe(admin);
    const page = await read(admin);
    expect(page).toContain('€\u00a02.500');
    expect(page).not.toContain('Er is geen mandaat.');
    const form = await read(`${admin}/mandaat`);
    expect(form).toContain('Het mandaat van nu stopt op de dag ervoor.');
    expect(form).toContain(`value="${addDays(today, 1)}"`);
  });

  test('closes a seat on which nobody sits', async () => {
    const [row] = await db().select({ id: body.id }).from(body).where(eq(body.slug, 'hier'));
    const vacant = (await seatsOf(db(), row?.id ?? '', today)).find(({ membershipId }) => !membershipId);
    const path = `${admin}/zetels/${vacant?.seatId}/sluiten`;
    expect(await read(path)).toContain('De regels vragen er minstens 5.');
    expect((await send(path, { lastDay: today })).headers.get('location')).toBe(admin);
    const other = await makeCouncil(it.database, { seats: 1 });
    expect((await it.get(`${base}/${other.slug}/zetels/${vacant?.seatId}/sluiten`, { cookie })).status).toBe(
      404,
    );
  });

  test('changes its name, and says so to everybody', async () => {
    const details = { name: 'Raad van Hier', contactEmail: 'raad@hier.example', contactText: 'Bel aan.' };
    expect((await send(`${admin}/gegevens`, details)).headers.get('location')).toBe(admin);
    const page = await (await it.get('/raden/hier')).text();
    for (const shown of ['Raad van Hier', 'raad@hier.example', 'Bel aan.']) expect(page).toContain(shown);
  });
});

test('the desk says since when residents are short, and until when that is allowed', async () => {
  const council = await makeCouncil(it.database, { seats: 1 });
  const { membershipId = '', personId = '' } = council.members[0] ?? {};
  await it.database.owner.db.execute(
    `insert into seat (id, body_id, type, voting, valid_from)
     select gen_random_uuid(), '${council.bodyId}', 'professional', true, '2020-01-01' from generate_series(1, 2)`,
  );
  const others = await newPeople(it.database.owner.db, 2);
  const vacant = (await seatsOf(db(), council.bodyId, today)).filter((seat) => seat.membershipId === null);
  for (const [at, { seatId }] of vacant.entries()) {
    await it.database.owner.db.insert(membership).values({
      ...{ id: crypto.randomUUID(), seatId, personId: others[at] ?? '' },
      ...{ duty: 'member', validFrom: addDays(today, -10) },
    });
  }
  expect(membershipId).not.toBe('');
  const chair = await it.signInAs(personId, 'strong');
  const page = await (await it.get(`/raad/${council.slug}`, { cookie: chair })).text();
  expect(page).toContain(
    'Van de 3 leden die stemmen, horen er minstens 2 bewoner te zijn. Nu zijn het er 1.',
  );
  expect(page).toMatch(
    /Dat is zo sinds vr 22 mei 2026\. De raad mag zo beslissen tot en met do 20 augustus 2026\./,
  );
});
