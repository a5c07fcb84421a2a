import { type Page } from '@playwright/test';
import { calendarDateIn } from '~/domain/calendar';
import { add, parseEuros, subtract, sum, zero } from '~/domain/money/cents';
import { bytesOf, camtOf, type Movement } from '../support/camt';

type Line = Omit<Movement, 'on'>;
/** `told` of its lines stood on its last statement already: it begins before them. */
export type Bank = { tells: (lines: readonly Line[], told?: Line) => Promise<void> };

/** The bank of the town, from where its last statement ended. Its statements are read in as who is signed in. */
export async function openBank(page: Page): Promise<Bank> {
  await page.goto('/gemeente/bank');
  const balances = page.getByRole('table', { name: 'Het laatste afschrift van elke rekening' });
  let balance = parseEuros(await balances.getByRole('row').nth(1).getByRole('cell').last().innerText());
  let count = 0;
  return {
    tells: async (news, told) => {
      count += 1;
      const lines = (told ? [told, ...news] : news).map((line) => ({
        ...line,
        on: calendarDateIn(new Date()),
      }));
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
