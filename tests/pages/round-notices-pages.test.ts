import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { roundByNumber, rulesCounted } from '#db/reads/voting/round';
import { importWijken } from '~/usecases/area/import-wijken.server';
import { importRound } from '~/usecases/voting/import-round.server';
import { withdrawRound } from '~/usecases/voting/withdraw-round.server';
import { encode, makeArea, operator, voteFile } from '../support/rounds';
import { useSite } from '../support/site';

const site = useSite();
const areaCode = 'WK990101';
const by = () => operator(site.database.app.db);

async function read(path: string): Promise<string> {
  const answer = await site.get(path);
  expect(answer.status, path).toBe(200);
  const page = (await answer.text()).replaceAll(/<script[\s\S]*?<\/script>|<!-- -->/g, '');
  return page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}

async function importAndCount(text: string): Promise<number> {
  const { db } = site.database.app;
  const { number } = await importRound(by(), encode(text), { areaCode, acceptNotices: true });
  const { round } = (await roundByNumber(db, number)) ?? expect.fail();
  await vi.waitFor(async () => expect(await rulesCounted(db, round.id)).toHaveLength(6), 20_000);
  return number;
}

const plain = (name: string) => new TextDecoder().decode(voteFile({ name }));

beforeAll(() => makeArea(site.database.owner.db, areaCode));

describe('the page of a round', () => {
  test('says what was odd in its file, beside the outcome', async () => {
    const text = plain('Vreemd bestand')
      .replace('approval', 'choose-1\nnum_votes;1999')
      .replace('a,b;18', 'a,b,a;18')
      .replace('15.03.2025', 'half maart 2025');
    const page = await read(`/stemrondes/${await importAndCount(text)}/uitslag`);
    expect(page).toContain('Wat ons opviel in het bestand');
    expect(page).toContain('Het bestand zegt: er zijn 1.999 stemmen. Er staan 4 stemmen in.');
    expect(page).toContain('Op 2 stembiljetten staan meer plannen dan mocht (hoogstens 1).');
    expect(page).toContain('Op 1 stembiljet staat een plan meer dan één keer.');
    expect(page).toContain('De datum achter date_end begrijpen we niet: half maart 2025.');
    expect(page).toContain('Eén plan per stemmer');
    expect(page).not.toContain('kiezer-');
  });

  test('says nothing of a file in which nothing was odd', async () => {
    const page = await read(`/stemrondes/${await importAndCount(plain('Gewoon bestand'))}/uitslag`);
    expect(page).not.toContain('Wat ons opviel');
  });
});

describe('a round that was withdrawn', () => {
  const reason = 'Dit was het bestand van <b>vorig</b> jaar.';

  test('leaves the list; its address tells when and why, and of it nothing else is left', async () => {
    const number = await importAndCount(plain('Verkeerd gekozen'));
    expect(await read('/stemrondes')).toContain('Verkeerd gekozen');
    await withdrawRound(by(), { number, reason });
    expect(await read('/stemrondes')).not.toContain('Verkeerd gekozen');
    const own = `/stemrondes/${number}/uitslag`;
    const page = await read(own);
    expect(page).toContain('Deze ronde is ingetrokken');
    expect(page).toContain('Ingetrokken op ma 1 juni 2026');
    expect(page).toContain('Waarom: Dit was het bestand van &lt;b&gt;vorig&lt;/b&gt; jaar.');
    expect(page).toContain('De uitslag geldt niet meer.');
    expect(page).not.toMatch(/plannen zijn gekozen|Wijkkas telde|Alle plannen|Narekenen|opnieuw ingelezen/);
    for (const part of ['', '/plannen/1', '/stembiljet?nummer=1', '/stemmen.pb', '/uitslag.json']) {
      const answer = await site.get(`/stemrondes/${number}${part}`);
      expect([part, answer.status, answer.headers.get('location')]).toEqual([part, 302, own]);
    }
    const again = await importAndCount(plain('Verkeerd gekozen'));
    expect(await (await site.get(own)).text()).toContain(`href="/stemrondes/${again}/uitslag"`);
    expect(await read('/stemrondes')).toContain('Verkeerd gekozen');
  });
});

test('the page of the wijken says of which nobody knows how many people live there', async () => {
  const small = readFileSync('tests/fixtures/wijken-small.geojson', 'utf8');
  await importWijken(by(), small, { year: 2024 });
  expect(await read('/wijken')).toMatch(/Van 1 wijk weten we niet hoeveel mensen er wonen: [^.]+\./);
  await importWijken(
    by(),
    small.replace(/"aantal_inwoners": -\d+|"aantal_inwoners": null/, '"aantal_inwoners": 12'),
    { year: 2024 },
  );
  expect(await read('/wijken')).not.toContain('hoeveel mensen er wonen');
});
