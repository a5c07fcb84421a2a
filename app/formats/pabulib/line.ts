import { type PabulibError, type PabulibProblem } from './problem';
import { problemAt, type Row } from './rows';

/** A part of a cell, and where it begins in that cell. */
export type Item = Readonly<{ item: string; offset: number }>;

/** One row under the names of its columns; knows the text it stands in, to tell where something is wrong. */
export class Line {
  constructor(
    private readonly text: string,
    private readonly columns: readonly string[],
    readonly row: Row,
  ) {
    const { cells, starts, end } = row;
    if (cells.length < columns.length) throw problemAt(text, 'rowTooShort', end);
    if (cells.length > columns.length) throw problemAt(text, 'rowTooLong', starts[columns.length]!);
  }

  /** The text of a cell in a column that is known to be there. */
  cell(column: string): string {
    return this.row.cells[this.columns.indexOf(column)]!;
  }

  /** Something wrong in a cell, `offset` characters from where it begins. */
  problem(code: PabulibProblem, column: string, { item, offset }: Item = this.whole(column)): PabulibError {
    return problemAt(this.text, code, this.row.starts[this.columns.indexOf(column)]! + offset, item);
  }

  private whole(column: string): Item {
    return { item: this.cell(column), offset: 0 };
  }

  /** The parts of a cell between its commas; none for an empty cell. */
  list(column: string): Item[] {
    const cell = this.cell(column);
    if (cell.trim() === '') return [];
    let next = 0;
    return cell.split(',').map((part) => {
      const offset = next + part.length - part.trimStart().length;
      next += part.length + 1;
      return { item: part.trim(), offset };
    });
  }
}
