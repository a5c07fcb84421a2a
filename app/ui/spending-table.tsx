import { useTranslation } from 'react-i18next';
import { fewestForPerHead } from '~/domain/area/spending';
import { type Budget } from '~/domain/ledger/balance';
import { type Cents, sum } from '~/domain/money/cents';
import { DataTable } from './data-table';
import { figureName } from './figure-name';
import { Link } from './link';
import { Money } from './money';

export type SpendingRow = Budget & {
  slug: string;
  name: string;
  perHead: Cents | null;
  share: number | null;
};

interface SpendingTableProps {
  caption: string;
  captionHidden?: boolean;
  rows: readonly SpendingRow[];
  /** Of all rows together. */
  perHead: Cents | null;
  hrefOf: (row: SpendingRow) => string;
  /** The end of this year was booked: what was left is no longer free. */
  ended: boolean;
}

const parts = ['budget', 'reserved', 'granted', 'paid', 'left'] as const;

/** The money of every wijk to the cent, with what it is per inhabitant and a total line. */
export function SpendingTable({ caption, captionHidden, rows, perHead, hrefOf, ended }: SpendingTableProps) {
  const { t } = useTranslation();
  return (
    <DataTable<SpendingRow>
      caption={caption}
      captionHidden={captionHidden}
      rows={rows}
      rowKey={(row) => row.slug}
      columns={[
        {
          key: 'wijk',
          label: t('ledger.column.wijk'),
          cell: (row) => <Link href={hrefOf(row)}>{row.name}</Link>,
        },
        ...parts.map((part) => ({
          key: part,
          label: t(`ledger.column.${figureName(part, ended)}`),
          numeric: true,
          cell: (row: SpendingRow) => <Money cents={row[part]} look="full" />,
        })),
        {
          key: 'perHead',
          label: t('ledger.column.perHead'),
          numeric: true,
          cell: (row) => <PerHead cents={row.perHead} />,
        },
      ]}
      total={[
        t('ledger.column.total'),
        ...parts.map((part) => <Money key={part} cents={sum(rows.map((row) => row[part]))} look="full" />),
        <PerHead key="perHead" cents={perHead} />,
      ]}
    />
  );
}

/** An amount per inhabitant, or a dash that says why there is none. */
export function PerHead({ cents }: { cents: Cents | null }) {
  const { t } = useTranslation();
  if (cents !== null) return <Money cents={cents} look="full" />;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="wk-visually-hidden">{t('area.wijk.perHeadNone')}</span>
    </>
  );
}

/** When there is a dash instead of an amount per inhabitant. */
export function PerHeadNote() {
  const { t } = useTranslation();
  return <p className="wk-small wk-soft">{t('ledger.perHeadNote', { count: fewestForPerHead })}</p>;
}
