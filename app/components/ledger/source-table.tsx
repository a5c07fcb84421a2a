import { useTranslation } from 'react-i18next';
import { DataTable } from '~/components/ui/data-table';
import { Money } from '~/components/ui/money';
import { type Budget } from '~/domain/ledger/balance';
import { sum } from '~/domain/money/cents';
import { type Kolom } from '~/domain/ledger/kolom';

export type SourceRow = Budget & { id: string; name: string; kolom: Kolom; funder: string };

const parts = ['budget', 'reserved', 'granted', 'paid', 'left'] as const;

/** Every source of a year and where its money stands. */
export function SourceTable({ caption, rows }: { caption: string; rows: readonly SourceRow[] }) {
  const { t } = useTranslation();
  return (
    <DataTable<SourceRow>
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'source', label: t('ledger.column.source'), cell: (row) => row.name },
        { key: 'kolom', label: t('ledger.column.kolom'), cell: (row) => t(`ledger.kolom.${row.kolom}`) },
        ...parts.map((part) => ({
          key: part,
          label: t(`ledger.column.${part}`),
          numeric: true,
          cell: (row: SourceRow) => <Money cents={row[part]} look="full" />,
        })),
      ]}
      total={[
        t('ledger.column.total'),
        '',
        ...parts.map((part) => <Money key={part} cents={sum(rows.map((row) => row[part]))} look="full" />),
      ]}
    />
  );
}
