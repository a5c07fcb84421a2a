import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '#db/schema';
import { calendarDateIn, yearOf } from '~/domain/calendar';
import { exampleJournal, linesOf } from '~/domain/ledger/example';
import { type Cents, parseEuros } from '~/domain/money/cents';
import { formatEuros, formatWholeEuros } from '~/domain/money/format';
import { expectCoherent } from '../support/checks';
import { useSite } from '../support/site';

const site = useSite({ demo: true });
let year = 0;

beforeAll(() => {
  year = yearOf(calendarDateIn(site.site.now()));
});
afterAll(() => expectCoherent(site.database.owner.db));

async function html(path: string, cookie?: string): Promise<string> {
  const answer = await site.get(path, { cookie });
  expect(answer.status, path).toBe(200);
  return (await answer.text()).replaceAll('&amp;', '&').replaceAll(/<script[\s\S]*?<\/script>/g, ' ');
}

const text = (markup: string) =>
  markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const amounts = (markup: string) =>
  [...text(markup).matchAll(/(\u2212?)€ ([\d.]+(?:,\d\d)?)/g)].map(
    ([, minus, amount]) => parseEuros(`${amount}`) * (minus ? -1n : 1n),
  );

/** Every number of a page that leads to its rows. */
const numbersOf = (page: string) =>
  [...page.matchAll(/<a [^>]*href="(\/geld\/boekingen\?[^"]*maat=[^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].flatMap(
    ([, href = '', inner = '']) =>
      amounts(inner).map((amount) => ({ href, amount, isWhole: !text(inner).includes(',') })),
  );

/** What a page of rows says that they are together. */
const totalOf = (page: string) => amounts(/<p class="wk-intro">[\s\S]*?<\/p>/.exec(page)?.[0] ?? '').at(-1);

/** Cents as whole euros, still in cents. */
const inEuros = (cents: bigint) => parseEuros(formatWholeEuros(cents as Cents, 'nl').replace(/[^\d.-]/g, ''));

async function expectRowsBehind(page: string, atLeast: number): Promise<void> {
  const numbers = new Map(
    numbersOf(page).map((each) => [`${each.href} ${each.amount} ${each.isWhole}`, each]),
  );
  expect(numbers.size).toBeGreaterThan(atLeast);
  for (const { href, amount, isWhole } of numbers.values()) {
    const total = totalOf(await html(href)) ?? 0n;
    // The picture has whole euros, its rows the cents.
    expect(isWhole ? inEuros(total) : total, href).toBe(amount);
  }
}

describe('the flow of all money', () => {
  test('opens the rows of each of its numbers, and they add up to it', async () => {
    await expectRowsBehind(await html('/geld'), 150);
  });

  test('also of a year that has ended, whose money went on or went back', async () => {
    const page = await html(`/geld?jaar=${year - 1}`);
    expect(page).toContain(`<strong aria-current="true">${year - 1}</strong>`);
    await expectRowsBehind(page, 50);
  });

  test('also at the end of a day in the past', async () => {
    const whole = await html('/geld');
    const past = await html(`/geld?jaar=${year}&op=${year}-03-20`);
    expect(text(past)).toContain('Je ziet de stand aan het eind van');
    expect(numbersOf(past)).not.toEqual(numbersOf(whole));
    expect(numbersOf(past).every(({ href }) => href.includes(`op=${year}-03-20`))).toBe(true);
    await expectRowsBehind(past, 20);
  });

  test('has no amount to the cent without its rows, but nothing, and per inhabitant', async () => {
    const all = [...(await html('/geld')).matchAll(/<table[\s\S]*?<\/table>/g)].map(([table]) => table);
    const tables = all.filter((table) => !table.includes('wk-table--short'));
    expect([all.length, tables.length]).toEqual([7, 6]);
    for (const table of tables) {
      const loose = amounts(table.replaceAll(/<a [\s\S]*?<\/a>/g, '')).filter((amount) => amount !== 0n);
      expect(loose.length).toBe(table.includes('per bewoner') ? (table.match(/<tr/g) ?? []).length - 1 : 0);
    }
  });

  test('is a picture that says what it shows, with the amounts of the tables', async () => {
    const page = await html('/geld');
    const [picture = '', label] =
      /<svg class="wk-flow__picture"[^>]*aria-label="([^"]*)"[\s\S]*?<\/svg>/.exec(page) ?? [];
    expect(picture).toContain('role="img"');
    expect(text(page)).toContain(label?.replaceAll('\u00a0', ' '));
    const linked = new Set(numbersOf(page).map(({ amount }) => amount));
    const drawn = amounts(picture);
    expect(drawn.length).toBeGreaterThan(10);
    for (const amount of drawn) expect(linked).toContain(amount);
    expect(picture).not.toMatch(/NaN|undefined|style=/);
  });

  test('tells what is wrong with a day, and shows today', async () => {
    for (const [day, message] of [
      ['onzin', 'Vul een datum in'],
      [`${year}-02-30`, 'Vul een datum in'],
      ['2999-01-01', 'Die dag moet nog komen'],
    ]) {
      const page = await html(`/geld?op=${day}`);
      expect(text(page)).toContain(message);
      expect(numbersOf(page)).toEqual(numbersOf(await html('/geld')));
    }
    expect(text(await html('/geld?op=1999-01-01'))).toContain('nog geen geld verdeeld');
  });
});

