import { useTranslation } from 'react-i18next';
import { fewestForPerHead, type PerHead as PerHeadFigure } from '~/domain/area/spending';
import { type Budget } from '~/domain/ledger/balance';
import { sum } from '~/domain/money/cents';
import { DataTable } from './data-table';
import { figureName } from './figure-name';
import { Link } from './link';
import { Money } from './money';

export type SpendingRow = Budget & {
  slug: string;
  name: string;
  perHead: PerHeadFigure;
  share: number | null;
};

interface SpendingTableProps {
  caption: string;
  captionHidden?: boolean;
  rows: readonly SpendingRow[];
  /** Of all rows together. */
  perHead: PerHeadFigure;
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
          cell: (row) => <PerHead figure={row.perHead} />,
        },
      ]}
      total={[
        t('ledger.column.total'),
        ...parts.map((part) => <Money key={part} cents={sum(rows.map((row) => row[part]))} look="full" />),
        <PerHead key="perHead" figure={perHead} />,
      ]}
    />
  );
}

/** An amount per inhabitant, or in words why there is none. */
export function PerHead({ figure }: { figure: PerHeadFigure }) {
  const { t } = useTranslation();
  if (typeof figure !== 'string') return <Money cents={figure} look="full" />;
  return <span className="wk-soft">{t(`ledger.perHeadNone.${figure}`, { count: fewestForPerHead })}</span>;
}

/** When there are words instead of an amount per inhabitant. */
export function PerHeadNote() {
  const { t } = useTranslation();
  return <p className="wk-small wk-soft">{t('ledger.perHeadNote', { count: fewestForPerHead })}</p>;
}
