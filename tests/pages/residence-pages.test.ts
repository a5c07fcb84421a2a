import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { residenceLetter } from '#db/schema';
import { calendarDate } from '~/domain/calendar';
import { vaultOf } from '~/http/seal.server';
import { letterCode } from '~/usecases/people/parts/residence-letter.server';
import { plantAddresses } from '../support/addresses';
import { makeGemeente, makePerson } from '../support/person';
import { roleHolder, rosterNow } from '../support/roster-world';
import { useSite } from '../support/site';

const it = useSite();
const places = { here: '', there: '' };
let admin = '';
let networker = '';

beforeAll(async () => {
  it.setNow(rosterNow);
  Object.assign(places, await makeGemeente(it.database.owner.db));
  await plantAddresses(it.database.owner.db, places.here, places.there);
  admin = await it.signInAs((await roleHolder(it.database, 'admin')).id, 'strong');
  const known = await roleHolder(it.database, 'networker', { areaId: places.here });
  networker = await it.signInAs(known.id, 'strong');
});

const resident = async () => {
  const born = { areaId: null, bornOn: calendarDate('1960-05-04'), name: 'Ans' };
  const { id, email } = await makePerson(it.database.owner.db, born);
  return { id, email, cookie: await it.signInAs(id, 'code') };
};
const text = async (path: string, cookie: string) => (await it.get(path, { cookie })).text();
const address = { street: 'Kade', place: 'Teststad', postcode: '1234 ab', number: '12', addition: '' };

describe('a letter with a code', () => {
  test('is asked, made, and typed: then the page says that it is known', async () => {
    const { id, cookie } = await resident();
    expect(await text('/mijn/wijk', cookie)).toContain('We weten nog niet in welke wijk je woont.');
    const asked = await it.post('/mijn/wijk/brief', { cookie, body: address });
    expect(asked.headers.get('location')).toBe('/mijn/wijk?gedaan=letter');
    expect(await text('/mijn/wijk', cookie)).toContain('De brief is nog niet gemaakt.');
    expect(await text('/beheer/brieven', admin)).toContain('Er wacht 1 brief.');
    const made = await it.post('/beheer/brieven', { cookie: admin, body: {} });
    expect(made.headers.get('location')).toBe('/beheer/brieven?gemaakt');
    const [href] =
      /\/beheer\/brieven\/[-0-9a-f]{36}\/brieven\.pdf/.exec(await text('/beheer/brieven', admin)) ?? [];
    const pdf = await it.get(href ?? '', { cookie: admin });
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await pdf.text()).startsWith('%PDF-1.7')).toBe(true);
    expect((await it.get(href ?? '', { cookie })).status).toBe(403);
    const [letter] = await it.database.owner.db
      .select({ id: residenceLetter.id })
      .from(residenceLetter)
      .where(eq(residenceLetter.personId, id));
    const code = letterCode(vaultOf(it.site.secret), letter?.id ?? '');
    const wrong = await it.post('/mijn/wijk/code', { cookie, body: { code: 'AAAAA-AAAAA' } });
    expect(wrong.status).toBe(400);
    const typed = await it.post('/mijn/wijk/code', { cookie, body: { code } });
    expect(typed.headers.get('location')).toBe('/mijn/wijk?gedaan=proven');
    const page = await text('/mijn/wijk?gedaan=proven', cookie);
    expect(page).toContain('Gelukt. We weten nu dat je in Hier woont.');
    expect(page).toContain('Je vulde de code in uit een brief.');
    expect((await it.get(href ?? '', { cookie: admin })).status).toBe(404);
    expect(await text('/beheer/brieven', admin)).toContain('alle codes zijn gebruikt of voorbij');
  });

  test('to an address that is nowhere here is refused at its field, and what was typed stays', async () => {
    const { cookie } = await resident();
    const body = { ...address, postcode: '9999 ZZ', street: 'Verre weg' };
    const refused = await it.post('/mijn/wijk/brief', { cookie, body });
    const page = await refused.text();
    expect(refused.status).toBe(400);
    expect(page).toContain('Dit adres vinden we niet in een wijk van deze gemeente.');
    expect(page).toContain('value="Verre weg"');
  });
});

describe('somebody of the wijk', () => {
  test('writes down that they saw it, for their own wijk alone', async () => {
    const { email, cookie } = await resident();
    const page = await text('/bewoners', networker);
    expect(page).toContain(places.here);
    expect(page).not.toContain(places.there);
    const elsewhere = await it.post('/bewoners', {
      cookie: networker,
      body: { email, areaId: places.there },
    });
    expect(elsewhere.status).toBe(403);
    const done = await it.post('/bewoners', { cookie: networker, body: { email, areaId: places.here } });
    expect(done.headers.get('location')).toBe('/bewoners?gedaan=hier');
    expect(await text('/bewoners?gedaan=hier', networker)).toContain('kan nu meedoen in Hier');
    expect(await text('/mijn/wijk', cookie)).toContain('We weten dat je in Hier woont');
  });
});

describe('the list of residents', () => {
  const hand = (content: string) => {
    const body = new FormData();
    body.set('file', new File([content], 'lijst.txt', { type: 'text/plain' }));
    const headers = { cookie: admin, origin: it.origin };
    return fetch(`${it.origin}/beheer/inwoners`, { method: 'POST', body, headers, redirect: 'manual' });
  };

  test('that is none is refused with its line', async () => {
    const refused = await hand(`wijkkas-inwoners\n${'a'.repeat(64)}\nx\n`);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Regel 3: dit is geen afdruk.');
  });

  test('is read in, and then offered to residents', async () => {
    const { cookie } = await resident();
    expect(await text('/mijn/wijk', cookie)).not.toContain('Kijk of ik op de lijst sta');
    const read = await hand(`wijkkas-inwoners\n${'a'.repeat(64)}\n`);
    expect(read.headers.get('location')).toBe('/beheer/inwoners?gedaan');
    expect(await text('/beheer/inwoners', admin)).toContain('heeft 1 afdrukken');
    expect(await text('/mijn/wijk', cookie)).toContain('Kijk of ik op de lijst sta');
    const { street: _street, place: _place, addition: _addition, ...at } = address;
    const refused = await it.post('/mijn/wijk/lijst', { cookie, body: at });
    expect(await refused.text()).toContain('We vinden je niet op de lijst.');
  });
});

describe('a residence that proves false', () => {
  test('is said on a page that tells what follows', async () => {
    const { id, email } = await resident();
    await it.post('/bewoners', { cookie: networker, body: { email, areaId: places.here } });
    expect(await text(`/beheer/mensen/${id}`, admin)).toContain(`/beheer/mensen/${id}/wijk`);
    const path = `/beheer/mensen/${id}/wijk`;
    expect(await text(path, admin)).toContain('telt meteen niet meer mee');
    expect((await it.post(path, { cookie: admin, body: { reason: '' } })).status).toBe(400);
    const said = await it.post(path, { cookie: admin, body: { reason: 'Dit huis staat leeg.' } });
    expect(said.headers.get('location')).toBe(`/beheer/mensen/${id}?gedaan=homeRejected`);
    const gone = await it.get(path, { cookie: admin });
    expect(gone.headers.get('location')).toBe(`/beheer/mensen/${id}`);
  });
});
