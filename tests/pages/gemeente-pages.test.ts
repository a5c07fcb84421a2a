import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { settingsInForce } from '#db/reads/site/settings';
import { roleTerm } from '#db/schema';
import { changeSettings } from '../support/settings';
import { useSite } from '../support/site';

const it = useSite({ demo: true });
const path = '/beheer/gemeente';
const english = 'taal=ImVuIg%3D%3D';
let admin = '';
let payer = '';

const holder = async (role: 'admin' | 'controller') => {
  const db = it.database.owner.db;
  const [found] = await db.select({ id: roleTerm.personId }).from(roleTerm).where(eq(roleTerm.role, role));
  return it.signInAs(found?.id ?? '', 'strong');
};
const plain = (html: string) => html.replaceAll('<!-- -->', '').replaceAll('&#x27;', "'");
const seen = async (address: string, cookie = admin) =>
  plain(await (await it.get(address, { cookie })).text());
const held = async () => {
  const found = await settingsInForce(it.database.app.db);
  if (!found) throw new Error('no settings');
  return found;
};
const typed = async (change: Record<string, string> = {}) => ({
  ...{ seen: String((await held()).version), name: 'Vierstromen', email: 'vragen@vierstromen.example' },
  ...{ phone: '14 0999', address: 'Waterplein 1\r\n0999 VS Vierstromen', reach: 'Bel op werkdagen.' },
  ...{ iban: 'NL71 VIER 0123 4567 89', bankName: 'Gemeente Vierstromen', english: 'yes', ...change },
});
const save = async (change?: Record<string, string>) =>
  it.post(path, { cookie: admin, body: await typed(change) });

beforeAll(async () => {
  admin = await holder('admin');
  payer = await holder('controller');
});

describe('what a gemeente tells of itself', () => {
  test('holds on every page from the moment that it is saved', async () => {
    const saved = await save({ name: 'Waterstad' });
    expect(saved.headers.get('location')).toBe(`${path}?gedaan`);
    expect(await seen(`${path}?gedaan`)).toContain('Bewaard. Dit geldt vanaf nu.');
    for (const cookie of ['', admin]) {
      const page = await seen('/over', cookie);
      expect(page).toContain('<span class="wk-wordmark__place"> Waterstad</span>');
      expect(page).toContain('mailto:vragen@vierstromen.example');
      expect(page).toContain('Waterplein 1\n0999 VS Vierstromen');
    }
    const privacy = await seen('/privacy', '');
    expect(privacy).toContain('vragen@vierstromen.example');
    expect(privacy).toContain('bewaart de gemeente Waterstad.');
    expect(await seen('/toegankelijkheid', '')).toContain(
      'Dat heeft de gemeente Waterstad voor deze site nog niet',
    );
    expect(await seen('/beheer/inrichten')).toContain('Gemeente: Waterstad.');
  });

  test('stands with who changed what, the newest first', async () => {
    const page = await seen(path);
    expect(page).toMatch(/Naam: Waterstad[\s\S]*Daan Kolk[\s\S]*De instellingen van het programma/);
    expect(await seen('/beheer/spoor')).toContain('wijzigde de gegevens van de gemeente');
  });

  test('is refused at its field, and what was typed stays', async () => {
    const before = await held();
    const refused = await save({ iban: 'NL71 VIER 0123 4567 88', bankName: 'Blijft staan', email: 'geen' });
    expect(refused.status).toBe(400);
    const page = plain(await refused.text());
    expect(page).toContain('Blijft staan');
    expect(page).toContain('Vul een e-mailadres in');
    expect(plain(await (await save({ bankName: '' })).text())).toContain('‘Op naam van’ is nog leeg.');
    expect(await held()).toEqual(before);
  });

  test('tells who was passed that somebody else saved too', async () => {
    const seenBefore = String((await held()).version);
    await changeSettings(it.database, { phone: '14 0111' });
    const saved = await save({ seen: seenBefore });
    expect(saved.headers.get('location')).toBe(`${path}?gedaan=ook`);
    const page = await seen(`${path}?gedaan=ook`);
    expect(page).toContain('Terwijl je dit invulde, bewaarde iemand anders ook iets.');
    expect(page).toContain('Telefoonnummer: 14 0111');
    expect((await held()).phone).toBe('14 0999');
  });

  test('is for administrators alone', async () => {
    for (const address of [path, `${path}/kleuren`, `${path}/logo`, `${path}/logo/weghalen`])
      expect((await it.get(address, { cookie: payer })).status).toBe(403);
  });
});

