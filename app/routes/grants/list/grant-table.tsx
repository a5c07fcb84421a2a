import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { type GrantStanding } from '~/domain/ledger/grant';
import { type Cents } from '~/domain/money/cents';
import { PhaseTag } from '../shared/phase';
import { paths } from '~/paths';

export interface GrantRow {
  number: number;
  title: string;
  wijk: string;
  granted: Cents;
  /** Null before the settlement. */
  settled: Cents | null;
  open: Cents;
  standing: Pick<GrantStanding, 'phase' | 'payable' | 'underWay' | 'claim' | 'paid'>;
}

const amounts = ['granted', 'paid', 'settled', 'open'] as const;

interface GrantTableProps {
  caption: string;
  rows: readonly GrantRow[];
  /** What all grants of the list come to, on whatever page they stand. */
  total: Record<(typeof amounts)[number], Cents>;
}

/** Grants with how far each is; below them what the whole list comes to. */
export function GrantTable({ caption, rows, total }: GrantTableProps) {
  const { t } = useTranslation();
  const money = (key: 'granted' | 'paid' | 'open', amountOf: (row: GrantRow) => Cents) => ({
    key,
    label: t(`grant.column.${key}`),
    numeric: true,
    cell: (row: GrantRow) => <Money cents={amountOf(row)} look="full" />,
  });
  return (
    <DataTable<GrantRow>
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => String(row.number)}
      columns={[
        {
          key: 'initiative',
          label: t('grant.column.initiative'),
          cell: (row) => (
            <>
              <Link href={paths.grants.show(row.number)}>{row.title}</Link>
              <div className="wk-small wk-soft">{row.wijk}</div>
            </>
          ),
        },
        { key: 'phase', label: t('grant.column.phase'), cell: (row) => <PhaseTag standing={row.standing} /> },
        money('granted', (row) => row.granted),
        money('paid', (row) => row.standing.paid),
        {
          key: 'settled',
          label: t('grant.column.settled'),
          numeric: true,
          cell: (row) =>
            row.settled === null ? (
              <span className="wk-soft">{t('grant.list.notYet')}</span>
            ) : (
              <Money cents={row.settled} look="full" />
            ),
        },
        money('open', (row) => row.open),
      ]}
      total={[
        t('grant.column.total'),
        '',
        ...amounts.map((part) => <Money key={part} cents={total[part]} look="full" />),
      ]}
    />
  );
}
