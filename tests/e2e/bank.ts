import { type Page } from '@playwright/test';
import { add, type Cents, cents, subtract, sum, zero } from '~/domain/money/cents';
import { bytesOf, camtOf, type Movement } from '../support/camt';

const onWall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
/** The day on the wall calendar of the town. */
const today = () => onWall.format(new Date());

/** An amount as a page writes it (€ 1.225 or € 12,50), in cents. */
export function centsIn(text: string): Cents {
  const [whole = '', decimals = '00'] = text.replaceAll(/[^\d,]/g, '').split(',');
  return cents(BigInt(whole + decimals));
}

/** What a page calls the same amount. */
export const euros = (amount: Cents) =>
  new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' }).format(Number(amount) / 100);

type Line = Omit<Movement, 'on'>;
/** `told` of its lines stood on its last statement already: it begins before them. */
export type Bank = { tells: (lines: readonly Line[], told?: Line) => Promise<void> };

/** The bank of the town, from where its last statement ended. Its statements are read in as who is signed in. */
export async function openBank(page: Page): Promise<Bank> {
  await page.goto('/gemeente/bank');
  const balances = page.getByRole('table', { name: 'Het laatste afschrift van elke rekening' });
  let balance = centsIn(await balances.getByRole('row').nth(1).getByRole('cell').last().innerText());
  let count = 0;
  return {
    tells: async (news, told) => {
      count += 1;
      const lines = (told ? [told, ...news] : news).map((line) => ({ ...line, on: today() }));
      const opening = subtract(balance, told?.cents ?? zero);
      const text = camtOf({ id: `E2E-${count}`, opening, lines });
      balance = add(balance, sum(news.map((line) => line.cents)));
      await page.goto('/gemeente/afschriften');
      const file = { name: `E2E-${count}.xml`, mimeType: 'text/xml', buffer: Buffer.from(bytesOf(text)) };
      await page.getByLabel('Bestand van de bank').setInputFiles(file);
      await page.getByRole('button', { name: 'Lees het afschrift in' }).click();
      // Its page refreshes by itself, with and without scripts, until the statement is there.
      await page.waitForURL(/afschriften\/[0-9a-f-]{36}/, { timeout: 30_000 });
    },
  };
}
