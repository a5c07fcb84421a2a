import { DomainError } from '~/domain/errors';
import { parseWeight, type Share, type Weight } from '~/domain/ledger/division';
import { quoted } from '~/domain/notices';

/** A wijk as a file may call it: by its name, its address or a code of the CBS. */
export type KnownWijk = Readonly<{ slug: string; name: string; codes: readonly string[] }>;

/** What can be wrong with a file of weights; `source.weights.problem.<code>` says it in words. */
export type WeightProblem =
  'empty' | 'columnsMissing' | 'fieldCount' | 'wijkUnknown' | 'wijkTwice' | 'weightInvalid';

/** How many lines that are wrong are told one by one. */
const mostProblems = 20;

const titles = { wijk: /^(wijk|wijkcode|code|naam|wk)$/, weight: /^(gewicht|weight)$/ };

type Line = { line: number; cells: string[] };
type Layout = { wijk: number; weight: number; width: number };

/**
 * Reads a CSV with a weight for each wijk: columns by name (wijk or code; gewicht), with `;`, `,` or tabs between, cells with
 * or without quotes. Throws 'weightsInvalid' with detail {line, problem, value}, and the same of every other line in `also`. That
 * a wijk is missing is for `weightsOf`.
 */
export function readWeights(text: string, wijken: readonly KnownWijk[]): Share[] {
  const [head, ...rows] = linesOf(text);
  if (!head) throw problemAt({ line: 1, cells: [] }, 'empty', '');
  const layout = layoutOf(head);
  if (rows.length === 0) throw problemAt(head, 'empty', '');
  const slugs = slugsOf(wijken);
  const shares = new Map<string, Weight>();
  const wrong: DomainError[] = [];
  for (const row of rows) {
    if (wrong.length === mostProblems) break;
    const share = shareOn(row, layout, slugs);
    if (share instanceof DomainError) wrong.push(share);
    else if (shares.has(share.slug)) wrong.push(problemAt(row, 'wijkTwice', row.cells[layout.wijk] ?? ''));
    else shares.set(share.slug, share.weight);
  }
  const [first, ...others] = wrong;
  if (first) throw new DomainError(first.code, { detail: first.detail, also: others });
  return [...shares].map(([slug, weight]) => ({ slug, weight }));
}

/** Each way to call a wijk, in small letters, with its address. */
const slugsOf = (wijken: readonly KnownWijk[]) =>
  new Map(
    wijken.flatMap(({ slug, name, codes }) =>
      [slug, name, ...codes].map((called) => [called.toLowerCase(), slug]),
    ),
  );

function linesOf(text: string): Line[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const head = lines.find((line) => line.trim() !== '') ?? '';
  const separator = [';', '\t'].find((sign) => head.includes(sign)) ?? ',';
  return lines
    .map((line, index) => ({ line: index + 1, cells: cellsOf(line, separator) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** The cells of a line; a separator within quotes is of its cell. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let open: string | null = null;
  for (const part of line.split(separator)) {
    const cell: string = open === null ? part : open + separator + part;
    open = (cell.match(/"/g)?.length ?? 0) % 2 === 1 ? cell : null;
    if (open === null) cells.push(bare(cell));
  }
  return open === null ? cells : [...cells, bare(open)];
}

function bare(cell: string): string {
  const text = cell.trim();
  return text.length > 1 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"').trim()
    : text;
}

function layoutOf(head: Line): Layout {
  const at = (title: RegExp) => head.cells.findIndex((cell) => title.test(cell.toLowerCase()));
  const [wijk, weight] = [at(titles.wijk), at(titles.weight)];
  if (wijk < 0 || weight < 0) throw problemAt(head, 'columnsMissing', head.cells.join(', '));
  return { wijk, weight, width: head.cells.length };
}

function shareOn(
  row: Line,
  { wijk, weight, width }: Layout,
  slugs: ReadonlyMap<string, string>,
): Share | DomainError {
  if (row.cells.length !== width) return problemAt(row, 'fieldCount', row.cells.join(', '));
  const called = row.cells[wijk] ?? '';
  const slug = slugs.get(called.toLowerCase());
  if (slug === undefined) return problemAt(row, 'wijkUnknown', called);
  const typed = row.cells[weight] ?? '';
  const read = weightIn(typed);
  return read === null ? problemAt(row, 'weightInvalid', typed) : { slug, weight: read };
}

function weightIn(typed: string): Weight | null {
  try {
    return parseWeight(typed);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

function problemAt({ line }: Line, problem: WeightProblem, value: string): DomainError {
  return new DomainError('weightsInvalid', { detail: { line, problem, value: quoted(value) } });
}
