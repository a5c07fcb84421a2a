import { type ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, figures of equal width. */
  numeric?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  captionHidden?: boolean;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** One cell per column, for totals. */
  total?: readonly ReactNode[];
  /** Stays a table on a phone: few columns of short figures. */
  short?: boolean;
}

const looks = {
  head: ['utrecht-table__header-cell', 'utrecht-table__header-cell--numeric-column'],
  cell: ['utrecht-table__cell', 'utrecht-table__cell--numeric-column'],
} as const;

const classOf = ([base, figures]: (typeof looks)[keyof typeof looks], numeric = false) =>
  numeric ? `${base} ${figures} wk-figures` : base;

function Head<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <thead className="utrecht-table__header" role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th
            key={column.key}
            className={classOf(looks.head, column.numeric)}
            role="columnheader"
            scope="col"
          >
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Line<Row>({ columns, cells }: { columns: readonly Column<Row>[]; cells: readonly ReactNode[] }) {
  return (
    <tr className="utrecht-table__row" role="row">
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.key} className="utrecht-table__cell wk-table__name" role="rowheader" scope="row">
            {cells[index]}
          </th>
        ) : (
          <td
            key={column.key}
            className={classOf(looks.cell, column.numeric)}
            role="cell"
            data-label={column.label}
          >
            {cells[index]}
          </td>
        ),
      )}
    </tr>
  );
}

/** A table that becomes a list on a phone; the roles keep it a table for a screen reader there. */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  total,
  short = false,
}: DataTableProps<Row>) {
  return (
    <table className={`utrecht-table wk-table${short ? ' wk-table--short' : ' wk-table--list'}`} role="table">
      <caption className={captionHidden ? 'wk-visually-hidden' : 'utrecht-table__caption'}>{caption}</caption>
      <Head columns={columns} />
      <tbody className="utrecht-table__body" role="rowgroup">
        {rows.map((row) => (
          <Line key={rowKey(row)} columns={columns} cells={columns.map((column) => column.cell(row))} />
        ))}
      </tbody>
      {total ? (
        <tfoot className="utrecht-table__footer wk-table__total" role="rowgroup">
          <Line columns={columns} cells={total} />
        </tfoot>
      ) : null}
    </table>
  );
}
