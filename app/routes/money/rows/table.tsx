import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { DateText } from '~/ui/date';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { type CalendarDate } from '~/domain/calendar';
import { type AccountKind } from '~/domain/ledger/accounts';
import { type EntryKind } from '~/domain/ledger/kinds';
import { type Cents } from '~/domain/money/cents';
import { paths } from '~/paths';

/** A posting that counts in a number, with its sign in it. */
export interface CountedRow {
  entryId: bigint;
  line: number;
  number: number;
  kind: EntryKind;
  effectiveOn: CalendarDate;
  reason: string;
  account: AccountKind;
  source: string;
  slug: string;
  wijk: string;
  initiative: number | null;
  title: string | null;
  cents: Cents;
}

interface RowsTableProps {
  rows: readonly CountedRow[];
  /** The budget year, whose book of the wijk has the entry. */
  year: number;
  /** Of all rows, when they all stand here. */
  total: Cents | null;
}

/** The rows that a number sums; each leads to its entry in the book of the wijk. */
export function RowsTable({ rows, year, total }: RowsTableProps) {
  const { t } = useTranslation();
  return (
    <div className="wk-scroll wk-scroll--tight">
      <DataTable<CountedRow>
        caption={t('money.rows.table')}
        captionHidden
        rows={rows}
        rowKey={({ entryId, line }) => `${entryId}-${line}`}
        columns={[
          {
            key: 'entry',
            label: t('money.rows.column.entry'),
            cell: ({ slug, wijk, number }) => (
              <Link
                className="wk-rows__entry"
                href={`${paths.ledger.postings(slug)}?jaar=${year}&boeking=${number}#boeking-${number}`}
              >
                {t('money.rows.entry', { wijk, number })}
              </Link>
            ),
          },
          {
            key: 'date',
            label: t('ledger.column.date'),
            cell: ({ effectiveOn }) => <DateText date={effectiveOn} />,
          },
          { key: 'what', label: t('money.rows.column.what'), cell: (row) => <What row={row} /> },
          {
            key: 'account',
            label: t('ledger.column.account'),
            cell: (row) => t(`ledger.account.${row.account}`),
          },
          { key: 'source', label: t('ledger.column.source'), cell: ({ source }) => source },
          {
            key: 'amount',
            label: t('ledger.column.amount'),
            numeric: true,
            cell: (row) => <Money cents={row.cents} look="full" />,
          },
        ]}
        total={
          total === null
            ? undefined
            : [t('ledger.column.total'), '', '', '', '', <Money key="total" cents={total} look="full" />]
        }
      />
    </div>
  );
}

/** The kind of entry and what it is for. */
function What({ row: { kind, title, initiative, reason } }: { row: CountedRow }) {
  const { t } = useTranslation();
  return (
    <span>
      {t(`ledger.kind.${kind}`)}
      {': '}
      {title !== null && initiative !== null ? (
        <Link href={paths.initiative.show(initiative)}>{title}</Link>
      ) : (
        reason
      )}
    </span>
  );
}
