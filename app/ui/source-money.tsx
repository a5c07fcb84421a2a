import { useTranslation } from 'react-i18next';
import { DataTable } from './data-table';
import { Money } from './money';
import { type Kolom } from '~/domain/ledger/kolom';
import { type Cents, sum } from '~/domain/money/cents';

export interface SourceMoneyRow {
  id: string;
  name: string;
  kolom: Kolom;
  /** In cents, one for each heading. */
  figures: readonly Cents[];
}

interface SourceMoneyProps {
  caption: string;
  captionHidden?: boolean;
  /** Headings of the figures. */
  columns: readonly string[];
  rows: readonly SourceMoneyRow[];
}

/** Amounts per source and kolom, which add up below. */
export function SourceMoney({ caption, captionHidden, columns, rows }: SourceMoneyProps) {
  const { t } = useTranslation();
  const figure = (row: SourceMoneyRow, index: number) => row.figures.slice(index, index + 1);
  return (
    <DataTable<SourceMoneyRow>
      caption={caption}
      captionHidden={captionHidden}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'source',
          label: t('ledger.column.source'),
          cell: (row) => (
            <>
              {row.name}
              <div className="wk-small wk-soft">{t(`ledger.kolom.${row.kolom}`)}</div>
            </>
          ),
        },
        ...columns.map((label, index) => ({
          key: label,
          label,
          numeric: true,
          cell: (row: SourceMoneyRow) => <Money cents={sum(figure(row, index))} look="full" />,
        })),
      ]}
      total={[
        t('ledger.column.total'),
        ...columns.map((label, index) => (
          <Money key={label} cents={sum(rows.flatMap((row) => figure(row, index)))} look="full" />
        )),
      ]}
    />
  );
}
