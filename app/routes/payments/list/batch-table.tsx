import { useTranslation } from 'react-i18next';
import { type Batch } from '#db/reads/payments/batch';
import { DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/date';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { BatchTag } from '../shared/batch-state';
import { paths } from '~/paths';

export type BatchRow = Pick<
  Batch,
  'number' | 'executeOn' | 'verdict' | 'state' | 'lines' | 'arrived' | 'returned' | 'total'
>;

/** Batches with how far each is, and what the bank said of its payments. */
export function BatchTable({ rows }: { rows: readonly BatchRow[] }) {
  const { t } = useTranslation();
  return (
    <DataTable<BatchRow>
      caption={t('payment.list.batchesTable')}
      captionHidden
      rows={rows}
      rowKey={(row) => String(row.number)}
      columns={[
        {
          key: 'batch',
          label: t('payment.column.batch'),
          cell: ({ number }) => (
            <Link href={paths.payments.batch(number)}>{t('payment.batch.title', { number })}</Link>
          ),
        },
        { key: 'state', label: t('payment.column.state'), cell: (row) => <BatchTag state={row.state} /> },
        { key: 'bank', label: t('payment.column.bank'), cell: (row) => <ReportedByBank row={row} /> },
        {
          key: 'date',
          label: t('payment.column.date'),
          cell: (row) => <DateText date={row.executeOn} />,
        },
        { key: 'lines', label: t('payment.column.lines'), numeric: true, cell: (row) => row.lines },
        {
          key: 'total',
          label: t('payment.column.total'),
          numeric: true,
          cell: (row) => <Money cents={row.total} look="full" />,
        },
      ]}
    />
  );
}

/** How many payments of an approved batch arrived, and how many came back. */
function ReportedByBank({ row: { verdict, lines, arrived, returned } }: { row: BatchRow }) {
  const { t } = useTranslation();
  if (verdict !== 'approved') return null;
  return (
    <span>
      {t('payment.arrived', { arrived, lines })}
      {returned > 0 ? (
        <strong className="wk-below">{t('payment.returned', { count: returned })}</strong>
      ) : null}
    </span>
  );
}
