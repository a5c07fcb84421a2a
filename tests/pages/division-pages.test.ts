import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { area } from '#db/schema';
import { useChecks } from '../support/checks';
import { useSite } from '../support/site';
import { full, makeSourceWorld, type SourceWorld, textOf } from '../support/source-world';

const site = useSite();
useChecks(site.database);
let world: SourceWorld;
beforeAll(async () => {
  world = await makeSourceWorld(site);
  await site.database.owner.db.update(area).set({ ownInhabitants: 60 }).where(eq(area.slug, 'ginds'));
});

const read = async (path: string, cookie = world.cookies.controller) =>
  textOf(await site.get(path, { cookie }));
const send = (path: string, body: Record<string, string> | [string, string][] | FormData) =>
  fetch(site.origin + path, {
    ...{ method: 'POST', redirect: 'manual' },
    headers: { Origin: site.origin, cookie: world.cookies.controller },
    body: body instanceof FormData ? body : new URLSearchParams(body),
  });

const form = (own: Record<string, string> = {}) => ({
  ...{ name: `Bron ${randomUUID()}`, kolom: 'fonds', funder: 'Provincie', year: '2026' },
  ...{ totalCents: '4000', by: 'inhabitants', footCents: '0', rollover: 'lapses', ...own },
});
const csv = 'wijk;gewicht\nHier;1\nDaar;2,5\nGinds;0';
const from = 'CBS, lage inkomens, 2024';

/** The page after the first form, with what it carries. */
async function stepOf(own: Record<string, string>): Promise<string> {
  const answer = await send('/gemeente/bronnen', form(own));
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}

/** Agrees to a division that was previewed; answers the name of the source. */
async function book(preview: string): Promise<string> {
  const carried = Object.fromEntries(new URLSearchParams(preview.split('?')[1]));
  const answer = await send('/gemeente/bronnen/verdelen', { ...carried, key: randomUUID() });
  expect(answer.status).toBe(303);
  return carried.name ?? '';
}

const codeOf = (name: string) => `${name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '-')}-2026`;

const withFile = (text: string) => {
  const body = new FormData();
  body.set('file', new File([text], 'gewichten.csv', { type: 'text/csv' }));
  body.set('key', randomUUID());
  return body;
};

describe('a division by weights', () => {
  const start = () => stepOf({ by: 'weights', weightsFrom: from });

  test.each([
    ['pasted', () => ({ lines: csv })],
    ['in a file', () => withFile(csv)],
  ])('%s is previewed, booked and public', async (_how, body) => {
    const step = await start();
    expect(step).toMatch(/^\/gemeente\/bronnen\/verdelen\/gewichten\?/);
    expect(await read(step)).toContain(`De gewichten komen van: ${from}.`);
    const answer = await send(step, body());
    expect(answer.status).toBe(303);
    const preview = answer.headers.get('location') ?? '';
    const page = await read(preview);
    expect(page).toContain(`Daar 2,5 ${full(285_714n)} € 0,95`);
    expect(page).toContain(`Ginds 0 ${full(0n)} Minder dan 100 bewoners`);
    expect(page).toContain(`Samen 3,5 ${full(400_000n)} € 0,99`);
    expect(page).toContain('In 2025 was er geen bron met deze naam.');
    const name = await book(preview);
    const shown = await read(`/geld/bronnen/${codeOf(name)}`, '');
    expect(shown).toContain(`Verdeelsleutel Naar gewichten uit een bestand Gewichten van ${from}`);
    expect(shown).toContain(`Daar 2,5 ${full(285_714n)} Ginds 0 ${full(0n)} Hier 1 ${full(114_286n)}`);
    const file = await site.get(`/geld/bronnen/${codeOf(name)}/verdeling.csv`);
    expect(file.status).toBe(200);
    expect(await file.text()).toContain(
      `;2026-06-01;Naar gewichten uit een bestand;${from};4000,00;0,00;daar;Daar;2,5;2857,14\r\n`,
    );
    const desk = await (
      await site.get(`/gemeente/bronnen/${codeOf(name)}`, { cookie: world.cookies.controller })
    ).text();
    expect(desk).toContain(`href="/geld/bronnen/${codeOf(name)}"`);
  });

  test('says every line that is wrong, at the way it came', async () => {
    const wrong = 'wijk;gewicht\nHier;-1\nElders;1\nDaar;1\nDaar;2';
    const lines = [
      'Regel 2: "-1" is geen gewicht. Schrijf bijvoorbeeld 1250 of 12,5.',
      'Regel 3: De wijk "Elders" kennen we niet.',
      'Regel 5: De wijk Daar staat er twee keer in.',
    ];
    for (const [body, field] of [
      [{ lines: wrong }, 'lines'],
      [withFile(wrong), 'file'],
    ] as const) {
      const answer = await send(await start(), body);
      const page = (await answer.text()).replaceAll('&quot;', '"');
      expect(answer.status).toBe(400);
      for (const line of lines) expect(page).toMatch(new RegExp(`href="#${field}">[^<]*${line}`));
    }
  });

  test.each([
    ['wijk;gewicht\nHier;1', 'Deze wijken ontbreken: Daar, Ginds.'],
    ['wijk;gewicht\nHier;0\nDaar;0\nGinds;0', 'Alle gewichten zijn 0.'],
  ])('%j is refused', async (lines, said) => {
    const answer = await send(await start(), { lines });
    const page = await textOf(answer);
    expect([answer.status, page.includes(said)]).toEqual([400, true]);
  });

  test('needs to say whose weights they are', async () => {
    const answer = await send('/gemeente/bronnen', form({ by: 'weights' }));
    expect([answer.status, (await answer.text()).includes('href="#weightsFrom"')]).toEqual([400, true]);
  });

  test('is read from text alone, and from a file that is not too large', async () => {
    for (const [content, said] of [
      ['%PDF-1.4', 'Dit is'],
      [`wijk;gewicht\n${'Hier;1\n'.repeat(150_000)}`, '1 MB'],
      ['', 'Bestand met gewichten'],
    ] as const) {
      const answer = await send(await start(), withFile(content));
      const page = await answer.text();
      expect([answer.status, page.includes('href="#file"'), page.includes(said)]).toEqual([400, true, true]);
    }
  });
});

