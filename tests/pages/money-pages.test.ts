import { randomUUID } from 'node:crypto';
import { eq, gt, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entriesOfPool, pageOfEntry } from '#db/reads/ledger/journal';
import { type WijkBudget, wijkBudgets } from '#db/reads/money/wijk-budget';
import { decision, person } from '#db/schema';
import { calendarDateIn, yearOf } from '~/domain/calendar';
import { kolommen } from '~/domain/ledger/kolom';
import { perHeadOf } from '~/domain/area/spending';
import { totalBudget } from '~/domain/ledger/balance';
import { cents } from '~/domain/money/cents';
import { euroInput, formatEuros } from '~/domain/money/format';
import { expectCoherent } from '../support/checks';
import { useSite } from '../support/site';

const site = useSite({ demo: true });
const full = (amount: bigint) => formatEuros(cents(amount), 'nl', 'full').replace('\u00a0', ' ');
const short = (amount: bigint) => formatEuros(cents(amount), 'nl').replace('\u00a0', ' ');
let year = 0;
const cookies: Record<string, string> = {};

async function enter(email: string): Promise<string> {
  const [found] = await site.database.app.db.select().from(person).where(eq(person.email, email));
  return site.signInAs(found?.id ?? '', 'strong');
}

async function read(path: string, who?: string): Promise<string> {
  const answer = await site.get(path, { cookie: who && cookies[who] });
  expect(answer.status, path).toBe(200);
  return (await answer.text())
    .replaceAll(/<script[\s\S]*?<\/script>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

async function budgets(): Promise<WijkBudget[]> {
  return wijkBudgets(site.database.app.db, year, calendarDateIn(site.site.now()));
}

beforeAll(async () => {
  year = yearOf(calendarDateIn(site.site.now()));
  for (const who of ['wietske', 'ingrid', 'joop', 'marga'])
    cookies[who] = await enter(`${who}@vierstromen.example`);
});
afterAll(() => expectCoherent(site.database.owner.db));

describe('the same cents everywhere', () => {
  test('on the pages of wijken, city and gemeente, and in the file', async () => {
    const wijken = await budgets();
    const [list, city, desk] = await Promise.all([
      read('/wijken'),
      read('/geld'),
      read('/gemeente', 'wietske'),
    ]);
    const csv = await (await site.get('/gemeente/uitgaven.csv', { cookie: cookies.wietske })).text();
    for (const { slug, name, inhabitants, ...money } of wijken) {
      const { budget, reserved, granted, paid, left, settled, perHead } = money;
      const amounts = [budget, reserved, granted, paid, left, cents(BigInt(perHead))];
      const row = `${name} ${amounts.map(full).join(' ')}`;
      for (const page of [list, desk]) expect(page).toContain(row);
      const cityAmounts = [budget, reserved, granted, paid, left, settled, cents(BigInt(perHead))];
      expect(city).toContain(`${name} ${cityAmounts.map(full).join(' ')}`);
      expect(csv).toContain(
        [year, name, inhabitants, ...amounts.map((amount) => euroInput(cents(amount)))].join(';'),
      );
      const own = await read(`/wijken/${slug}`);
      for (const amount of [paid, granted, reserved, left]) expect(own).toContain(short(amount));
      expect(budget).toBe(reserved + granted + paid + left);
    }
    const total = totalBudget(wijken);
    expect(city).toContain(
      `Samen ${[total.budget, total.reserved, total.granted, total.paid, total.left, total.settled, cents(BigInt(perHeadOf(wijken)))].map(full).join(' ')}`,
    );
  });

  test('down to the postings, whose file sums to what is free', async () => {
    const wijk = (await budgets()).find(({ slug }) => slug === 'parkwijk');
    const page = await read('/wijken/parkwijk/boekingen');
    expect(page).toContain('Klimbos bij basisschool De Vlinder');
    expect(page).toContain(`Besluit ${year}-1`);
    const csv = await (await site.get('/wijken/parkwijk/boekingen.csv')).text();
    const rows = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';'));
    const free = rows
      .filter(([, , , account]) => account === 'Vrij budget')
      .reduce((sum, row) => sum + BigInt(`${row[6]}`.replace(',', '')), 0n);
    expect(free).toBe(wijk?.left);
    expect(csv).not.toMatch(/null|undefined/);
  });
});