describe('English', () => {
  test('is there while the gemeente offers it', async () => {
    expect(await seen('/over', english)).toContain('lang="en"');
    expect(await seen('/over', '')).toContain('>English</button>');
    await save({ english: 'no' });
    const page = await seen('/over', english);
    expect(page).toContain('<html lang="nl"');
    expect(page).not.toContain('English</button>');
    await save();
    expect(await seen('/over', english)).toContain('lang="en"');
  });
});

describe('colours', () => {
  const colours = `${path}/kleuren`;
  const send = (wish: string, change: Record<string, string> = {}) =>
    it.post(colours, {
      cookie: admin,
      body: { base: 'vierstromen', action: '', header: '', footer: '', wish, ...change },
    });
  const sheetIn = (page: string) => /href="(\/stijl\/[^"]+)"/.exec(page)?.[1] ?? '';

  test('are looked at before they are saved: a part of the page has them, the page has not', async () => {
    const asked = await send('look', { action: '7A1F3D', footer: '#fc0' });
    const to = asked.headers.get('location') ?? '';
    expect(to).toBe(`${colours}?bekijk=vierstromen-7a1f3d-0-ffcc00#voorbeeld`);
    const page = await seen(to.replace('#voorbeeld', ''));
    expect(page).toContain('Er is nog niets bewaard.');
    expect(page).toContain('value="#7a1f3d"');
    expect(page).toMatch(
      /<div class="wk-sample" data-theme="vierstromen" data-colours="vierstromen-7a1f3d-0-ffcc00">/,
    );
    expect(/<html[^>]*>/.exec(page)?.[0]).not.toContain('data-colours');
    const sheet = await it.get(sheetIn(page));
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(sheet.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(sheet.headers.get('vary')).not.toContain('Cookie');
    expect(await sheet.text()).toContain('--wijkkas-color-action: #7a1f3d;');
    expect((await held()).theme.action).toBeNull();
  });

  test('that cannot be read are refused at their field with their contrast, looked at or used', async () => {
    for (const wish of ['look', 'use']) {
      const refused = await send(wish, { action: '#ffd400' });
      expect(refused.status).toBe(400);
      const page = plain(await refused.text());
      expect(page).toContain('Bij ‘Kleur van links en knoppen’: Deze kleur kan niet');
      expect(page).toContain('Het contrast is 1,2 en moet minstens 4,5 zijn.');
      expect(page).toContain('value="#ffd400"');
    }
    expect(plain(await (await send('use', { header: 'rood' })).text())).toContain(
      'Vul een kleur in als zes tekens',
    );
  });

  test('are on every page once they are used, and gone when they are taken away', async () => {
    await seen('/over', '');
    expect((await send('use', { header: '#7a1f3d' })).headers.get('location')).toBe(`${colours}?gedaan`);
    for (const cookie of ['', admin]) {
      const page = await seen('/over', cookie);
      expect(page).toContain('data-theme="vierstromen" data-colours="vierstromen-0-7a1f3d-0"');
      expect((await it.get(sheetIn(page), { cookie })).headers.get('cache-control')).toContain('immutable');
    }
    await send('use', { base: 'noorderzijl' });
    expect(await seen('/over', '')).toMatch(/<html[^>]*data-theme="noorderzijl">/);
    await send('use');
  });

  test.each([
    'vierstromen-7a1f3d-0-0.css',
    'vierstromen-7a1f3d-0-0.000000000000.css',
    'vierstromen-ffd400-0-0.css',
    "vierstromen-0-0-0'] {}",
    'geen',
  ])('%s is no sheet', async (name) => {
    expect((await it.get(`/stijl/${encodeURIComponent(name)}`)).status).toBe(404);
  });

  test.each(['vierstromen-ffd400-0-0', 'geen', '%00'])(
    'an address with %s shows the colours of now',
    async (word) => {
      const page = await seen(`${colours}?bekijk=${word}`);
      expect(page).toContain('Zo ziet de site er nu uit.');
    },
  );
});

