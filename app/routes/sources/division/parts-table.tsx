import { useTranslation } from 'react-i18next';
import { DataTable } from '~/ui/data-table';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Money } from '~/ui/money';
import { type DivisionKey, type Weight } from '~/domain/ledger/division';
import { type Cents } from '~/domain/money/cents';
import { shownWeight } from '../shared/weight';
import { paths } from '~/paths';

interface PartRow {
  slug: string;
  name: string;
  weight: Weight | null;
  cents: Cents;
}

interface PartsTableProps {
  division: { by: DivisionKey; totalCents: Cents; parts: readonly PartRow[] };
}

/** What each wijk weighed in a division, and what it got. */
export function PartsTable({ division: { by, totalCents, parts } }: PartsTableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const weight = {
    key: 'weight',
    label: t(by === 'inhabitants' ? 'ledger.column.inhabitants' : 'source.division.weight'),
    numeric: true,
    cell: (row: PartRow) => (row.weight === null ? null : shownWeight(row.weight, locale)),
  };
  const weights = by === 'amounts' ? [] : [weight];
  const all = parts.reduce((sum, row) => sum + (row.weight ?? 0n), 0n);
  return (
    <DataTable<PartRow>
      caption={t('source.division.table')}
      captionHidden
      rows={parts}
      rowKey={(row) => row.slug}
      columns={[
        {
          key: 'wijk',
          label: t('ledger.column.wijk'),
          cell: (row) => <Link href={paths.area.wijk(row.slug)}>{row.name}</Link>,
        },
        ...weights,
        {
          key: 'amount',
          label: t('ledger.column.amount'),
          numeric: true,
          cell: (row) => <Money cents={row.cents} look="full" />,
        },
      ]}
      total={[
        t('ledger.column.total'),
        ...weights.map(() => shownWeight(all, locale)),
        <Money key="amount" cents={totalCents} look="full" />,
      ]}
    />
  );
}
