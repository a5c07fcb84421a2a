import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { type Rollover } from '~/domain/ledger/year-end';
import { type Cents, sum } from '~/domain/money/cents';
import { paths } from '~/paths';

/** What a source has left in a wijk, or in all of them, and where it goes. `rule` is left out once it is booked. */
export interface YearEndRow {
  wijk?: string;
  sourceId: string;
  /** With its year, when that is an earlier one. */
  source: string;
  carried: Cents;
  returned: Cents;
  rest: Cents;
  rule?: { name: Rollover | 'expired'; pct: number };
}

/** The rows of all wijken as one a source. */
function perSource(rows: readonly YearEndRow[]): YearEndRow[] {
  const firsts = new Map(rows.map((row) => [row.sourceId, row]));
  return [...firsts.values()].map((first) => {
    const own = rows.filter(({ sourceId }) => sourceId === first.sourceId);
    return {
      ...first,
      wijk: undefined,
      rest: sum(own.map(({ rest }) => rest)),
      carried: sum(own.map(({ carried }) => carried)),
      returned: sum(own.map(({ returned }) => returned)),
    };
  });
}

interface YearEndTableProps {
  caption: string;
  rows: readonly YearEndRow[];
  year: number;
}

/** Per source, or per wijk and source: what is left, what its rule says, what stays and what goes back. */
function YearEndTable({ caption, rows, year }: YearEndTableProps) {
  const { t } = useTranslation();
  const amounts = ['rest', 'carried', 'returned'] as const;
  const ruled = rows.some(({ rule }) => rule);
  const placed = rows.some(({ wijk }) => wijk);
  const wijk = { key: 'wijk', label: t('ledger.column.wijk'), cell: (row: YearEndRow) => row.wijk };
  const rule = {
    key: 'rule',
    label: t('yearEnd.wijken.rule'),
    cell: (row: YearEndRow) => row.rule && t(`yearEnd.rule.${row.rule.name}`, { pct: row.rule.pct }),
  };
  return (
    <DataTable<YearEndRow>
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => `${row.wijk} ${row.sourceId}`}
      columns={[
        ...(placed ? [wijk] : []),
        { key: 'source', label: t('ledger.column.source'), cell: (row) => row.source },
        ...(ruled ? [rule] : []),
        ...amounts.map((part) => ({
          key: part,
          label: t(`yearEnd.wijken.${part}`, { next: year + 1 }),
          numeric: true,
          cell: (row: YearEndRow) => <Money cents={row[part]} look="full" />,
        })),
      ]}
      total={[
        t('ledger.column.total'),
        ...(placed ? [''] : []),
        ...(ruled ? [''] : []),
        ...amounts.map((part) => <Money key={part} cents={sum(rows.map((row) => row[part]))} look="full" />),
      ]}
    />
  );
}

/** The table per source, and behind it the same money per wijk. */
export function YearEndMoney({ caption, rows, year }: YearEndTableProps) {
  const { t } = useTranslation();
  return (
    <>
      <YearEndTable caption={caption} rows={perSource(rows)} year={year} />
      <details className="wk-details">
        <summary>{t('yearEnd.wijken.open')}</summary>
        <YearEndTable caption={t('yearEnd.wijken.perWijk', { year })} rows={rows} year={year} />
      </details>
    </>
  );
}

/** Money that waits for a decision when the year ends. */
export interface ReservationRow {
  number: number;
  title: string;
  wijk: string;
  cents: Cents;
  carryOver: boolean;
}

/** The reservations without a decision, and whether each goes on. */
export function ReservationTable({ rows, year }: { rows: readonly ReservationRow[]; year: number }) {
  const { t } = useTranslation();
  return (
    <DataTable<ReservationRow>
      caption={t('yearEnd.reservations.table', { year })}
      captionHidden
      rows={rows}
      rowKey={(row) => String(row.number)}
      columns={[
        {
          key: 'initiative',
          label: t('ledger.column.initiative'),
          cell: (row) => <Link href={paths.initiative.show(row.number)}>{row.title}</Link>,
        },
        { key: 'wijk', label: t('ledger.column.wijk'), cell: (row) => row.wijk },
        {
          key: 'then',
          label: t('yearEnd.reservations.then'),
          cell: (row) =>
            t(`yearEnd.reservations.${row.carryOver ? 'carriedOver' : 'lapses'}`, { next: year + 1 }),
        },
        {
          key: 'cents',
          label: t('yearEnd.reservations.cents'),
          numeric: true,
          cell: (row) => <Money cents={row.cents} look="full" />,
        },
      ]}
    />
  );
}
