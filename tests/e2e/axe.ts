import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = 'color-contrast';
/** What one reads on a button is in what it is called (WCAG 2.5.3): axe asks it only by name. */
const NAMES = 'label-content-name-mismatch';
/** The axe of @axe-core/playwright. Its builder loads it twice for each look, and brings all that was well back here. */
const require = createRequire(import.meta.url);
const { source } = createRequire(require.resolve('@axe-core/playwright'))('axe-core') as { source: string };

type Found = { violations: { id: string; nodes: { html: string }[] }[] };
type Axe = { run: (where: object, options: object) => Promise<Found> };
/** Where to look, for which rules: those of `tags` without `off`, or only those named. */
type Question = { where?: string[]; tags?: string[]; off?: string; only?: string[] };

/** A piece of a page: how to find it, and a hash of all that decides its colours. */
type Piece = { at: string; look: string; isFrame: boolean };
/** Looks that were clean; kept over the workers of a run (looks.ts), or for one test. */
export type Known = { has: (look: string) => boolean; add: (look: string) => unknown };

/**
 * What axe finds on a page as it stands. The colours of a piece that was clean before are not computed again: they cost most
 * of the time, and the pages of one visitor share their frame, those of another most of their contents. Every other rule is
 * asked of the whole page, unless its frame and all within it were clean before, each with another beside it.
 */
export async function violationsOn(page: Page, known: Known = new Set<string>()): Promise<string[]> {
  const pieces = await page.evaluate(piecesOf);
  const unknown = pieces.filter(({ look }) => !known.has(look));
  const halves = [true, false].map((isFrame) => wholeOf(pieces.filter((piece) => piece.isFrame === isFrame)));
  if (unknown.length === 0 && halves.every((look) => known.has(look))) return [];
  const learned = [...unknown.map(({ look }) => look), ...halves];
  if (unknown.length === pieces.length) return remember(known, learned, await ask(page, { tags: RULES }));
  const others = await ask(page, { tags: RULES, off: COLOURS });
  const where = unknown.map(({ at }) => at);
  const colours = where.length === 0 ? [] : await ask(page, { where, only: [COLOURS] });
  return remember(known, learned, [...others, ...colours]);
}

const wholeOf = (pieces: readonly Piece[]) =>
  createHash('sha256')
    .update(pieces.map(({ look }) => look).join())
    .digest('hex');

/** Only what was clean is known from then on. */
function remember(known: Known, looks: readonly string[], faults: string[]): string[] {
  if (faults.length === 0) for (const look of looks) known.add(look);
  return faults;
}

async function ask(page: Page, question: Question): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async ({ where, tags, off, only, named }) => {
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(where ? { include: where.map((at) => [at]) } : document, {
        resultTypes: ['violations'],
        runOnly: tags ? { type: 'tag', values: tags } : { type: 'rule', values: only },
        rules: { ...(tags && { [named]: { enabled: true } }), ...(off && { [off]: { enabled: false } }) },
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      );
    },
    { ...question, named: NAMES },
  );
}

/**
 * The pieces of a page, together all of it: what stands in the body, and what stands in its main part. What decides the
 * colours of one is what it holds, where it stands in what, and how large, in a screen how wide.
 */
async function piecesOf(): Promise<Piece[]> {
  const main = document.querySelector('body > main');
  const attributes = (element: Element | null) =>
    [...(element?.attributes ?? [])].map(({ name, value }) => `${name}=${value}`).join();
  const frame = [window.innerWidth, ...[document.documentElement, document.body, main].map(attributes)];
  const pieceOf = async (element: Element, at: string): Promise<Piece> => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const isFrame = !main?.contains(element);
    const home = main?.getBoundingClientRect() ?? { x: 0, y: 0 };
    // The foot stands where the page ends.
    const place = [...(isFrame ? [] : [x - home.x, y - home.y]), width, height].map((n) => n.toFixed(1));
    // What nobody sees, such as the key of a form, decides nothing.
    const seen = element.outerHTML.replaceAll(/<input type="hidden"[^>]*>/g, '');
    const bytes = new TextEncoder().encode([...frame, ...place, seen].join('\n'));
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const look = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return { at, look, isFrame };
  };
  const within = (parent: Element, path: string) =>
    [...parent.children].map((child, index) => [child, `${path} > :nth-child(${index + 1})`] as const);
  const all = [...within(document.body, 'body'), ...(main ? within(main, 'main') : [])];
  const shown = all.filter(([element]) => element !== main && element.tagName !== 'SCRIPT');
  return Promise.all(shown.map(([element, at]) => pieceOf(element, at)));
}
