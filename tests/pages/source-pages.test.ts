import { randomUUID } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { budgetsByArea } from '#db/reads/ledger/account';
import { sourceByCode } from '#db/reads/sources/source';
import { journalEntry } from '#db/schema';
import { byInhabitants } from '~/domain/ledger/division';
import { addDays, calendarDate } from '~/domain/calendar';
import { type EntryKind } from '~/domain/ledger/kinds';
import { createSource } from '~/usecases/sources/create-source.server';
import { divideYear } from '~/usecases/sources/divide-year.server';
import { pledgeSource } from '~/usecases/sources/pledge-source.server';
import { useChecks } from '../support/checks';
import { euros, now, today } from '../support/council-world';
import { useSite } from '../support/site';
import { divided, full, grantedIn, makeSourceWorld, type SourceWorld, textOf } from '../support/source-world';
import { refused } from '../support/refused';

const site = useSite();
useChecks(site.database);
let world: SourceWorld;
beforeAll(async () => {
  world = await makeSourceWorld(site);
});

const db = () => site.database.app.db;
const read = async (path: string, cookie = world.cookies.controller) =>
  textOf(await site.get(path, { cookie }));
const send = (path: string, body: Record<string, string>, cookie = world.cookies.controller) =>
  site.post(path, { body, cookie });
const atSource = async (code: string) => sourceByCode(db(), code);

async function budgetOf(areaId: string): Promise<bigint> {
  return (await budgetsByArea(db(), 2026)).find((each) => each.areaId === areaId)?.budget ?? 0n;
}

async function newest(kind: EntryKind) {
  const [found] = await db()
    .select()
    .from(journalEntry)
    .where(eq(journalEntry.kind, kind))
    .orderBy(desc(journalEntry.id))
    .limit(1);
  if (!found) throw new Error(`no ${kind}`);
  return found;
}

const form = (own: Record<string, string> = {}) => ({
  ...{ name: `Bron ${randomUUID()}`, kolom: 'fonds', funder: 'Provincie', year: '2026' },
  ...{ totalCents: '4000', footCents: '0', theme: '', targetGroup: '', areaId: '', validFrom: '' },
  ...{ expiresOn: '', rollover: 'lapses', rolloverPct: '', ...own },
});