describe('the rows of a number', () => {
  test('each lead to their entry, open in the book of the wijk', async () => {
    const page = await html(`/geld/boekingen?jaar=${year}&maat=given&wijk=parkwijk`);
    const [, href = '', anchor] =
      /href="(\/wijken\/parkwijk\/boekingen[^"#]*)#(boeking-\d+)"/.exec(page) ?? [];
    expect(await html(href)).toContain(`id="${anchor}"><details open=""`);
  });

  test('can be taken home as a file that adds up to the number', async () => {
    for (const query of ['maat=budget', 'maat=paid&kolom=wmo', 'maat=left&wijk=kruiskade', 'maat=settled']) {
      const page = await html(`/geld/boekingen?jaar=${year}&${query}`);
      const csv = await (await site.get(`/geld/boekingen.csv?jaar=${year}&${query}`)).text();
      const lines = csv.trim().split('\r\n').slice(1);
      const total = lines.reduce(
        (sum, line) => sum + BigInt(line.split(';').at(-1)?.replace(',', '') ?? 0),
        0n,
      );
      expect(total, query).toBe(totalOf(page));
    }
  });

  test('stand fifty on a page', async () => {
    const [one, two] = [
      await html('/geld/boekingen?maat=given'),
      await html('/geld/boekingen?maat=given&pagina=2'),
    ];
    const linesOn = (page: string) => page.match(/href="\/wijken\/[^"]*#boeking-/g)?.length ?? 0;
    expect(linesOn(one)).toBe(50);
    expect(text(one)).toContain(`${50 + linesOn(two)} regels tellen mee`);
    expect(totalOf(two)).toBe(totalOf(one));
  });

  test('are refused for what is no choice, rather than those of another number', async () => {
    for (const query of [
      'maat=goud',
      'wijk=nergens',
      'kolom=x',
      'bron=x',
      'thema=x',
      'op=x',
      'op=2999-01-01',
    ]) {
      for (const path of ['/geld/boekingen', '/geld/boekingen.csv']) {
        expect((await site.get(`${path}?${query}`)).status, `${path}?${query}`).toBe(400);
      }
    }
    for (const query of ['wijk=&kolom=&op=', 'pagina=-1', 'pagina=99999', 'jaar=9999'])
      await html(`/geld/boekingen?${query}`);
  });
});

describe('how a euro travels', () => {
  test('shows every amount of the example as the books have it', async () => {
    const page = text(await html('/uitleg/geld'));
    for (const entry of exampleJournal()) {
      for (const { shares, total } of linesOf(entry)) {
        const row = [...shares.map(({ cents }) => cents), total].map((amount) =>
          formatEuros(amount, 'nl', 'full'),
        );
        expect(page).toContain(row.join(' ').replaceAll('\u00a0', ' '));
      }
    }
    expect(page).toContain('Het feest kostte € 2.612,75.');
  });

  test('is found from the money of the city, from the book of a wijk and at the foot of every page', async () => {
    for (const path of ['/geld', '/wijken/parkwijk/boekingen', '/over'])
      expect(await html(path)).toContain('href="/uitleg/geld"');
  });
});

describe('the desk', () => {
  async function deskOf(name: string): Promise<string> {
    const [found] = await site.database.app.db
      .select()
      .from(person)
      .where(eq(person.email, `${name}@vierstromen.example`));
    return html('/gemeente', await site.signInAs(found?.id ?? '', 'strong'));
  }
  const desks = ['bronnen', 'toekenningen', 'betalingen', 'afschriften', 'jaareinde'];
  const openTo = (page: string) => desks.filter((desk) => page.includes(`href="/gemeente/${desk}"`));

  test('leads everyone to the work that they may do', async () => {
    expect(openTo(await deskOf('wietske'))).toEqual(desks);
    expect(openTo(await deskOf('patrick'))).toEqual(['bronnen', 'toekenningen', 'betalingen', 'afschriften']);
    expect(openTo(await deskOf('ingrid'))).toEqual(['bronnen', 'toekenningen']);
  });

  test('says what waits for payment', async () => {
    expect(text(await deskOf('wietske'))).toMatch(/Er wacht geen betaling|betaling(en)? wacht/);
    expect(text(await deskOf('ingrid'))).not.toMatch(/betaling/);
  });
});
