import { type Page } from '@playwright/test';
import { addDays, calendarDateIn } from '~/domain/calendar';
import { parseEuros } from '~/domain/money/cents';
import { inspectHere } from './crawl';
import { expect, test } from './fixtures';

test.describe.configure({ timeout: 120_000 });

// Half of it goes on a phone with scripts, half on a desktop without; money.spec.ts the other way round.
test.use({
  javaScriptEnabled: async ({ browserName: _ }, use, { project }) => use(project.name === 'phone'),
});

/** axe is a script itself: where scripts are off it cannot look. */
let scripted = true;
test.beforeEach(({ javaScriptEnabled }) => {
  scripted = javaScriptEnabled ?? true;
});

/** A day from now on the wall calendar of the town, which after midnight is not yet that of UTC. */
const inDays = (days: number) => addDays(calendarDateIn(new Date()), days);
const council = ['Annelies Brouwer', 'Ruud Hofstede', 'Winston Pengel', 'Esra Kaplan'];

/** J1, short: an idea becomes a grant, and the wijk's money follows. */
test('from idea to grant', async ({ page, enterAs }) => {
  const title = 'Bankjes bij de vijver';
  const before = await leftInParkwijk(page);

  await enterAs('Samira Bouali');
  const initiative = await writeInitiative(page, title);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByText('Zoekt steun').first()).toBeVisible();

  for (const neighbour of ['Sven Drost', 'Annelies Brouwer', 'Winston Pengel']) {
    await enterAs(neighbour);
    await page.goto(initiative);
    await page.getByText('Ik ben voor', { exact: true }).first().click();
    await page.getByRole('button', { name: /Geef je mening/ }).click();
    await expect(page.getByText('Jouw mening is geteld')).toBeVisible();
  }

  await enterAs('Samira Bouali');
  await page.goto(initiative);
  await page.getByRole('button', { name: 'Dien in bij de raad' }).click();
  await expect(page.getByText('Ingediend').first()).toBeVisible();

  await enterAs('Ruud Hofstede');
  const meeting = await planMeeting(page, title);
  await page.getByRole('link', { name: /punt 1/ }).click();
  await arrive(page, /punten\/[0-9a-f-]{36}$/);
  const item = page.url();
  for (const member of council) {
    await enterAs(member);
    await page.goto(item);
    await castVote(page);
  }

  await enterAs('Ruud Hofstede');
  await page.goto(item);
  await page.getByRole('link', { name: 'Stel de uitslag vast' }).click();
  await page.getByLabel('Waarom beslist de raad zo?').fill('De bankjes helpen ouderen om buiten te komen.');
  await page.getByRole('button', { name: 'Stel de uitslag vast' }).click();
  await expect(page.getByText('Toegekend').first()).toBeVisible();
  await page.goto(meeting);
  await page.getByRole('button', { name: 'Sluit de vergadering' }).click();

  await page.goto(initiative);
  await expect(page.getByText('Toegekend').first()).toBeVisible();
  await expect(page.getByText(/€\s600/).first()).toBeVisible();
  expect(await leftInParkwijk(page)).toBe(before - 60_000);
});

/** Waits for a page and inspects it: steps that no link leads to are seen here. */
async function arrive(page: Page, url: RegExp | string): Promise<void> {
  await page.waitForURL(url);
  if (scripted) await inspectHere(page, new URL(page.url()).pathname);
}

/** The free money of Parkwijk in cents, as its page says it. */
async function leftInParkwijk(page: Page): Promise<number> {
  await page.goto('/wijken/parkwijk');
  const sentence = await page
    .getByText(/is nog .* vrij/)
    .first()
    .innerText();
  return Number(parseEuros(/is nog (€\s?[\d.,]+) vrij/.exec(sentence)?.[1] ?? ''));
}

async function writeInitiative(page: Page, title: string): Promise<string> {
  const next = () => page.getByRole('button', { name: 'Opslaan en verder' }).click();
  await page.goto('/initiatieven/nieuw');
  await page.getByLabel('In welke wijk is het?').selectOption({ label: 'Parkwijk' });
  await page.getByLabel('Hoe heet je initiatief?').fill(title);
  await page.getByRole('button', { name: 'Begin' }).click();
  await arrive(page, '**/bewerken/idee');
  await page
    .getByLabel('Je initiatief in twee zinnen')
    .fill('Twee bankjes bij de vijver. Dan kun je even zitten.');
  await page.getByText('Ontmoeten', { exact: true }).click();
  await next();
  await arrive(page, '**/bewerken/verhaal');
  await page.getByLabel('Waarom is dit nodig, en voor wie?').fill('Wie slecht loopt, kan nergens rusten.');
  await page.getByLabel('Waar is het?').fill('De vijver aan de Lindelaan');
  await next();
  await arrive(page, '**/bewerken/wanneer');
  await page.getByLabel('Op welke dag begint het?').fill(inDays(90));
  await next();
  await arrive(page, '**/bewerken/begroting');
  await page.getByLabel('Wat', { exact: true }).first().fill('Bankje');
  await page.getByLabel('Aantal').first().fill('2');
  await page.getByLabel('Prijs per stuk').first().fill('325');
  await page.getByLabel('Wat betaal je zelf?').fill('50');
  await next();
  await arrive(page, '**/bewerken/samen');
  await next();
  await arrive(page, '**/bewerken/controleren');
  await page.getByRole('button', { name: 'Maak openbaar en verzamel steun' }).click();
  await page.waitForURL(/\/initiatieven\/\d+$/);
  return page.url();
}

/** Plans a meeting for the first day that its agenda can be public, puts the initiative on it, writes down who is there and opens it today, with a reason. */
async function planMeeting(page: Page, title: string): Promise<string> {
  await page.goto('/raad/parkwijk');
  await page.getByRole('link', { name: 'Plan een vergadering' }).first().click();
  await arrive(page, '**/vergaderingen/nieuw');
  await page.getByLabel('Op welke dag?').fill(inDays(7));
  await page.getByLabel('Hoe laat?').fill('19.30');
  await page.getByLabel('Waar?').fill('Buurthuis, zaal 1');
  await page.getByRole('button', { name: 'Plan de vergadering' }).click();
  await arrive(page, /vergaderingen\/[0-9a-f-]{36}$/);
  const meeting = page.url();
  await page.getByText(title).first().click();
  await page.getByRole('button', { name: 'Zet op de agenda' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  for (const member of council) await page.getByLabel(new RegExp(member)).check();
  await page.getByRole('button', { name: 'Sla op wie er is' }).click();
  await page.getByLabel('Waarom open je de vergadering vandaag?').fill('Iedereen is er vandaag al.');
  await page.getByRole('button', { name: 'Open de vergadering vandaag' }).click();
  await expect(page.getByText('Bezig').first()).toBeVisible();
  return meeting;
}

async function castVote(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Breng je stem uit' }).click();
  await arrive(page, '**/stem');
  await page.getByText('Voor', { exact: true }).click();
  await page.getByRole('button', { name: 'Verder' }).click();
  await arrive(page, /keuze=for/);
  await page.getByRole('button', { name: 'Breng mijn stem uit' }).click();
  await expect(page.getByText('Je hebt gestemd')).toBeVisible();
}
