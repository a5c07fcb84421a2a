import { PabulibError, placeAt, type PabulibProblem } from './problem';

/**
 * One row of a table: its cells, and where each begins in the text (after a quote); `end` is where the row ends, `line`
 * the line it begins on.
 */
export type Row = Readonly<{
  cells: readonly string[];
  starts: readonly number[];
  end: number;
  line: number;
}>;

type Cell = { text: string; start: number; next: number };

/** How much of a wrong value an error repeats. */
const shown = 60;

/**
 * Cuts a text into rows of cells between `;`, with standard quoting. Spaces round a cell that is not quoted fall away,
 * lines without anything are left out, lines end in LF, CRLF or CR. Throws PabulibError 'quoteOpen' or 'quoteMisplaced'.
 */
export function* rowsOf(text: string): Generator<Row> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const began = at;
    const cells: string[] = [];
    const starts: number[] = [];
    for (;;) {
      const cell = text[firstOfCell(text, at)] === '"' ? quotedCell(text, at) : plainCell(text, at);
      cells.push(cell.text);
      starts.push(cell.start);
      at = cell.next;
      if (text[at] !== ';') break;
      at += 1;
    }
    const end = at;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (cells.some((cell) => cell !== '')) yield { cells, starts, end, line };
    line += breaksIn(text, began, at);
  }
}

/** A row without the empty cells at its end that a spreadsheet adds to what has fewer columns. */
export function cutTo(columns: number, row: Row): Row {
  let kept = row.cells.length;
  while (kept > columns && row.cells[kept - 1] === '') kept -= 1;
  return kept === row.cells.length ? row : { ...row, cells: row.cells.slice(0, kept) };
}

/** How many lines end in a piece of a text. */
function breaksIn(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\n|\r/g)?.length ?? 0;
}

function firstOfCell(text: string, at: number): number {
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

function plainCell(text: string, from: number): Cell {
  let next = from;
  while (next < text.length && !isEnd(text.charCodeAt(next))) next += 1;
  return { text: text.slice(from, next).trim(), start: Math.min(firstOfCell(text, from), next), next };
}

/** Semicolon, line feed or carriage return. */
function isEnd(code: number): boolean {
  return code === 59 || code === 10 || code === 13;
}

function quotedCell(text: string, from: number): Cell {
  const start = firstOfCell(text, from) + 1;
  let close = text.indexOf('"', start);
  while (text[close + 1] === '"' && close >= 0) close = text.indexOf('"', close + 2);
  if (close < 0) throw problemAt(text, 'quoteOpen', start - 1);
  const after = firstOfCell(text, close + 1);
  if (after < text.length && !isEnd(text.charCodeAt(after))) throw problemAt(text, 'quoteMisplaced', after);
  return { text: text.slice(start, close).replaceAll('""', '"'), start, next: after };
}

/** A problem at an offset of the text. */
export function problemAt(text: string, code: PabulibProblem, offset: number, value = ''): PabulibError {
  return new PabulibError(code, placeAt(text, offset), value.slice(0, shown));
}