describe('who sees the books', () => {
  test('a gebiedsmanager only those of the own wijken', async () => {
    const desk = await read('/gemeente', 'ingrid');
    expect(desk).toContain('Soesterveld');
    expect(desk).not.toContain('Kruiskade');
    const csv = await (await site.get('/gemeente/uitgaven.csv', { cookie: cookies.ingrid })).text();
    expect(csv.trim().split('\r\n')).toHaveLength(3);
  });

  test('of one wijk anyone may check every entry, of any wijk', async () => {
    for (const path of ['/wijken/kruiskade/boekingen', '/wijken/kruiskade/boekingen.csv']) {
      for (const who of [undefined, 'joop', 'ingrid']) {
        expect((await site.get(path, { cookie: who && cookies[who] })).status, `${who} ${path}`).toBe(200);
      }
    }
    for (const path of ['/wijken/nergens/boekingen', '/wijken/nergens/boekingen.csv']) {
      expect((await site.get(path)).status, path).toBe(404);
    }
    for (const path of ['/gemeente/wijken/parkwijk', '/gemeente/wijken/parkwijk/boekingen.csv']) {
      expect((await site.get(path, { cookie: cookies.wietske })).status, path).toBe(404);
    }
  });

  test('a decision leads to its very entry, open, on whatever page of the list it stands', async () => {
    const [found] = await site.database.app.db
      .select()
      .from(decision)
      .where(gt(decision.amountCents, cents(0n)));
    const page = await (await site.get(`/besluiten/${found?.id}`)).text();
    const link = /href="([^"]*)#(boeking-\d+)"/.exec(page.replaceAll('&amp;', '&'));
    const list = await (await site.get(link?.[1] ?? '')).text();
    expect(list).toMatch(new RegExp(`id="${link?.[2]}"><details open=""`));
    expect(list.match(/<details open/g)).toHaveLength(1);
    expect(list).toContain(`/besluiten/${found?.id}`);
  });

  test('the page of an entry is the page that lists it', async () => {
    const { db } = site.database.app;
    const poolId = (await budgets()).find(({ slug }) => slug === 'parkwijk')?.poolId ?? '';
    const { pages } = await entriesOfPool(db, poolId, 1);
    for (let page = 1; page <= pages; page++) {
      const { rows } = await entriesOfPool(db, poolId, page);
      for (const { number } of rows) expect(await pageOfEntry(db, poolId, number), `${number}`).toBe(page);
    }
    expect(await pageOfEntry(db, poolId, 999_999)).toBeNull();
  });

  test('no resident and no council member', async () => {
    for (const path of ['/gemeente', '/gemeente/uitgaven.csv', '/gemeente/bronnen']) {
      for (const who of ['joop', 'marga']) {
        expect((await site.get(path, { cookie: cookies[who] })).status, `${who} ${path}`).toBe(403);
      }
      expect((await site.get(path)).status).toBe(303);
    }
    expect((await site.post('/gemeente/bronnen', { cookie: cookies.ingrid })).status).toBe(403);
  });
});

describe('a source from the form', () => {
  const form = () => ({
    name: '=HYPERLINK("http://x.example")',
    kolom: 'fonds',
    funder: 'Provincie',
    year: String(year),
    totalCents: '€ 1.000,01',
    footCents: '50',
  });
  const send = (path: string, body: Record<string, string>) =>
    site.post(path, { body, cookie: cookies.wietske });

  test('is seen, then booked once however often it is sent, exact to the cent', async () => {
    const before = totalBudget(await budgets());
    const seen = await send('/gemeente/bronnen', form());
    expect(seen.status).toBe(303);
    const preview = await read(seen.headers.get('location') ?? '', 'wietske');
    expect(preview).toContain('Samen € 300,00 € 700,01 € 1.000,01');
    expect(totalBudget(await budgets())).toEqual(before);
    const booking = { ...form(), key: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => send('/gemeente/bronnen/verdelen', booking)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const after = totalBudget(await budgets());
    expect(after.budget - before.budget).toBe(100_001n);
    for (const { name, budget } of await budgets())
      expect(await read('/wijken'), name).toContain(full(budget));
  });

  test('cannot run in a spreadsheet', async () => {
    const path = '/wijken/parkwijk/boekingen.csv';
    const csv = await (await site.get(path, { cookie: cookies.wietske })).text();
    expect(csv).toContain(`"'=HYPERLINK(""http://x.example"")"`);
    expect(csv).not.toMatch(/(^|;)"?=/m);
  });

  test('is refused at its field', async () => {
    const cases: [Record<string, string>, string][] = [
      [{ totalCents: 'veel' }, 'Vul een bedrag in'],
      [{ totalCents: '-5' }, 'Vul een bedrag in'],
      [{ footCents: '500' }, 'De vaste voet is samen meer dan het hele bedrag.'],
      [{ kolom: 'goud' }, 'Kies een van de antwoorden.'],
      [{ name: '' }, 'Vul dit in.'],
    ];
    for (const [wrong, message] of cases) {
      const answer = await send('/gemeente/bronnen', { ...form(), ...wrong });
      expect([answer.status, (await answer.text()).includes(message)], message).toEqual([400, true]);
    }
    const path = `/gemeente/bronnen/verdelen?${new URLSearchParams(form())}`;
    const twice = await send(path, { ...form(), key: randomUUID() });
    expect(await twice.text()).toContain('Er is dit jaar al een bron met deze naam.');
  });

  test('knows the same kolommen as the database', async () => {
    const [row] = await site.database.owner.db.execute(
      sql`select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'source_kolom'`,
    );
    expect([...String(row?.rule).matchAll(/'(\w+)'/g)].map(([, name]) => name)).toEqual([...kolommen]);
  });
});

test('odd addresses never break a page', async () => {
  for (const query of [
    'jaar=9999',
    'jaar=x',
    'jaar=2026%00',
    'pagina=-1',
    'pagina=1e9',
    'pagina=99',
    'boeking=1e99',
    'boeking=999',
    'boeking=-1',
    "jaar=';--",
  ]) {
    for (const path of [
      '/',
      '/wijken',
      '/wijken/parkwijk',
      '/geld',
      '/gemeente',
      '/wijken/parkwijk/boekingen',
    ]) {
      const answer = await site.get(`${path}?${query}`, { cookie: cookies.wietske });
      expect(answer.status, `${path}?${query}`).toBe(200);
    }
  }
});
