import { createRequire } from 'node:module';
import { type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = 'color-contrast';
/** The axe of @axe-core/playwright. Its builder loads it twice for each look, and brings all that was well back here. */
const require = createRequire(import.meta.url);
const { source } = createRequire(require.resolve('@axe-core/playwright'))('axe-core') as { source: string };

type Found = { violations: { id: string; nodes: { html: string }[] }[] };
type Axe = { run: (where: object, options: object) => Promise<Found> };
/** Where to look, for which rules: those of `tags` without `off`, or only those named. */
type Question = { where?: string[]; tags?: string[]; off?: string; only?: string[] };

/** A piece of a page: how to find it, and a hash of all that decides its colours. */
type Piece = { at: string; look: string };

/**
 * What axe finds on a page as it stands. The colours of a piece that is already among `known` are not computed again: they
 * cost most of the time, and the pages of one visitor share their frame, those of another most of their contents. Every
 * other rule is asked of the whole page.
 */
export async function violationsOn(page: Page, known = new Set<string>()): Promise<string[]> {
  const pieces = await page.evaluate(piecesOf);
  const unknown = pieces.filter(({ look }) => !known.has(look));
  if (unknown.length === pieces.length) return remember(known, unknown, await ask(page, { tags: RULES }));
  const others = await ask(page, { tags: RULES, off: COLOURS });
  if (unknown.length === 0) return others;
  const colours = await ask(page, { where: unknown.map(({ at }) => at), only: [COLOURS] });
  return [...others, ...remember(known, unknown, colours)];
}

/** Only what was clean is known from then on. */
function remember(known: Set<string>, pieces: readonly Piece[], told: string[]): string[] {
  if (told.length === 0) for (const { look } of pieces) known.add(look);
  return told;
}

async function ask(page: Page, question: Question): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(async ({ where, tags, off, only }) => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(where ? { include: where.map((at) => [at]) } : document, {
      resultTypes: ['violations'],
      runOnly: tags ? { type: 'tag', values: tags } : { type: 'rule', values: only },
      rules: off ? { [off]: { enabled: false } } : {},
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  }, question);
}

/**
 * The pieces of a page, together all of it: what stands in the body, and what stands in its main part. What decides the
 * colours of one is what it holds, where it stands and how large, in a screen how wide, within what.
 */
async function piecesOf(): Promise<Piece[]> {
  const main = document.querySelector('body > main');
  const attributes = (element: Element | null) =>
    [...(element?.attributes ?? [])].map(({ name, value }) => `${name}=${value}`).join();
  const frame = [window.innerWidth, ...[document.documentElement, document.body, main].map(attributes)];
  const pieceOf = async (element: Element, at: string): Promise<Piece> => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const place = [x + window.scrollX, y + window.scrollY, width, height].map((n) => n.toFixed(1));
    const bytes = new TextEncoder().encode([...frame, ...place, element.outerHTML].join('\n'));
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return { at, look: [...hash].join('.') };
  };
  const within = (parent: Element, path: string) =>
    [...parent.children].map((child, index) => [child, `${path} > :nth-child(${index + 1})`] as const);
  const all = [...within(document.body, 'body'), ...(main ? within(main, 'main') : [])];
  const shown = all.filter(([element]) => element !== main && element.tagName !== 'SCRIPT');
  return Promise.all(shown.map(([element, at]) => pieceOf(element, at)));
}
