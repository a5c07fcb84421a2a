import { violationsOn } from './axe';
import { crawl, inspectWidths } from './crawl';
import { expect, test } from './fixtures';

test.describe.configure({ timeout: 480_000 });

/** The desk of each role must be among the pages seen: a crawl that finds nothing proves nothing. */
const visitors = [
  {
    who: 'a visitor',
    name: null,
    // Granted first: only they have a page about their money, and of each kind of page two are seen.
    start: ['/initiatieven?stand=granted', '/', '/aanmelden', '/aanmelden/raad'],
    must: [
      '/',
      '/wijken',
      '/wijken/:slug',
      '/wijken/:slug/boekingen',
      '/initiatieven',
      '/initiatieven/:n',
      '/besluiten',
      '/besluiten/:id',
      '/raden',
      '/raden/:slug',
      '/geld',
      '/geld/boekingen',
      '/uitleg/geld',
      '/uitleg/gelijke-delen',
      '/stemrondes',
      '/stemrondes/:n/uitslag',
      '/stemrondes/:n/plannen/:n',
      '/stemrondes/:n/stembiljet',
      '/initiatieven/:n/geld',
      '/over',
      '/toegankelijkheid',
      '/privacy',
      '/aanmelden',
      '/demonstratie',
    ],
  },
  {
    who: 'a resident',
    name: 'Samira Bouali',
    start: ['/mijn', '/initiatieven/nieuw', '/'],
    must: ['/mijn', '/initiatieven/nieuw', '/initiatieven/:n/bewerken/idee'],
  },
  {
    who: 'the chair of a council',
    name: 'Annelies Brouwer',
    start: ['/mijn', '/raad'],
    must: ['/raad/:slug', '/raad/:slug/vergaderingen/:id'],
  },
  {
    who: 'the controller',
    name: 'Wietske Hoekstra',
    start: ['/mijn', '/gemeente'],
    must: [
      '/gemeente',
      '/wijken/:slug/boekingen',
      '/gemeente/bronnen',
      '/gemeente/toekenningen',
      '/gemeente/toekenningen/:n',
      '/gemeente/betalingen',
      '/gemeente/betalingen/:n',
      '/gemeente/afschriften',
      '/gemeente/afschriften/:id',
      '/gemeente/bank',
      '/gemeente/apart-gezet',
      '/gemeente/apart-gezet/:id',
      '/gemeente/jaareinde',
    ],
  },
  {
    who: 'a payer',
    name: 'Patrick Lammers',
    start: ['/gemeente/betalingen'],
    must: ['/gemeente/betalingen', '/gemeente/betalingen/:n', '/gemeente/toekenningen/:n/rekeningnummer'],
  },
  {
    who: 'an administrator',
    name: 'Daan Kolk',
    start: ['/beheer'],
    must: ['/beheer', '/beheer/reacties'],
  },
] as const;

for (const { who, name, start, must } of visitors) {
  test(`every page that ${who} can reach is whole, quiet and clean for axe`, async ({ page, enterAs }) => {
    if (name) await enterAs(name);
    const seen = await crawl(page, start);
    expect(seen).toEqual(expect.arrayContaining([...must]));
  });
}

test('a page that is not there, and a form with a fault, are whole too', async ({ page }) => {
  const answer = await page.goto('/bestaat-niet');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pagina bestaat niet');
  await inspectWidths(page, '/bestaat-niet');
  await page.goto('/aanmelden');
  await page.getByLabel('E-mailadres').fill('geen adres');
  await page.getByRole('button', { name: 'Stuur mij een code' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Vul een e-mailadres in');
  await expect(page.getByLabel('E-mailadres')).toHaveValue('geen adres');
  await inspectWidths(page, '/aanmelden with a fault');
});

test('a fault is seen where everything was clean a moment ago, and as long as it is there', async ({
  page,
}) => {
  const known = new Set<string>();
  await page.goto('/over');
  expect(await violationsOn(page, known)).toEqual([]);
  expect(known.size).toBeGreaterThan(3);
  expect(await violationsOn(page, known)).toEqual([]);
  await page.evaluate(() => document.querySelector('h1')?.style.setProperty('color', '#ddd'));
  const pale = [expect.stringMatching(/^color-contrast: <h1/)];
  expect(await violationsOn(page, known)).toEqual(pale);
  expect(await violationsOn(page, known)).toEqual(pale);
  await page.evaluate(() => document.querySelector('h1')?.removeAttribute('style'));
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  expect(await violationsOn(page, known)).toEqual([expect.stringMatching(/^button-name: <button/)]);
  // Each piece alone was clean, the page of them is not.
  await page.evaluate(() => document.querySelector('main > button')?.remove());
  await page.evaluate(() =>
    document.body.append(document.querySelector('body > footer')?.cloneNode(true) ?? ''),
  );
  expect((await violationsOn(page, known)).join()).toContain('landmark-no-duplicate-contentinfo');
});