describe('a source with terms', () => {
  const terms = () => ({
    ...{ name: 'Zomerfonds', theme: 'sport', targetGroup: 'senior', areaId: world.here },
    ...{ validFrom: '2026-06-10', expiresOn: '2026-06-30', rollover: 'percentage', rolloverPct: '25' },
  });
  const said =
    'Alleen voor sport en spel, voor 67 jaar en ouder, alleen in Hier, te gebruiken van wo 10 juni 2026 tot en met di 30 juni 2026.';

  test('is told in words, booked once for its wijk alone, and listed', async () => {
    const typed = form(terms());
    const seen = await send('/gemeente/bronnen', typed);
    expect(seen.status).toBe(303);
    const where = seen.headers.get('location') ?? '';
    const preview = await read(where);
    expect(preview).toContain(said);
    expect(preview).toContain('Het verloopt in dit jaar. Wat overblijft, gaat terug naar wie het gaf.');
    expect(preview).toContain('Het hele bedrag gaat naar Hier.');
    const before = [await budgetOf(world.here), await budgetOf(world.there)];
    const booking = { ...Object.fromEntries(new URLSearchParams(where.split('?')[1])), key: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => send('/gemeente/bronnen/verdelen', booking)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect([await budgetOf(world.here), await budgetOf(world.there)]).toEqual([
      (before[0] ?? 0n) + 400_000n,
      before[1],
    ]);
    const list = await read('/gemeente/bronnen');
    expect(list).toContain(`Zomerfonds Fonds . ${said}`);
    expect(list).toContain('Nog niets ontvangen Te gebruiken over 9 dagen');
    expect(list).toContain(`${full(400_000n)} ${full(0n)} ${full(400_000n)}`);
  });

  test('can be changed after the preview with all answers kept', async () => {
    const seen = await send('/gemeente/bronnen', form(terms()));
    const again = (seen.headers.get('location') ?? '').replace('/verdelen', '');
    const page = await (await site.get(again, { cookie: world.cookies.controller })).text();
    expect(page).toMatch(/<option value="sport" selected/);
    expect(page).toMatch(new RegExp(`<option value="${world.here}" selected`));
    expect(page).toContain('value="2026-06-30"');
    expect(page).toContain('value="25"');
  });

  test.each([
    [{ rollover: 'percentage' }, 'rolloverPct', 'Vul een heel getal in'],
    [{ rollover: 'percentage', rolloverPct: '0' }, 'rolloverPct', 'Vul een heel getal in'],
    [{ rollover: 'percentage', rolloverPct: '101' }, 'rolloverPct', 'Vul een heel getal in'],
    [{ rollover: 'anders' }, 'rollover', 'Kies een van de antwoorden.'],
    [{ validFrom: '2026-07-01', expiresOn: '2026-06-30' }, 'expiresOn', 'Vul een datum in'],
    [{ expiresOn: '31-6-2026' }, 'expiresOn', 'Vul een datum in'],
    [{ theme: 'oorlog' }, 'theme', 'Kies een van de antwoorden.'],
    [{ targetGroup: 'baby' }, 'targetGroup', 'Kies een van de antwoorden.'],
    [{ areaId: 'hier' }, 'areaId', 'Kies een van de antwoorden.'],
    [{ areaId: randomUUID() }, 'areaId', 'Kies een van de antwoorden.'],
  ])('is refused at its field: %j', async (own, field, message) => {
    const answer = await send('/gemeente/bronnen', form(own));
    const page = await answer.text();
    expect(answer.status).toBe(400);
    // The summary names the field too.
    expect(page).toMatch(new RegExp(`href="#${field}">[^<]+: ${message}`));
  });

  test('a percentage beside another rule means nothing', async () => {
    const typed = form({ rollover: 'stays', rolloverPct: '50' });
    expect((await send('/gemeente/bronnen/verdelen', { ...typed, key: randomUUID() })).status).toBe(303);
    expect(await read('/gemeente/bronnen')).toContain(typed.name);
  });

  test('for one wijk needs an amount, and no inhabitants', async () => {
    const answer = await send('/gemeente/bronnen', form({ areaId: world.here, totalCents: '0' }));
    expect([answer.status, (await answer.text()).includes('href="#totalCents"')]).toEqual([400, true]);
  });

  test.each([
    [-1, 'Verlopen'],
    [0, 'Verloopt na vandaag'],
    [1, 'Verloopt over 1 dag'],
    [12, 'Verloopt over 12 dagen'],
  ])('that ends after %i days says so', async (days, message) => {
    const { code } = await divided(world.controller, `Eindig ${days + 10}`, euros(4), {
      expiresOn: addDays(today, days),
    });
    expect(await read(`/gemeente/bronnen/${code}`)).toContain(message);
  });
});

describe('money for one wijk', () => {
  test('is not promised or divided elsewhere, by whatever way', async () => {
    const context = world.controller;
    const { id, code } = await divided(context, 'Alleen hier', euros(10), { areaId: world.here });
    const elsewhere = { sourceId: id, areaId: world.there, cents: euros(1), key: randomUUID() };
    await expect(pledgeSource(context, elsewhere)).rejects.toEqual(refused('earmarkedElsewhere', 'areaId'));
    const division = { sourceId: id, totalCents: euros(9), ...byInhabitants(euros(0)), key: randomUUID() };
    await expect(divideYear(context, { ...division, areaIds: [world.here, world.there] })).rejects.toEqual(
      refused('earmarkedElsewhere', 'areaId'),
    );
    const path = `/gemeente/bronnen/${code}/toezegging`;
    expect(await read(path)).toContain('Hier');
    expect(await read(path)).not.toContain('Daar');
    const answer = await send(path, { areaId: world.there, cents: '1', key: randomUUID() });
    expect([
      answer.status,
      (await textOf(answer)).includes('Dit geld is voor een andere wijk bedoeld.'),
    ]).toEqual([400, true]);
    expect((await atSource(code))?.promised).toBe(euros(10));
  });

  test('terms that do not hold together are refused however they come', async () => {
    const plain = { code: 'X', name: 'X', kolom: 'wmo' as const, year: 2026, funder: 'X' };
    const days = { validFrom: today, expiresOn: addDays(today, -1) };
    await expect(createSource(world.controller, { ...plain, ...days })).rejects.toEqual(
      refused('dateInvalid', 'expiresOn'),
    );
    await expect(createSource(world.controller, { ...plain, rollover: 'percentage' })).rejects.toEqual(
      refused('numberInvalid', 'rolloverPct'),
    );
  });
});

describe('the page of a source', () => {
  let code: string;
  beforeAll(async () => {
    ({ code } = await divided(world.controller, 'Wmo samen', euros(1000)));
  });
  const path = () => `/gemeente/bronnen/${code}`;
  const receive = (cents: string, key = randomUUID(), cookie?: string) =>
    send(path(), { cents, key }, cookie);

  test('tells what each wijk was promised, exactly', async () => {
    const page = await read(path());
    const parts = [20_000n, 60_000n, 20_000n];
    for (const [index, wijk] of ['Hier', 'Daar', 'Ginds'].entries()) {
      const promised = parts[index] ?? 0n;
      const figures = [promised, 0n, 0n, promised, 0n].map(full).join(' ');
      expect(page, wijk).toContain(`${wijk} ${figures}`);
    }
    expect(page).toContain(`Samen ${[100_000n, 0n, 0n, 100_000n, 0n].map(full).join(' ')}`);
    expect(page).toContain('Toezegging');
  });

  test('books what comes in, once, up to what was promised', async () => {
    expect(await read(path())).toContain('Er moet nog € 1.000 binnenkomen.');
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => receive('400', key)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await atSource(code)).toMatchObject({ received: euros(400), receivable: euros(600) });
    expect(await read(path())).toContain('Deels ontvangen');
    for (const wrong of ['600,01', '0', '-1', 'veel', '']) {
      const answer = await receive(wrong);
      expect([answer.status, (await answer.text()).includes('href="#cents"')], wrong).toEqual([400, true]);
    }
    expect((await receive('600')).status).toBe(303);
    const page = await read(path());
    expect(page).toContain('Helemaal ontvangen');
    expect(page).toContain('Al het toegezegde geld is binnen.');
    expect(page).not.toContain('Boek deze ontvangst');
  });

  test('is read by whoever reads the books; only a controller books', async () => {
    for (const cookie of [world.cookies.areaManager, world.cookies.payer]) {
      const page = await read(path(), cookie);
      expect(page).toContain('Wmo samen');
      for (const hidden of ['Ontvangst boeken', 'Zeg extra geld toe', 'Draai terug']) {
        expect(page, hidden).not.toContain(hidden);
      }
      expect(await read('/gemeente/bronnen', cookie)).not.toContain('Bron toevoegen');
      expect((await receive('1', randomUUID(), cookie)).status).toBe(403);
      expect((await send('/gemeente/bronnen', form(), cookie)).status).toBe(403);
      expect((await site.get(`${path()}/toezegging`, { cookie })).status).toBe(403);
    }
    for (const odd of ['NIETS', 'wmo-samen-2026', '%2F', "'--"]) {
      const answer = await site.get(`/gemeente/bronnen/${odd}`, { cookie: world.cookies.controller });
      expect(answer.status, odd).toBe(404);
    }
  });

  test('more is promised to one wijk, once', async () => {
    const before = await budgetOf(world.there);
    const promise = { areaId: world.there, cents: '50', key: randomUUID() };
    for (const _ of [1, 2]) expect((await send(`${path()}/toezegging`, promise)).status).toBe(303);
    expect((await budgetOf(world.there)) - before).toBe(euros(50));
    expect(await atSource(code)).toMatchObject({ promised: euros(1050), receivable: euros(50) });
    const other = await send(`${path()}/toezegging`, { ...promise, cents: '51' });
    expect(other.status).toBe(409);
    const nothing = await send(`${path()}/toezegging`, { ...promise, cents: '0', key: randomUUID() });
    expect([nothing.status, (await nothing.text()).includes('href="#cents"')]).toEqual([400, true]);
  });

  test('says what it paid for', async () => {
    const { code: own } = await divided(world.controller, 'Betaalt zelf', euros(500), {
      areaId: world.council.areaId,
    });
    await grantedIn(site.database, world.council, euros(400));
    const page = await read(`/gemeente/bronnen/${own}`);
    // Earmarked money goes before free money, so it pays the whole grant.
    expect(page).toContain(`Straatfeest Ginds ${[0n, 40_000n, 0n].map(full).join(' ')}`);
    expect(page).toContain(`Ginds ${[50_000n, 0n, 40_000n, 10_000n, 0n].map(full).join(' ')}`);
  });
});

