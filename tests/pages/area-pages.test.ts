import { beforeAll, describe, expect, test } from 'vitest';
import { managedWijken } from '#db/reads/area/manage';
import { administrator } from '../support/administrator';
import { useSite } from '../support/site';
import { areasText, buurtenText, wijkenText } from '../support/wijken-file';

const site = useSite();
const base = '/beheer/gebieden';
const names = ['Centrum', 'Haven'];
let admin: string;

beforeAll(async () => {
  site.setNow(new Date('2026-06-01T10:00:00Z'));
  admin = await site.signInAs((await administrator(site.database)).actor.personId ?? '', 'strong');
});

const textOf = async (answer: Response) => (await answer.text()).replaceAll('<!-- -->', '');
const page = async (path: string) => textOf(await site.get(path, { cookie: admin }));
const post = (path: string, body: Record<string, string>) => site.post(path, { body, cookie: admin });
const idOf = async (name: string) =>
  (await managedWijken(site.database.app.db)).find((wijk) => wijk.name === name)?.id ?? expect.fail(name);

/** Hands in a file as the form does; answers where its preview is. */
async function handIn(content: string): Promise<string> {
  const body = new FormData();
  body.set('year', '2024');
  body.set('file', new File([content], 'gebieden.geojson'));
  const answer = await fetch(`${site.origin}${base}/inlezen`, {
    ...{ method: 'POST', redirect: 'manual', body },
    headers: { cookie: admin, Origin: site.origin },
  });
  return answer.headers.get('location') ?? textOf(answer);
}

/** The answer of the page of a file, once the queue did its work; until then the page comes again by itself. */
async function ended(path: string): Promise<Response> {
  for (;;) {
    const answer = await site.get(path, { cookie: admin });
    if (!(await answer.clone().text()).includes('http-equiv="refresh"')) return answer;
  }
}

/** What the page says of a file once it was looked at. */
const looked = async (content: string) => textOf(await ended(await handIn(content)));

async function read(content: string): Promise<string> {
  const path = await handIn(content);
  const seen = await textOf(await ended(path));
  expect((await post(path, {})).headers.get('location')).toBe(path);
  expect((await ended(path)).headers.get('location')).toBe(`${base}?gedaan`);
  return seen;
}

describe('files with areas', () => {
  test('of wijken and of buurten are told apart, and say what follows', async () => {
    const wijken = await read(wijkenText(names));
    expect(wijken).toContain('2 wijken zijn nieuw.');
    expect(wijken).toContain('Centrum en Haven');
    const seen = await read(buurtenText(1));
    expect(seen).toContain('Dit zijn de buurten van Vierstromen in 2024.');
    expect(seen).toContain('2 buurten zijn nieuw.');
    expect(seen).toContain('Hiermee verandert nog geen wijk.');
  });

  test('of drawn wijken say what they lie over', async () => {
    const seen = await read(
      areasText([{ name: 'Flats', inhabitants: 310, at: { west: 5.012, east: 5.014, north: 52.005 } }]),
    );
    expect(seen).toContain('1 wijk is nieuw.');
    expect(seen).toContain('Flats ligt over een andere wijk heen: Haven (100 %).');
    expect(await page(base)).toContain('getekend');
    const map = await page('/wijken');
    expect(map.indexOf('href="/wijken/flats"'), 'the small one stands on the large one').toBeGreaterThan(
      map.indexOf('href="/wijken/haven"'),
    );
    expect(await page(`${base}/${await idOf('Flats')}`)).toContain('Deze wijk heeft een getekende grens.');
  });

  test('that are wrong are refused with the line', async () => {
    const metres = areasText([{ name: 'Punt', at: { west: 5, east: 5.01 } }])
      .replaceAll(/5\.01|5(?=,)/g, '155000')
      .replaceAll(/52\.01|52(?=\])/g, '463000');
    expect(await looked(metres)).toContain('de grens van Punt is in meters (RD)');
    const far = areasText([{ name: 'Punt', at: { west: 6, east: 6.01 } }]);
    expect(await looked(far)).toContain('Regel 1: Punt ligt niet in deze gemeente.');
    expect(await looked(wijkenText(names, { code: 'GM9902', name: 'Elders' }))).toContain(
      'Dit zijn de wijken van Elders. Deze Wijkkas is van Vierstromen.',
    );
  });
});

describe('splitting a wijk', () => {
  const query = (name: string, ...buurten: string[]) =>
    `?${new URLSearchParams([['name', name], ...buurten.map((code) => ['buurten', code])]).toString()}`;

  test('asks which buurten, and says at its field what is missing', async () => {
    const path = `${base}/${await idOf('Centrum')}/splitsen`;
    expect(await page(path)).toMatch(/Buurt 1\.1[^]*BU99010101, 600 bewoners/);
    const none = await page(path + query('Grachten'));
    expect(none).toMatch(/href="#buurten"[^>]*>[^<]*is nog leeg/);
    const nameless = await page(path + query('', 'BU99010102'));
    expect(nameless).toMatch(/href="#name"/);
    expect(nameless).toMatch(/value="BU99010102"[^>]*checked|checked[^>]*value="BU99010102"/);
  });

  test('says where no buurten are known, and that a drawn wijk cannot', async () => {
    const haven = await page(`${base}/${await idOf('Haven')}/splitsen`);
    expect(haven).toContain('van hetzelfde jaar als de wijk: 2024');
    expect(await page(`${base}/${await idOf('Flats')}/splitsen`)).toContain('een getekende grens');
  });

  test('is looked at, and done by the button under it; a second one that looked is too late', async () => {
    const path = `${base}/${await idOf('Centrum')}/splitsen${query('Grachten', 'BU99010102')}`;
    const seen = await page(path);
    expect(seen).toMatch(/Grachten[^]*400[^]*Centrum[^]*600/);
    expect(seen).toContain('Er zijn nog geen postcodes ingelezen.');
    const body = { name: 'Grachten', buurten: 'BU99010102', was: 'WK990101' };
    for (const [name, value] of Object.entries(body))
      expect(seen).toMatch(new RegExp(`type="hidden" name="${name}" value="${value}"`));
    expect((await post(path, body)).headers.get('location')).toBe(`${base}?gedaan`);
    expect(await page('/wijken')).toMatch(/Centrum[^]*Grachten/);
    const late = await post(path, { ...body, name: 'Kades' });
    expect(late.status).toBe(409);
    expect(await textOf(late)).toContain('Dit kan nu niet meer.');
  });
});

describe('a point', () => {
  test('is told in which wijk it lies, or in none, or what to type', async () => {
    const asked = (typed: string) => page(`${base}/punt?${new URLSearchParams({ punt: typed }).toString()}`);
    expect(await page(`${base}/punt`)).not.toContain('role="status"');
    expect(await asked('52.005, 5.008')).toContain('Dit punt ligt in Grachten.');
    expect(await asked('5.013 52.002')).toContain('Dit punt ligt in Flats.');
    expect(await asked('52,2; 5,9')).toContain('Dit punt ligt in geen enkele wijk.');
    const wrong = await asked('Dam 1');
    expect(wrong).toMatch(/href="#punt"/);
    expect(wrong).toContain('value="Dam 1"');
  });
});
