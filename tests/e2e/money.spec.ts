import { type Page } from '@playwright/test';
import { calendarDateIn, yearOf } from '~/domain/calendar';
import { type Cents, cents, negate, parseEuros } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { type Bank, openBank } from './bank';
import { inspectWidths } from './crawl';
import { expect, test } from './fixtures';
import { withTown } from './town';

test.describe.configure({ timeout: 180_000 });
// A year ends once, and other tests look at a town where it has not: a town of its own for each project, of which one goes
// with scripts and the other without.
test.use({
  town: [async ({ browserName: _ }, use) => withTown(use), { scope: 'worker', timeout: 120_000 }],
  actionTimeout: 10_000,
  javaScriptEnabled: async ({ browserName: _ }, use, { project }) => use(project.name === 'desktop'),
});

type Order = { id: string; cents: Cents };
const text = 'Bijdrage, derde deel';

/** J4, its money: nothing is paid before the bank says so, each line of the bank ends, and the year ends by two people. */
test('from a payment list to the end of the year', async ({ page, enterAs, javaScriptEnabled }) => {
  const look = async () => {
    // axe is a script itself.
    if (javaScriptEnabled) await inspectWidths(page, new URL(page.url()).pathname);
  };
  const approve = async () => {
    const list = page.url();
    await expect(page.getByText('Iemand anders dan de maker keurt de lijst goed.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Keur de betaallijst goed' })).toHaveCount(0);
    await enterAs('Wietske Hoekstra');
    await page.goto(list);
    return { list, orders: await approved(page) };
  };

  await enterAs('Patrick Lammers');
  await page.goto('/gemeente/betalingen');
  await page
    .getByRole('row')
    .filter({ hasText: 'Wacht op goedkeuring' })
    .getByRole('link', { name: /^Betaallijst/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Betaallijst \d+$/);
  const { list, orders } = await approve();
  expect(orders.length).toBeGreaterThan(1);
  await expect(page.getByText('Onderweg', { exact: true })).toHaveCount(orders.length);
  await look();

  const giver = await explainOldLine(page);
  const bank = await openBank(page);
  const gift = { text, iban: giver.iban, cents: cents(giver.open + 50_00n) };
  await bank.tells([...orders.map(paidBy), gift]);
  await explainGift(page, giver.source);
  await look();
  await page.goto(list);
  await expect(page.getByText('Betaald', { exact: true })).toHaveCount(orders.length);

  await comesBackAndDouble(page, bank, orders.at(-1), gift);
  await look();
  await page.goto(list);
  await expect(page.getByText('Betaald', { exact: true })).toHaveCount(orders.length - 1);
  await expect(page.getByText('Teruggekomen', { exact: true })).toHaveCount(1);

  await enterAs('Patrick Lammers');
  await page.goto('/gemeente/apart-gezet');
  await page
    .getByRole('row')
    .filter({ hasText: /€\s50,00/ })
    .getByRole('link')
    .click();
  await page.getByRole('link', { name: 'Stuur dit geld terug' }).click();
  await page.getByRole('button', { name: 'Zet op een betaallijst' }).click();
  const sentBack = await approve();
  expect(sentBack.orders.map(({ cents: amount }) => amount)).toEqual([50_00n]);
  await bank.tells(sentBack.orders.map(paidBy));
  await page.goto(sentBack.list);
  await expect(page.getByText('Betaald', { exact: true })).toHaveCount(1);
  await page.getByRole('link', { name: 'Terug naar de afzender' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Afschrift /);

  await yearEnds(page, enterAs);
  await look();
  await page.goto(`/wijken?jaar=${lastYear}`);
  await expect(page.getByText('Over aan het eind van het jaar')).toBeVisible();
  await expect(page.getByText(/^Vrij$|is nog .* vrij/)).toHaveCount(0);
  await enterAs('Patrick Lammers');
  await page.goto(`/gemeente/bronnen/LEEF-${lastYear}`);
  await page.getByRole('link', { name: 'Zet het geld klaar om terug te geven' }).click();
  await page.getByRole('button', { name: 'Zet op een betaallijst' }).click();
  const given = await approve();
  const amount = formatEuros(given.orders[0]?.cents ?? cents(0n), 'nl');
  await page.goto(`/gemeente/bronnen/LEEF-${lastYear}`);
  await expect(page.getByText(`${amount} gaat terug naar Gemeente Vierstromen.`)).toBeVisible();
  await bank.tells(given.orders.map(paidBy));
  await page.goto(`/gemeente/bronnen/LEEF-${lastYear}`);
  await expect(page.getByText(`${amount} is teruggegeven aan Gemeente Vierstromen.`)).toBeVisible();
  await look();

  await page.goto('/gemeente/bank');
  await expect(page.getByText('De bank en het kasboek zijn gelijk, tot op de cent.')).toBeVisible();
});

const lastYear = yearOf(calendarDateIn(new Date())) - 1;
const paidBy = ({ id, cents: amount }: Order) => ({ cents: negate(amount), endToEndId: id });

/** Approves the list on the page; answers what the bank is asked to pay, as its file says it. */
async function approved(page: Page): Promise<Order[]> {
  await page.getByRole('button', { name: 'Keur de betaallijst goed' }).click();
  await expect(page.getByText('De betaallijst is goedgekeurd.')).toBeVisible();
  const href = await page
    .getByRole('link', { name: /Haal het bestand voor de bank op/ })
    .getAttribute('href');
  const file = await (await page.request.get(href ?? '')).text();
  const orders = file.matchAll(/<EndToEndId>([^<]+)<[\s\S]*?<InstdAmt Ccy="EUR">([\d.]+)</g);
  return [...orders].map(([, id = '', amount = '']) => ({ id, cents: parseEuros(amount) }));
}

/** Says of the line that nobody knew that it is not ours, first without a reason. Answers who sent it, and for which source. */
async function explainOldLine(page: Page): Promise<{ iban: string; source: string; open: Cents }> {
  await page.goto('/gemeente/afschriften');
  await page.getByRole('row').filter({ hasText: 'nog onbekend' }).getByRole('link').first().click();
  const line = page.getByRole('row').filter({ hasText: 'Bijdrage aan de buurt, tweede deel' });
  const iban = /NL\d\d VIER [\d ]+\d/.exec(await line.innerText())?.[0].replaceAll(' ', '') ?? '';
  const labels = (await line.getByRole('option').allTextContents()).join('\n');
  const [, source = '', open = ''] =
    /^(Fonds Lang Leve Buren \d{4}) \(nog (€\s[\d.,]+) te ontvangen/m.exec(labels) ?? [];
  await line.getByLabel('Wat is dit?').selectOption({ label: 'Niet van ons' });
  await line.getByRole('button', { name: /^Boek dit/ }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await line.getByLabel('Waarom?').fill('Dit is voor een andere gemeente.');
  await line.getByRole('button', { name: /^Boek dit/ }).click();
  await expect(page.getByText('De regel is geboekt.')).toBeVisible();
  return { iban, source, open: parseEuros(open) };
}

/** Says of which source more came in than it had pledged. */
async function explainGift(page: Page, source: string): Promise<void> {
  await expect(page.getByText('1 daarvan kennen we nog niet.')).toBeVisible();
  const line = page.getByRole('row').filter({ hasText: text });
  const labels = await line.getByRole('option').allTextContents();
  const label = labels.find((each) => each.startsWith(source)) ?? source;
  await line.getByLabel('Wat is dit?').selectOption({ label });
  await line.getByRole('button', { name: /^Boek dit/ }).click();
  await expect(page.getByText(/^Meer dan .+ had toegezegd: apart gezet$/)).toBeVisible();
}

/** A payment comes back, with its reason; a line that was told before is double. */
async function comesBackAndDouble(
  page: Page,
  bank: Bank,
  order: Order | undefined,
  told: { cents: Cents },
): Promise<void> {
  if (!order) throw new Error('nothing was paid');
  await bank.tells([{ cents: order.cents, endToEndId: order.id, reason: 'AC04' }], told);
  await expect(page.getByText('Lijkt dubbel')).toBeVisible();
  await page.getByRole('button', { name: /^Dit is dubbel/ }).click();
  await expect(page.getByText('De regel is dubbel. Er is niets geboekt.')).toBeVisible();
  await page.goto('/gemeente/betalingen');
  await expect(page.getByText('De rekening is opgeheven.').first()).toBeVisible();
}

/** One controller makes the end of last year ready, the other books it. */
async function yearEnds(page: Page, enterAs: (name: string) => Promise<void>): Promise<void> {
  const address = `/gemeente/jaareinde/${lastYear}`;
  await enterAs('Wietske Hoekstra');
  await page.goto(address);
  await page.getByRole('button', { name: 'Zet het jaareinde klaar' }).click();
  await expect(page.getByText(`Je hebt het jaareinde van ${lastYear} klaargezet`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Boek het jaareinde' })).toHaveCount(0);
  await enterAs('Bart Nijhuis');
  await page.goto(address);
  await page.getByRole('button', { name: 'Boek het jaareinde' }).click();
  await page.waitForURL(`**${address}*`, { timeout: 60_000 });
  await expect(page.getByText(`Het jaareinde van ${lastYear} is geboekt`)).toBeVisible();
}
