import { beforeAll, describe, expect, test } from 'vitest';
import { type InitiativeSearch, searchInitiatives } from '#db/reads/initiative/search';
import { readSearch } from '~/routes/initiative/list/view.server';
import { publishInitiative } from '~/usecases/initiative/publish-initiative.server';
import { saveInitiative } from '~/usecases/initiative/save-initiative-step.server';
import { useDatabase } from '../support/database';
import { acting, concept, euros, large, makeWorld } from '../support/initiative-world';

const database = useDatabase();
const db = () => database.app.db;

const plans = [
  ['Een bank bij de vijver', 'Zitten met uitzicht.', 'ontmoeten'],
  ['Nieuwe bankjes langs de dijk', 'Drie plekken om te rusten.', 'groen'],
  ['Moestuin', 'Kinderen kweken groente in een tuintje.', 'groen'],
  ['Buurtfeest', 'Een feestje met muziek en één bank, bij het repaircafé.', 'kunst'],
] as const;

beforeAll(async () => {
  const world = await makeWorld(database);
  const me = await acting(db(), world.applicant);
  for (const [title, summary, theme] of plans) {
    const number = await concept(world, db(), {
      summary,
      theme,
      story: 'Verhaal.',
      ...(theme === 'kunst' ? large : {}),
    });
    await saveInitiative(me, number, { title });
    await publishInitiative(me, number);
  }
  const hidden = await concept(world, db());
  await saveInitiative(me, hidden, { title: 'Geheime bank' });
});

const search = (change: Partial<InitiativeSearch> = {}) =>
  searchInitiatives(db(), { text: '', sort: 'newest', page: 1, ...change });
const titles = async (change: Partial<InitiativeSearch>) =>
  (await search(change)).rows.map(({ title }) => title);
const asked = (query: string) => titles(readSearch(new URLSearchParams(query)));

describe('text', () => {
  test('a diminutive finds the word itself, and the title counts most', async () => {
    const found = await titles({ text: 'bankjes', sort: 'best' });
    expect(found).toHaveLength(3);
    expect(found.at(-1)).toBe('Buurtfeest');
  });

  test.each([
    ['bank', ['Een bank bij de vijver', 'Nieuwe bankjes langs de dijk', 'Buurtfeest']],
    ['banken', ['Een bank bij de vijver', 'Nieuwe bankjes langs de dijk', 'Buurtfeest']],
    ['tuin', ['Moestuin']],
    ['kind', ['Moestuin']],
    ['feesten', ['Buurtfeest']],
    ['moest', ['Moestuin']],
    ['nieuwe bank', ['Nieuwe bankjes langs de dijk']],
    ['"bij de vijver"', ['Een bank bij de vijver']],
    ['bank -vijver', ['Buurtfeest']],
    ['feest', ['Buurtfeest']],
    ['uin', ['Moestuin']],
    ['cafe', ['Buurtfeest']],
    ['café', ['Buurtfeest']],
    ['CAFÉ', ['Buurtfeest']],
    ['repairkafé', ['Buurtfeest']],
    ['buurtfeets', ['Buurtfeest']],
    ['moestiun', ['Moestuin']],
    ['festeen', []],
    ['feest -muziek', []],
    ['zwembad', []],
    ['de', []],
  ])('%s', async (text, expected) => {
    expect((await titles({ text, sort: 'best' })).sort()).toEqual([...expected].sort());
  });

  test('a concept is never found', async () => {
    expect(await titles({ text: 'geheime' })).toEqual([]);
    expect(await search()).toMatchObject({ total: 4 });
  });
});

describe('filters and order', () => {
  test.each([
    ['wijk=hier', 4],
    ['wijk=daar', 0],
    ['thema=groen', 2],
    ['stand=council', 3],
    ['stand=gathering', 1],
    ['stand=granted', 0],
    ['van=900&tot=900', 3],
    ['van=900,01', 1],
    ['tot=1.799,99', 3],
    ['thema=groen&zoek=bank', 1],
  ])('%s', async (query, count) => {
    expect(await asked(query)).toHaveLength(count);
  });

  test('by amount and by age', async () => {
    expect((await asked('volgorde=highest'))[0]).toBe('Buurtfeest');
    expect((await asked('volgorde=lowest')).at(-1)).toBe('Buurtfeest');
    expect((await asked('')).at(-1)).toBe('Een bank bij de vijver');
    expect(await asked('pagina=2'), 'past the end is the last page').toEqual(await asked(''));
    expect((await search({ fromCents: euros(900), page: 1 })).total).toBe(4);
  });
});

describe('odd addresses count as not asked', () => {
  test.each([
    'wijk=%27%20or%201=1--',
    'thema=__proto__',
    'stand=constructor',
    'van=-1',
    'van=1e99&tot=NaN',
    'volgorde=number;drop table initiative',
    'pagina=-1',
    'pagina=1e9',
    'pagina=99999999999999999999',
    'zoek=%00',
    'zoek=%20%20',
    'wijk=hier&wijk=daar',
  ])('%s', async (query) => {
    expect(await asked(query)).toHaveLength(4);
  });

  test.each([
    ['a second statement', 'zoek=%27;select pg_sleep(5);--'],
    ['a call inside the text', 'zoek=%27%20||%20pg_sleep(5)%20||%20%27'],
    ['operators of the text search', 'zoek=%26%26|!():*<->'],
    ['bytes that are no text', 'zoek=%ED%A0%80%FF%FE'],
    ['a very long text', `zoek=${'a%26'.repeat(5000)}`],
    ['an open quote', 'zoek=%22unclosed'],
    ['a call in a wijk', "wijk=x'||pg_sleep(5)||'"],
    ['a call in an amount', 'van=pg_sleep(5)'],
  ])('%s neither fails nor waits', async (_name, query) => {
    const started = performance.now();
    await asked(query);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
