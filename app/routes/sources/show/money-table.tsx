import { type Cents } from '~/domain/money/cents';
import { DataTable } from '~/ui/data-table';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';

export interface MoneyFigure {
  cents: Cents;
  /** Where the figure comes from: the posting, receipt or list behind it. */
  href?: string;
}

export interface MoneyRow {
  key: string;
  label: string;
  href?: string;
  figures: readonly MoneyFigure[];
}

interface MoneyTableProps {
  caption: string;
  captionHidden?: boolean;
  /** Heading of the labels on the left. */
  nameLabel: string;
  /** Headings of the figures, one per figure in a row. */
  columns: readonly string[];
  rows: readonly MoneyRow[];
  total?: { label: string; figures: readonly Cents[] };
}

function Figure({ figure }: { figure: MoneyFigure | undefined }) {
  if (!figure) return null;
  const money = <Money cents={figure.cents} look="full" />;
  return figure.href ? <Link href={figure.href}>{money}</Link> : money;
}

/** Label left, figures right to the cent, total line below. */
export function MoneyTable({ caption, captionHidden, nameLabel, columns, rows, total }: MoneyTableProps) {
  return (
    <DataTable<MoneyRow>
      caption={caption}
      captionHidden={captionHidden}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: 'name',
          label: nameLabel,
          cell: (row) => (row.href ? <Link href={row.href}>{row.label}</Link> : row.label),
        },
        ...columns.map((label, index) => ({
          key: label,
          label,
          numeric: true,
          cell: (row: MoneyRow) => <Figure figure={row.figures[index]} />,
        })),
      ]}
      total={total && [total.label, ...total.figures.map((cents) => <Figure figure={{ cents }} />)]}
    />
  );
}
