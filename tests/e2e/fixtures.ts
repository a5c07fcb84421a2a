import { expect, test as base } from '@playwright/test';
import { type Town, withTown } from './town';

type Fixtures = {
  /** Becomes a person of the named world by name, without the page for it (sign-in.spec.ts goes by that). */
  enterAs: (name: string) => Promise<void>;
  /** The newest letter in the demonstration's outbox. */
  newestLetter: () => Promise<string>;
};

export const test = base.extend<Fixtures, { town: Town }>({
  // Tests of one worker share a town one after the other, because they count its money.
  town: [async ({}, use) => withTown(use), { scope: 'worker', timeout: 120_000 }],
  baseURL: async ({ town }, use) => use(town.origin),
  enterAs: async ({ page, town }, use) =>
    use(async (name) => {
      const person = town.people.get(name);
      if (!person) throw new Error(`nobody is called ${name}`);
      const headers = { Origin: town.origin };
      const answer = await page.request.post('/demonstratie', { form: { person }, headers, maxRedirects: 0 });
      expect(answer.headers()['location'], `entering as ${name}`).toBe('/mijn');
    }),
  newestLetter: async ({ page }, use) =>
    use(async () => {
      await page.goto('/demonstratie/post');
      return (await page.locator('main ol > li').first().innerText()).trim();
    }),
});

export { expect };
