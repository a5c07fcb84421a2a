import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { membership, person } from '#db/schema';
import { type Council, makeCouncil, now, today } from '../support/council-world';
import { makePerson } from '../support/person';
import { useSite } from '../support/site';

const it = useSite();
const owner = () => it.database.owner.db;
const path = '/mijn/foto';
let council: Council;
let cookie = '';
let photo: Buffer;

const picture = (width = 600, height = 400) =>
  sharp({ create: { width, height, channels: 3, background: '#3b6b2f' } })
    .jpeg()
    .toBuffer();
const handIn = (content: Buffer | string, name: string, as = cookie) => {
  const body = new FormData();
  body.set('file', new File([new Uint8Array(Buffer.from(content))], name, { type: 'image/jpeg' }));
  const headers = { cookie: as, Origin: it.origin };
  return fetch(it.origin + path, { method: 'POST', redirect: 'manual', headers, body });
};
const seen = async (address: string, as = cookie) => (await it.get(address, { cookie: as })).text();
const councilPage = async () => (await it.get(`/raden/${council.slug}`)).text();
const srcIn = (page: string) => /<img [^>]*src="(\/foto\/[^"]+)"/.exec(page)?.[1] ?? '';
const personIdOf = (index: number) => council.members[index]?.personId ?? '';

beforeAll(async () => {
  it.setNow(now);
  council = await makeCouncil(it.database, { seats: 3 });
  await owner()
    .update(person)
    .set({ name: 'Joost de Wit' })
    .where(eq(person.id, personIdOf(1)));
  cookie = await it.signInAs(personIdOf(1), 'code');
  photo = await picture();
});

describe('a member of a council', () => {
  test('is led to a page that says who can see it, and can do without', async () => {
    expect(await seen('/mijn')).toContain(`href="${path}"`);
    expect(await seen('/mijn/naam')).toContain(`href="${path}"`);
    const page = await seen(path);
    expect(page).toContain(
      'Op de pagina van de raad kan iedereen deze foto zien. Je kunt hem altijd weghalen.',
    );
    expect(page).toContain('Er staat nu geen foto van je op de site.');
    expect(page).toMatch(/<input[^>]*type="file"[^>]*accept="\.jpg,\.jpeg,\.png,image\/jpeg,image\/png"/);
    expect(page).not.toContain('weghalen"');
  });

  test.each(['PORTRET.JPG', `Élodie Çelik-ñandú ${'foto '.repeat(60)}.jpeg`, 'geen uitgang'])(
    'shows it beside the name, whatever the file is called: %s',
    async (name) => {
      const answer = await handIn(photo, name);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}?gedaan=saved`]);
      expect(await seen(`${path}?gedaan=saved`)).toContain('Je foto staat op de site.');
      const page = await councilPage();
      expect(page).toMatch(/<img class="wk-face__circle" src="\/foto\/[\da-f]{64}\.jpg" alt=""/);
      expect(page).toMatch(/aria-hidden="true">B\d?</);
      expect(page.match(/\/foto\//g)).toHaveLength(1);
    },
  );

  test('that everybody gets it from an address of its content, and asks again each time', async () => {
    const src = srcIn(await councilPage());
    for (const as of ['', cookie]) {
      const image = await it.get(src, { cookie: as });
      expect(image.headers.get('content-type')).toBe('image/jpeg');
      expect(image.headers.get('x-content-type-options')).toBe('nosniff');
      expect(image.headers.get('cache-control')).toBe('private, no-cache');
      const etag = image.headers.get('etag') ?? '';
      const bytes = Buffer.from(await image.arrayBuffer());
      expect((await sharp(bytes).metadata()).width).toBe(320);
      const again = await it.get(src, { cookie: as, headers: { 'If-None-Match': etag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    for (const none of ['/foto/geen.jpg', src.replace('.jpg', '.png'), `/foto/${'0'.repeat(64)}.jpg`])
      expect((await it.get(none)).status).toBe(404);
  });

  test.each([
    ['Dit bestand is geen foto die we kunnen tonen.', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
    ['is nog leeg.', ''],
  ])('hears why a file is refused: %s', async (words, content) => {
    const refused = await handIn(content, 'foto.jpg');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain(words);
  });

  test('hears that one is too large, unread where it is far too large', async () => {
    const large = Buffer.alloc(12 * 1024 * 1024 + 1);
    const refused = await handIn(large, 'foto.jpg');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('Deze foto is te groot.');
    const unread = await handIn(Buffer.concat([large, Buffer.alloc(40_000)]), 'foto.jpg');
    expect(unread.status).toBe(413);
    expect(await unread.text()).toContain('Het mag hoogstens 12 MB zijn.');
  });

  test('takes it away without a script, and the address is gone at once', async () => {
    const src = srcIn(await councilPage());
    expect(await seen(path)).toContain(`href="${path}/weghalen"`);
    expect(await seen(`${path}/weghalen`)).toContain('<form method="post"');
    const answer = await it.post(`${path}/weghalen`, { cookie });
    expect(answer.headers.get('location')).toBe(`${path}?gedaan=removed`);
    expect(await seen(`${path}?gedaan=removed`)).toContain('Je foto is weg.');
    expect(await councilPage()).not.toContain('/foto/');
    expect((await it.get(src, { headers: { 'If-None-Match': '*' } })).status).toBe(404);
  });
});

describe('who sits in no council', () => {
  test('is offered nothing, and hands in nothing', async () => {
    const { id } = await makePerson(owner());
    const neighbour = await it.signInAs(id, 'code');
    for (const address of ['/mijn', '/mijn/naam'])
      expect(await seen(address, neighbour)).not.toContain(`href="${path}"`);
    expect(await seen(path, neighbour)).not.toContain('type="file"');
    expect((await handIn(photo, 'foto.jpg', neighbour)).status).toBe(403);
    expect((await it.get(path)).status).toBe(303);
  });

  test('any more: their photo is not there for anybody, and they can still take it away', async () => {
    const own = await it.signInAs(personIdOf(2), 'code');
    await handIn(photo, 'foto.jpg', own);
    const src = srcIn(await councilPage());
    expect((await it.get(src)).status).toBe(200);
    const term = eq(membership.personId, personIdOf(2));
    await owner().update(membership).set({ validTo: today }).where(term);
    expect((await it.get(src)).status).toBe(404);
    expect(await councilPage()).not.toContain('/foto/');
    const page = await seen(path, own);
    expect(page).toContain('Je zit nu in geen raad.');
    expect(page).not.toContain('type="file"');
    expect(page).toContain(`href="${path}/weghalen"`);
  });
});
