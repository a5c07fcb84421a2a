import { expect, test as base, type Page } from '@playwright/test';

type Fixtures = {
  /** Becomes a person of the named world by name. */
  enterAs: (name: string) => Promise<void>;
  /** The newest letter in the demonstration's outbox. */
  newestLetter: () => Promise<string>;
};

export const test = base.extend<Fixtures>({
  enterAs: async ({ page }, use) => use((name) => enterAs(page, name)),
  newestLetter: async ({ page }, use) =>
    use(async () => {
      await page.goto('/demonstratie/post');
      return (await page.locator('main ol > li').first().innerText()).trim();
    }),
});

async function enterAs(page: Page, name: string): Promise<void> {
  await page.goto('/demonstratie');
  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button').click();
  await page.waitForURL('**/mijn');
}

export { expect };