describe('taking back', () => {
  const path = (id: bigint) => `/gemeente/boekingen/${id}/terugdraaien`;
  const take = (id: bigint, reason = 'Dubbel geboekt', key = randomUUID()) => send(path(id), { reason, key });

  async function pledge(name: string) {
    const { code } = await divided(world.controller, name, euros(100), { areaId: world.here });
    return { code, entry: await newest('pledge') };
  }

  test('shows the entry whole, asks why, and leads to the reversal in the kasboek', async () => {
    const { entry, code } = await pledge('Vergissing');
    const page = await read(path(entry.id));
    expect(page).toContain(`Boeking ${entry.number} terugdraaien`);
    expect(page).toContain('De wijk kan dit geld niet meer uitgeven.');
    expect(page).toContain(`Vrij budget Vergissing ${full(10_000n)}`);
    for (const reason of ['', '  ', 'x'.repeat(501)]) {
      const answer = await take(entry.id, reason);
      expect([answer.status, (await answer.text()).includes('href="#reason"')], reason).toEqual([400, true]);
    }
    const key = randomUUID();
    const taken = await take(entry.id, 'Dubbel geboekt', key);
    const reversal = await newest('reversal');
    const where = `/wijken/hier/boekingen?jaar=2026&boeking=${reversal.number}#boeking-${reversal.number}`;
    expect([taken.status, taken.headers.get('location')]).toEqual([303, where]);
    expect((await take(entry.id, 'Dubbel geboekt', key)).headers.get('location')).toBe(where);
    expect(await read(where.split('#')[0] ?? '')).toContain('Dubbel geboekt');
    expect((await atSource(code))?.promised).toBe(0n);
  });

  test('once is enough: a second time leads to the reversal', async () => {
    const { entry } = await pledge('Al terug');
    await take(entry.id);
    const reversal = await newest('reversal');
    const page = await (await site.get(path(entry.id), { cookie: world.cookies.controller })).text();
    expect(page).toContain('Deze boeking is al teruggedraaid.');
    expect(page).toContain(`href="${path(reversal.id)}"`);
    expect(page).not.toContain('name="reason"');
    const again = await take(entry.id);
    expect(again.status).toBe(409);
  });

  test('names what must be taken back first', async () => {
    const { entry, code } = await pledge('Is binnen');
    await send(`/gemeente/bronnen/${code}`, { cents: '100', key: randomUUID() });
    const receipt = await newest('receipt');
    const page = await (await site.get(path(entry.id), { cookie: world.cookies.controller })).text();
    expect(page).toContain(`Neem eerst boeking ${receipt.number} terug`);
    expect(page).toContain(`href="${path(receipt.id)}"`);
    expect((await take(entry.id)).status).toBe(409);
    const first = await take(receipt.id);
    expect(first.headers.get('location')).toBe(`/gemeente/bronnen/${code}`);
    expect((await take(entry.id)).status).toBe(303);
  });

  test('explains money that was granted, and that only a decision ends a grant', async () => {
    await divided(world.controller, 'Toegekend', euros(300), {
      areaId: world.council.areaId,
      theme: 'ontmoeten',
      expiresOn: calendarDate('2026-12-31'),
    });
    const entry = await newest('pledge');
    await grantedIn(site.database, world.council, euros(300));
    expect(await read(path(entry.id))).toContain('Dit geld is al gereserveerd of toegekend.');
    expect((await take(entry.id)).status).toBe(409);
    const grant = await newest('grant');
    expect(await read(path(grant.id))).toContain('Een toekenning volgt uit een besluit van de raad.');
    expect((await take(grant.id)).status).toBe(409);
  });

  test('is for a controller, from the kasboek on', async () => {
    const { entry } = await pledge('Wie mag dit');
    const kasboek = '/wijken/hier/boekingen';
    expect(await read(kasboek)).toContain('Draai terug');
    expect(await read(kasboek, world.cookies.payer)).not.toContain('Draai terug');
    expect(await read(kasboek, '')).not.toContain('Draai terug');
    expect((await site.get(path(entry.id), { cookie: world.cookies.payer })).status).toBe(403);
    const { status } = await send(path(entry.id), { reason: 'x', key: randomUUID() }, world.cookies.payer);
    expect(status).toBe(403);
    for (const odd of ['0', '-1', '1e3', '999999999', '99999999999999999999', 'x']) {
      const answer = await site.get(`/gemeente/boekingen/${odd}/terugdraaien`, {
        cookie: world.cookies.controller,
      });
      expect(answer.status, odd).toBe(404);
    }
    const [found] = await db()
      .select()
      .from(journalEntry)
      .where(and(eq(journalEntry.id, entry.id), eq(journalEntry.bookedAt, now)));
    expect(found?.kind).toBe('pledge');
  });
});
