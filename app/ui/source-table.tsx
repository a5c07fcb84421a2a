import { useTranslation } from 'react-i18next';
import { figureName } from './figure-name';
import { DataTable } from './data-table';
import { Money } from './money';
import { Pagination } from './pagination';
import { type Budget } from '~/domain/ledger/balance';
import { type Kolom } from '~/domain/ledger/kolom';
import { type Paged } from '~/domain/paging';

export type SourceRow = Budget & { id: string; name: string; kolom: Kolom };

const parts = ['budget', 'reserved', 'granted', 'paid', 'left'] as const;

interface SourceTableProps {
  caption: string;
  sources: Paged<SourceRow>;
  /** What all sources together brought, on whatever page they stand. */
  total: Budget;
  /** The end of this year was booked: what was left is no longer free. */
  ended: boolean;
}

/** The sources of a wijk's year and where their money stands. */
export function SourceTable({ caption, sources, total, ended }: SourceTableProps) {
  const { t } = useTranslation();
  return (
    <div className="wk-stack" id="bronnen">
      <DataTable<SourceRow>
        caption={caption}
        captionHidden
        rows={sources.rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'source', label: t('ledger.column.source'), cell: (row) => row.name },
          { key: 'kolom', label: t('ledger.column.kolom'), cell: (row) => t(`ledger.kolom.${row.kolom}`) },
          ...parts.map((part) => ({
            key: part,
            label: t(`ledger.column.${figureName(part, ended)}`),
            numeric: true,
            cell: (row: SourceRow) => <Money cents={row[part]} look="full" />,
          })),
        ]}
        total={[
          t('ledger.column.total'),
          '',
          ...parts.map((part) => <Money key={part} cents={total[part]} look="full" />),
        ]}
      />
      <Pagination list={sources} what={caption} name="bronnen" anchor="bronnen" />
    </div>
  );
}