describe('a logo', () => {
  const logo = `${path}/logo`;
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><path d="M0 0h9v9z"/></svg>';
  const handIn = (content: string) => {
    const body = new FormData();
    body.set('file', new File([content], 'logo.svg'));
    const headers = { cookie: admin, Origin: it.origin };
    return fetch(it.origin + logo, { method: 'POST', redirect: 'manual', headers, body });
  };
  const srcIn = (page: string) => /<img class="wk-logo" src="([^"]+)"/.exec(page)?.[1] ?? '';

  test('stands on every page in place of our sign, as an image that can do nothing', async () => {
    expect((await handIn(drawing)).headers.get('location')).toBe(`${logo}?gedaan=saved`);
    const src = srcIn(await seen('/over', ''));
    expect(src).toMatch(/^\/logo\/[\da-f]{64}\.svg$/);
    const image = await it.get(src, { cookie: admin });
    expect(image.headers.get('content-type')).toBe('image/svg+xml');
    expect(image.headers.get('x-content-type-options')).toBe('nosniff');
    expect(image.headers.get('content-security-policy')).toContain("default-src 'none'; sandbox");
    expect(image.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await image.text()).toBe(drawing.replace('<script>alert(1)</script>', ''));
    expect((await it.get(src.replace('.svg', '.png'))).status).toBe(404);
    expect((await it.get('/logo/geen.svg')).status).toBe(404);
  });

  test.each([
    ['Dit bestand is geen logo dat we kunnen tonen.', 'Gemeente Ergens'],
    ['Dit logo is te groot.', 'x'.repeat(204_801)],
    ['is nog leeg.', ''],
  ])('is refused: %s', async (words, content) => {
    const refused = await handIn(content);
    expect(refused.status).toBe(400);
    expect(plain(await refused.text())).toContain(words);
  });

  test('that is far too large is not read at all', async () => {
    const refused = await handIn('x'.repeat(300_000));
    expect(refused.status).toBe(413);
    expect(await refused.text()).toContain('Het mag hoogstens 200 kB zijn.');
  });

  test('can be taken away', async () => {
    const removed = await it.post(`${logo}/weghalen`, { cookie: admin });
    expect(removed.headers.get('location')).toBe(`${logo}?gedaan=removed`);
    expect(srcIn(await seen('/over', ''))).toBe('');
    expect(await seen(`${logo}?gedaan=removed`)).toContain('Het logo is weg.');
  });
});

describe('the account of the gemeente', () => {
  const statements = '/gemeente/afschriften';

  test('that nobody filled in is said where it is needed, and no statement is read without it', async () => {
    await save({ iban: '', bankName: '' });
    const page = await seen(statements, payer);
    expect(page).toContain('We weten nog niet wat de rekening van de gemeente is.');
    expect(page).not.toContain('type="file"');
    const body = new FormData();
    body.set('file', new File(['<Document/>'], 'a.xml'));
    const headers = { cookie: payer, Origin: it.origin };
    const refused = await fetch(it.origin + statements, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body,
    });
    expect(refused.status).toBe(409);
    expect(await seen('/beheer/inrichten')).toContain('Er wacht nog 1 stap.');
    await save();
    expect(await seen(statements, payer)).toContain('type="file"');
  });
});
