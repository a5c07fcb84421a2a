import { stringify } from 'csv-stringify/sync';
import { cents } from '~/domain/money/cents';
import { euroInput } from '~/domain/money/format';

/** A bigint is an amount in cents; a number is a count. */
type Value = string | number | bigint | null;
export type CsvColumn<Row> = { label: string; value: (row: Row) => Value };

/**
 * A table as a file that Excel in Dutch opens right, piece by piece: semicolons, decimal commas, a byte order mark. A text
 * that a spreadsheet would run as a formula gets an apostrophe in front; an amount below zero stays a number.
 */
export async function* csvOf<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<string> {
  yield write([columns.map(({ label }) => cell(label))], { bom: true });
  let lines: string[][] = [];
  for await (const row of rows) {
    lines.push(columns.map(({ value }) => cell(value(row))));
    if (lines.length < portion) continue;
    yield write(lines, { bom: false });
    lines = [];
  }
  yield write(lines, { bom: false });
}

const portion = 500;

function write(lines: string[][], { bom }: { bom: boolean }): string {
  return stringify(lines, {
    bom,
    delimiter: ';',
    record_delimiter: 'windows',
    // A lone line feed in a cell would otherwise begin a row of its own.
    quoted_match: /[\r\n]/,
  });
}

function cell(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'bigint') return euroInput(cents(value));
  if (typeof value === 'number') return String(value).replace('.', ',');
  return /^[\t\r]|^\s*[=+\-@＝＋－＠]/.test(value) ? `'${value}` : value;
}
