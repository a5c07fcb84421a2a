import { existsSync, readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { extractText } from 'unpdf';
import { addDays, calendarDateIn } from '~/domain/calendar';
import { wijkenText } from '../support/wijken-file';
import { inspectHere } from './crawl';
import { withPostbox } from './postbox';
import { assertCoherent, serve } from './town';

test.describe.configure({ timeout: 300_000 });
test.use({ actionTimeout: 15_000 });

/** The 33 wijken of Amersfoort as CBS gives them; where that file is not, as many of our own with three of their names. */
function wijkenFile() {
  const path = '../shared/data/cbs-wijken-2024/amersfoort.geojson';
  const text = existsSync(path) ? readFileSync(path, 'utf8') : wijkenText(ownNames, amersfoort);
  return { name: 'wijken.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(text) };
}
const amersfoort = { code: 'GM0307', name: 'Amersfoort' };
const named: Record<number, string> = { 3: 'Soesterkwartier', 5: 'Isselt', 25: 'De Hoef' };
const ownNames = Array.from({ length: 33 }, (_, index) => named[index + 1] ?? `Wijk ${index + 1}`);

const password = 'vier fietsen bij de schuur';
const admin = 'beheer@amersfoort.example';
const controller = 'controle@amersfoort.example';
const resident = 'ans@amersfoort.example';
/** A few addresses as CBS gives them. */
const addresses = [
  'PC6;Huisnummer;Buurt2024;Wijk2024;Gemeente2024',
  '3811AA;1;BU03070101;WK030701;GM0307',
  '3811AA;2;BU03070101;WK030701;GM0307',
  '3812BB;7;BU03070301;WK030703;GM0307',
].join('\n');

/** J6: a gemeente begins by itself. No SQL, no restart, no file edited by hand; pages are counted. */
test('from an empty database to the first initiative', async ({ browser }) => {
  await withPostbox(({ url, newest }) =>
    serve({ env: { DEMO: '0', SMTP_URL: url, CONTACT_EMAIL: 'kas@amersfoort.example' } }, async (site) => {
      const pages = { seen: 0 };
      const visit = async () => {
        const page = await (await browser.newContext({ baseURL: site.origin })).newPage();
        page.on('framenavigated', (frame) => {
          if (frame === page.mainFrame() && frame.url() !== 'about:blank') pages.seen += 1;
        });
        return page;
      };
      const start = Date.now();
      const desk = await visit();
      const [link = ''] = /http:\S+\/beginnen/.exec(site.said()) ?? [];
      await becomeAdministrator(desk, link);
      await readWijken(desk);
      await fillInGemeente(desk);
      await readPostcodes(desk);
      await makeScheme(desk);
      await makeCouncil(desk);
      await inviteController(desk);
      const bank = await visit();
      await acceptInvitation(bank, await newest(controller), site.origin);
      await divideSource(bank);
      const phone = await visit();
      await signIn(phone, newest);
      await askLetter(phone);
      await showHome(phone, await codeOf(desk));
      await submitInitiative(phone);
      await desk.goto('/beheer/inrichten');
      await look(desk);
      assertCoherent(site.databaseUrl);
      const minutes = ((Date.now() - start) / 60_000).toFixed(1);
      const description = `${pages.seen} pages, ${minutes} minutes by script`;
      test.info().annotations.push({ type: 'J6', description });
    }),
  );
});

const look = (page: Page) => inspectHere(page, new URL(page.url()).pathname);
const send = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const title = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

async function becomeAdministrator(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await title(page, 'Word de eerste beheerder');
  await page.getByLabel('Je naam').fill('Fatima Bouzid');
  await page.getByLabel('Je e-mailadres').fill(admin);
  await send(page, 'Word beheerder');
  await choosePassword(page);
}

/** A password and a second factor, as the page asks them. */
async function choosePassword(page: Page): Promise<void> {
  await title(page, 'Kies je wachtwoord');
  const secret = (await page.locator('.wk-secret').innerText()).replaceAll(' ', '');
  await page.getByLabel('Nieuw wachtwoord').fill(password);
  await page.getByLabel('Code uit de app').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await send(page, 'Bewaar en log in');
  await page.waitForURL((url) => !url.pathname.startsWith('/uitnodiging'));
}

/** Amersfoort's 33 wijken; two become one, and one is left out. */
async function readWijken(page: Page): Promise<void> {
  await page.goto('/beheer/inrichten');
  await page.goto('/beheer/gebieden');
  await follow(page, 'Lees wijken of buurten in');
  await page.getByLabel('Bestand met wijken').setInputFiles(wijkenFile());
  await page.getByLabel('Van welk jaar zijn deze grenzen?').fill('2024');
  await send(page, 'Bekijk het bestand');
  await title(page, 'Klopt dit bestand?');
  await expect(page.getByText('33 wijken zijn nieuw.')).toBeVisible();
  await send(page, 'Lees dit bestand in');
  await expect(page.getByText('33 wijken', { exact: true })).toBeVisible();
  await follow(page, 'Isselt');
  await follow(page, 'Voeg deze wijk bij een andere wijk');
  await page.getByLabel('Bij welke wijk').selectOption({ label: 'Soesterkwartier' });
  await send(page, /^Voeg/);
  await expect(page.getByText('32 wijken', { exact: true })).toBeVisible();
  await follow(page, /^De Hoef/);
  await follow(page, 'Laat deze wijk weg');
  await send(page, /^Laat/);
  await expect(page.getByText('31 wijken', { exact: true })).toBeVisible();
  await look(page);
}

/** From which account grants are paid, and how the gemeente is reached. */
async function fillInGemeente(page: Page): Promise<void> {
  await page.goto('/beheer/inrichten');
  await follow(page, 'Naar de gemeente');
  await page.getByLabel(/^Rekeningnummer/).fill('NL91 ABNA 0417 1643 00');
  await page.getByLabel('Op naam van').fill('Gemeente Amersfoort');
  await send(page, 'Bewaar de gegevens');
  await look(page);
}

async function readPostcodes(page: Page): Promise<void> {
  await page.goto('/beheer/postcodes');
  const file = { name: 'pc6hnr.csv', mimeType: 'text/csv', buffer: Buffer.from(addresses) };
  await page.getByLabel(/Bestand van het CBS/).setInputFiles(file);
  await send(page, 'Lees dit bestand in');
  await expect(page.getByRole('heading', { name: 'Adressen per wijk' })).toBeVisible({ timeout: 30_000 });
}

async function makeScheme(page: Page): Promise<void> {
  await page.goto('/beheer/regelingen/nieuw');
  await page.getByText('Kleine bedragen voor straat en buurt').click();
  await send(page, 'Ga verder met dit voorbeeld');
  await page.getByLabel('Naam van de regeling').fill('Regeling bewonersinitiatieven');
  await page.getByLabel('Soesterkwartier').check();
  await send(page, 'Maak de regeling en bekijk de regels');
  await follow(page, /^Pas aan: Tijd/);
  await page.getByLabel(/Hoeveel weken voor het begin/).fill('8');
  await send(page, 'Bewaar en ga terug naar de regels');
  await send(page, 'Leg deze versie vast');
  await expect(page.getByText('Geldt nu').first()).toBeVisible();
  await look(page);
}

/** Five who live there, one of them the chair, and what they may decide. */
async function makeCouncil(page: Page): Promise<void> {
  await page.goto('/beheer/raden/nieuw');
  await page.getByLabel('Gebied', { exact: true }).selectOption({ label: 'Soesterkwartier' });
  await page.getByLabel('Naam van de raad').fill('Buurtraad Soesterkwartier');
  await page.getByLabel('Adres op de site').fill('soesterkwartier');
  await page.getByRole('radio', { name: /^Samen beslissen/ }).check();
  await send(page, 'Stel de raad in');
  await follow(page, 'Voeg zetels toe');
  await page.getByLabel('Hoeveel zetels?').fill('5');
  await send(page, 'Voeg toe');
  for (let seat = 1; seat <= 5; seat += 1) {
    await follow(page, /^Zet hier iemand/);
    await page.getByLabel('E-mailadres').fill(`lid-${seat}@amersfoort.example`);
    await page.getByLabel('Naam').fill(`Lid ${seat}`);
    await page.getByText(seat === 1 ? 'Voorzitter' : 'Lid', { exact: true }).click();
    await page.getByLabel('Hoe in de raad gekomen').selectOption({ index: 1 });
    await page.getByText('Ja, dat heb ik gezien').click();
    await send(page, 'Zet op deze zetel');
    await title(page, 'Buurtraad Soesterkwartier');
  }
  await follow(page, 'Geef een nieuw mandaat');
  await page.getByLabel('Hoogstens per initiatief').fill('1500');
  await page.getByLabel('Hoogstens per aanvrager per jaar').fill('3000');
  await send(page, 'Geef dit mandaat');
  await title(page, 'Buurtraad Soesterkwartier');
  await look(page);
}

async function inviteController(page: Page): Promise<void> {
  await page.goto('/beheer/mensen/uitnodigen?rol=controller');
  await page.getByLabel('Naam').fill('Wim Controle');
  await page.getByLabel('E-mailadres').fill(controller);
  await send(page, 'Verstuur de uitnodiging');
  await expect(page.getByText(controller).first()).toBeVisible();
}

async function acceptInvitation(page: Page, letter: string, origin: string): Promise<void> {
  const [path = ''] = /\/uitnodiging\/[\w.-]+/.exec(letter) ?? [];
  await page.goto(`${origin}${path}`);
  await choosePassword(page);
}

async function divideSource(page: Page): Promise<void> {
  await page.goto('/gemeente/bronnen');
  await page.getByLabel('Naam van de bron').fill('Leefbaarheid');
  await page.getByLabel('Van wie komt het geld?').fill('Gemeente Amersfoort');
  await page.getByLabel('Bedrag voor het hele jaar').fill('310.000');
  await page.getByLabel('Vaste voet per wijk').fill('1.000');
  await page.getByLabel('Soort geld').selectOption({ index: 1 });
  await page.getByText('Het blijft voor het volgende jaar').click();
  await send(page, 'Bekijk de verdeling');
  await title(page, 'Klopt deze verdeling?');
  await look(page);
  await send(page, 'Boek deze verdeling');
  await expect(page.getByRole('cell', { name: /310\.000/ }).first()).toBeVisible();
}

async function signIn(page: Page, newest: (to: string) => Promise<string>): Promise<void> {
  await page.goto('/aanmelden');
  await page.getByLabel('E-mailadres').fill(resident);
  await send(page, 'Stuur mij een code');
  const [, code = ''] = /Je code is ([\d -]{8,9})/.exec(await newest(resident)) ?? [];
  expect(code).not.toBe('');
  await page.getByLabel('Code uit de mail').fill(code);
  await send(page, 'Log in');
  await page.getByLabel('Naam').fill('Ans de Wit');
  await page.getByLabel('In welke wijk woon je?').selectOption({ label: 'Soesterkwartier' });
  await page.getByLabel('Dag').fill('4');
  await page.getByLabel('Maand').fill('5');
  await page.getByLabel('Jaar').fill('1950');
  await send(page, 'Bewaar mijn gegevens');
}

async function askLetter(page: Page): Promise<void> {
  await follow(page, 'Laat zien waar je woont');
  await look(page);
  await follow(page, 'Vraag een brief aan');
  await page.getByLabel('Straat').fill('Soesterweg');
  await page.getByLabel('Postcode').fill('3812 bb');
  await page.getByLabel('Huisnummer').fill('7');
  await page.getByLabel('Plaats').fill('Amersfoort');
  await send(page, 'Stuur mij een brief');
  await expect(page.getByText('De brief is aangevraagd.')).toBeVisible();
}

/** What the administrator prints and posts: the code stands in the PDF, as its reader sees it. */
async function codeOf(page: Page): Promise<string> {
  await page.goto('/beheer/brieven');
  await send(page, 'Maak deze brieven');
  const href = await page.getByRole('link', { name: /PDF/ }).getAttribute('href');
  const pdf = await (await page.request.get(href ?? '')).body();
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  return /[A-Z0-9]{5}-[A-Z0-9]{5}/.exec(text)?.[0] ?? '';
}

async function showHome(page: Page, code: string): Promise<void> {
  await page.goto('/mijn/wijk/code');
  await page.getByLabel('Code uit de brief').fill(code);
  await send(page, 'Laat zien dat ik hier woon');
  await expect(page.getByText('We weten nu dat je in Soesterkwartier woont')).toBeVisible();
}

async function submitInitiative(page: Page): Promise<void> {
  const next = () => send(page, 'Opslaan en verder');
  await page.goto('/initiatieven/nieuw');
  await page.getByLabel('In welke wijk is het?').selectOption({ label: 'Soesterkwartier' });
  await page.getByLabel('Hoe heet je initiatief?').fill('Bankje bij de beek');
  await send(page, 'Begin');
  await page.waitForURL('**/bewerken/idee');
  await page
    .getByLabel('Je initiatief in twee zinnen')
    .fill('Een bankje bij de beek. Dan kun je even zitten.');
  await page.getByText('Ontmoeten', { exact: true }).click();
  await next();
  await page.waitForURL('**/bewerken/verhaal');
  await page.getByLabel('Waarom is dit nodig, en voor wie?').fill('Wie slecht loopt, kan nergens rusten.');
  await page.getByLabel('Waar is het?').fill('De beek');
  await next();
  await page.waitForURL('**/bewerken/wanneer');
  await page.getByLabel('Op welke dag begint het?').fill(addDays(calendarDateIn(new Date()), 60));
  await next();
  await page.waitForURL('**/bewerken/begroting');
  await page.getByLabel('Wat', { exact: true }).first().fill('Bankje');
  await page.getByLabel('Aantal').first().fill('1');
  await page.getByLabel('Prijs per stuk').first().fill('325');
  await next();
  await page.waitForURL('**/bewerken/samen');
  await next();
  await page.waitForURL('**/bewerken/controleren');
  await page
    .getByRole('button', { name: /^(Maak openbaar|Dien in)/ })
    .first()
    .click();
  await page.waitForURL(/\/initiatieven\/\d+$/);
  const submit = page.getByRole('button', { name: 'Dien in bij de raad' });
  if (await submit.isVisible()) await submit.click();
  await expect(page.getByText('Ingediend').first()).toBeVisible();
}
