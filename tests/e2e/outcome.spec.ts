import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from '@playwright/test';
import { inspectHere } from './crawl';
import { expect, test } from './fixtures';

test.describe.configure({ timeout: 120_000 });

/** axe is a script itself: where scripts are off it cannot look. */
let scripted = true;
test.beforeEach(({ javaScriptEnabled }) => {
  scripted = javaScriptEnabled ?? true;
});

const inspect = async (page: Page, where: string) => (scripted ? inspectHere(page, where) : undefined);
const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** J3, its end: what was chosen, why, what else it could have been, and where a vote went. */
for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an outcome is read, doubted and understood', async ({ page }) => {
      page.setDefaultTimeout(10_000);
      await page.goto('/');
      await page.getByRole('navigation').getByRole('link', { name: 'Stemmen' }).first().click();
      await page.getByRole('link', { name: /Buurtbudget Kruiskade/ }).click();
      await countedBy(page);
      await expect(page.getByText('9 van 15 plannen zijn gekozen')).toBeVisible();
      await inspect(page, 'the outcome');

      await page.getByLabel('Zoek een plan').fill('bomen');
      await page.getByRole('button', { name: 'Zoek', exact: true }).click();
      await expect(page.getByRole('strong').filter({ hasText: '1 plan' })).toBeVisible();
      await page.getByRole('link', { name: 'Twintig bomen op het Kerkplein', exact: true }).first().click();
      await expect(title(page)).toHaveText('Twintig bomen op het Kerkplein');
      await expect(page.getByText(/Net niet/).first()).toBeVisible();
      await expect(page.getByRole('table', { name: /aan andere plannen betaalden/ }).first()).toBeVisible();
      await inspect(page, 'a plan that was not chosen');

      await page.getByRole('navigation', { name: /pad/i }).getByRole('link').last().click();
      await page
        .getByRole('link', { name: /Meeste stemmen(?! per)/ })
        .first()
        .click();
      await expect(page).toHaveURL(/regel=greedy/);
      await expect(page.getByText('6 van 15 plannen zijn gekozen')).toBeVisible();
      await inspect(page, 'the outcome by most votes');

      await page.goto(page.url().replace(/uitslag.*/, 'stembiljet'));
      await page.getByLabel('Nummer van het stembiljet').fill('ja');
      await page.getByRole('button', { name: 'Bekijk dit stembiljet' }).click();
      await expect(page.getByText(/Vul een heel getal in/).first()).toBeVisible();
      await expect(page.getByLabel('Nummer van het stembiljet')).toHaveValue('ja');
      await page.getByLabel('Nummer van het stembiljet').fill('17');
      await page.getByRole('button', { name: 'Bekijk dit stembiljet' }).click();
      await expect(page.getByRole('table', { name: /Waar het deel van stembiljet 17/ })).toBeVisible();
      await inspect(page, 'a ballot');
    });
  });
}

test('a stranger counts the outcome again from what the page hands out', async ({ page }) => {
  await page.goto('/stemrondes');
  await page.getByRole('link', { name: /Buurtbudget Kruiskade/ }).click();
  await countedBy(page);
  const folder = mkdtempSync(join(tmpdir(), 'stemronde-'));
  try {
    for (const link of await page.locator('a[download]').all()) {
      const address = await link.getAttribute('href');
      const answer = await page.request.get(address ?? '');
      const name = /filename="([^"]+)"/.exec(answer.headers()['content-disposition'] ?? '')?.[1];
      writeFileSync(join(folder, name ?? 'naamloos'), await answer.body());
    }
    const recount = () =>
      spawnSync(process.execPath, ['build/server/cli.js', 'recount', folder], { encoding: 'utf8' });
    const { stdout, status } = recount();
    expect(JSON.parse(stdout)).toMatchObject({ matches: true, outcomes: [{ rule: 'mes-cost-add1' }] });
    expect(status).toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The site counts the round of the named world when it starts; one may come before that is done. */
async function countedBy(page: Page): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(/plannen zijn gekozen/).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}
