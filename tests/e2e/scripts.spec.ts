import { expect, type Page, test } from '@playwright/test';
import { plantScripts } from '../support/plant-scripts';
import { crawl } from './crawl';
import { serveTown } from './town';

/** X1 in a browser: texts that would run stand in every column, and the policy that would stop them is off. */
test.use({ bypassCSP: true });
test.describe.configure({ timeout: 480_000 });

const ran = (page: Page) => page.evaluate(() => '_x' in window);

test('a text that would run does not, with nothing beneath to catch it', async ({ page }) => {
  await page.setContent('<img src=x onerror=_x=1>');
  await expect.poll(() => ran(page), 'a script that is let in is seen').toBe(true);

  await serveTown(async ({ origin, databaseUrl, people }) => {
    const planted = await plantScripts(databaseUrl);
    const marks = new Set<string>();
    const listen = async (at: Page, path: string) => {
      const answer = await at.goto(origin + path);
      expect.soft(answer?.status(), path).toBeLessThan(400);
      await at.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2_000 })));
      expect.soft(await ran(at), path).toBe(false);
      for (const [mark] of (await at.content()).matchAll(/q\d+q/g)) marks.add(mark);
    };
    // What one visitor was shown holds the same texts for the next: of them only the pages that are theirs.
    const kinds = new Map<string, number>();
    await crawl(page, ['/initiatieven?stand=granted', '/'], listen, kinds);
    for (const [name, start] of [
      ['Samira Bouali', '/mijn'],
      ['Annelies Brouwer', '/raad'],
      ['Wietske Hoekstra', '/gemeente'],
      ['Daan Kolk', '/beheer'],
    ] as const) {
      const form = { person: people.get(name) ?? '' };
      await page.request.post(`${origin}/demonstratie`, {
        form,
        headers: { Origin: origin },
        maxRedirects: 0,
      });
      await crawl(page, [start], listen, kinds);
    }
    expect(kinds.size, 'kinds of page').toBeGreaterThan(40);
    expect(marks.size, `columns seen of ${planted.size}`).toBeGreaterThan(15);
  });
});