describe('a division by hand', () => {
  const start = () => stepOf({ by: 'amounts' });
  const amounts = (...list: string[]): [string, string][] =>
    list.flatMap((typed, index) => [
      ['wijk', ['daar', 'ginds', 'hier'][index] ?? ''],
      ['cents', typed],
    ]);

  test('asks an amount for every wijk, and takes an empty one as nothing', async () => {
    const step = await start();
    expect(step).toMatch(/^\/gemeente\/bronnen\/verdelen\/bedragen\?/);
    const answer = await send(step, amounts('3.000', '', '1000'));
    expect(answer.status).toBe(303);
    const preview = answer.headers.get('location') ?? '';
    expect(await read(preview)).toContain(`Daar ${full(300_000n)} € 1,00`);
    const page = await (await site.get(preview, { cookie: world.cookies.controller })).text();
    const [, back = ''] = /href="(\/gemeente\/bronnen\/verdelen\/bedragen\?[^"]*)"/.exec(page) ?? [];
    const again = await (
      await site.get(back.replaceAll('&amp;', '&'), { cookie: world.cookies.controller })
    ).text();
    expect(again).toContain('value="3000,00"');
    const name = await book(preview);
    const shown = await read(`/geld/bronnen/${codeOf(name)}`, '');
    expect(shown).toContain('Met de hand: een bedrag per wijk');
    expect(shown).toContain(`Daar ${full(300_000n)} Ginds ${full(0n)} Hier ${full(100_000n)}`);
  });

  test('must be exact, and says how much it is', async () => {
    const answer = await send(await start(), amounts('3000', '1', '1000'));
    const page = (await textOf(answer)).replaceAll('\u00a0', ' ');
    expect([answer.status, page.includes('Samen is het € 4.001. Er is € 4.000 te verdelen.')]).toEqual([
      400,
      true,
    ]);
  });

  test('names the wijk with an amount that is none, and keeps what was typed', async () => {
    const answer = await send(await start(), amounts('3000', 'veel', '1000'));
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toMatch(/href="#cents\[1\]">Bij ‘Ginds’: Vul een bedrag in/);
    expect(page).toContain('value="veel"');
  });
});

describe('a division by inhabitants', () => {
  test('stands beside the year before, and tells its foot', async () => {
    const name = `Ieder jaar ${randomUUID()}`;
    await book(await stepOf({ name, year: '2025', totalCents: '3000' }));
    const preview = await stepOf({ name, footCents: '100' });
    const page = await read(preview);
    expect(page).toContain('Per bewoner In 2025 Verschil');
    expect(page).toContain(
      `Hier ${[10_000n, 91_133n, 101_133n, 101n, 73_892n, 27_241n].map(full).join(' ')}`,
    );
    const shown = await read(`/geld/bronnen/${codeOf(await book(preview))}`, '');
    expect(shown).toContain('Vaste voet per wijk € 100');
    expect(shown).toContain('Daar 3.000');
  });
});

test('a page about a key begins anew for whoever comes without what it is about', async () => {
  for (const page of ['bedragen', 'gewichten']) {
    for (const query of ['', `?${new URLSearchParams(form()).toString()}`]) {
      const answer = await site.get(`/gemeente/bronnen/verdelen/${page}${query}`, {
        cookie: world.cookies.controller,
      });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/gemeente/bronnen']);
    }
  }
  const carried = new URLSearchParams(form({ by: 'amounts' })).toString();
  const early = await site.get(`/gemeente/bronnen/verdelen?${carried}`, { cookie: world.cookies.controller });
  expect([early.status, early.headers.get('location')?.split('?')[0]]).toEqual([
    303,
    '/gemeente/bronnen/verdelen/bedragen',
  ]);
});

test('where few people live words stand for an amount per head, and in a file nothing', async () => {
  await book(await stepOf({ name: `Per hoofd ${randomUUID()}` }));
  const few = 'Minder dan 100 bewoners';
  expect(await read('/wijken/ginds', '')).toContain(`Budget per bewoner : ${few}`);
  expect(await read('/gemeente')).toMatch(new RegExp(`Ginds (€\\s[\\d.,]+ ){5}${few}`));
  expect(await read('/geld', '')).toMatch(new RegExp(`Ginds (€\\s[\\d.,]+ ){6}${few}`));
  const file = await site.get('/gemeente/uitgaven.csv', { cookie: world.cookies.controller });
  expect(await file.text()).toMatch(/;Ginds;60;[\d,;]+;\r\n/);
});
