import { expect, type Page } from '@playwright/test';
import { type Known, violationsOn } from './axe';
import { looks } from './looks';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
/** What is left of a desktop at 200 % zoom. */
const ZOOMED = { width: 640, height: 450 };

/** Pages that look alike: one of each kind is enough, two where the first may be the special one. */
const kindOf = (path: string) =>
  path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/\d+(?=\/|$)/g, '/:n')
    .replace(/^\/(gemeente|geld)\/bronnen\/(?!verdelen)[^/]+/, '/$1/bronnen/:code')
    .replace(/^\/(wijken|raad|raden|beheer\/raden)\/(?!vergaderingen|nieuw$)[a-z0-9-]+/, '/$1/:slug');

/**
 * Visits every kind of page that links lead to, starting at `start`, and looks at each. Answers the kinds seen. Those that
 * were `seen` before, by another visitor, are passed over.
 */
export async function crawl(
  page: Page,
  start: readonly string[],
  look = inspect,
  seen = new Map<string, number>(),
): Promise<string[]> {
  const waiting = [...start];
  const listed = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    if ((seen.get(kind) ?? 0) >= 2) continue;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    await look(page, path);
    for (const link of await linksOf(page)) {
      if (!listed.has(link)) waiting.push(link);
      listed.add(link);
    }
  }
  return [...seen.keys()].sort();
}

/**
 * What every page must be: answered, titled, with one H1, quiet, and on a desktop and a phone no wider than the screen and
 * clean for axe. It is loaded in the width in which the page before it was left, so that both widths load pages.
 */
async function inspect(page: Page, path: string): Promise<void> {
  const noise: string[] = [];
  const hear = (text: string) => noise.push(text);
  page.on('console', (message) => message.type() === 'error' && hear(message.text()));
  page.on('pageerror', (error) => hear(error.message));
  const answer = await page.goto(path);
  expect.soft(answer?.status(), path).toBeLessThan(400);
  await page.waitForLoadState('load');
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2_000 })));
  expect.soft(await page.title(), `${path}: title`).toMatch(/Wijkkas/);
  expect.soft(await page.locator('h1').count(), `${path}: one H1`).toBe(1);
  await inspectWidths(page, path);
  expect.soft(noise, `${path}: console`).toEqual([]);
  page.removeAllListeners('console');
  page.removeAllListeners('pageerror');
}

/** Looks at the page on a desktop and on a phone, first as it stands; in between whether it fits a desktop at 200 % zoom. */
export async function inspectWidths(page: Page, path: string): Promise<void> {
  const narrow = page.viewportSize()?.width === PHONE.width;
  const [first, last] = narrow ? ([PHONE, DESKTOP] as const) : ([DESKTOP, PHONE] as const);
  if (page.viewportSize()?.width !== first.width) await resize(page, first);
  await inspectHere(page, `${path} at ${first.width}`, looks);
  await page.setViewportSize(ZOOMED);
  await expectFits(page, `${path} at ${ZOOMED.width}`);
  await resize(page, last);
  await inspectHere(page, `${path} at ${last.width}`, looks);
}

async function resize(page: Page, size: typeof PHONE): Promise<void> {
  await page.setViewportSize(size);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What holds wherever one stands: no wider than the screen, and clean for axe (`known`: see axe.ts). */
export async function inspectHere(page: Page, path: string, known?: Known): Promise<void> {
  await expectFits(page, path);
  expect.soft(await violationsOn(page, known), `${path}: axe`).toEqual([]);
}

async function expectFits(page: Page, path: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `${path}: wider than the screen`).toBeLessThanOrEqual(0);
}

async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('a[href^="/"]:not([download])')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
  return [...new Set(hrefs.map((href) => href.split(/[?#]/)[0] ?? ''))].filter(
    (href) => href && !/\.(csv|hledger|xml)$/.test(href),
  );
}
