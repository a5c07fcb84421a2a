import { useTranslation } from 'react-i18next';
import { figureName } from '~/ui/figure-name';
import { DataTable } from '~/ui/data-table';
import { Link } from '~/ui/link';
import { type Budget, type Measure } from '~/domain/ledger/balance';
import { type PerHead as PerHeadFigure } from '~/domain/area/spending';
import { FigureLink } from './figure-link';
import { type MoneyAsked, type MoneyFilters, rowsHref } from '../shared/link';
import { PerHead } from '~/ui/spending-table';

/** One row of money: a kolom, a wijk, a theme or a source. */
export interface MeasureRow {
  key: string;
  label: string;
  href?: string;
  filters: MoneyFilters;
  budget: Budget;
  perHead?: PerHeadFigure;
}

interface MeasureTableProps {
  caption: string;
  nameLabel: string;
  asked: MoneyAsked;
  rows: readonly MeasureRow[];
  total: Budget;
  /** The whole per inhabitant; without it the table has no such column. */
  perHead?: PerHeadFigure;
}

const shown = ['budget', 'reserved', 'granted', 'paid', 'left', 'settled'] as const satisfies Measure[];

/** Budget against where it stands; each figure opens the rows it sums. */
export function MeasureTable({ caption, nameLabel, asked, rows, total, perHead }: MeasureTableProps) {
  const { t } = useTranslation();
  const figure = (measure: Measure, budget: Budget, filters?: MoneyFilters) => (
    <FigureLink href={rowsHref(asked, measure, filters)} cents={budget[measure]} look="full" />
  );
  const perHeadColumn = {
    key: 'perHead',
    label: t('ledger.column.perHead'),
    numeric: true,
    cell: (row: MeasureRow) => <PerHead figure={row.perHead ?? 'unknown'} />,
  };
  return (
    <div className="wk-scroll">
      <DataTable<MeasureRow>
        caption={caption}
        captionHidden
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'name',
            label: nameLabel,
            cell: ({ href, label }) => (href ? <Link href={href}>{label}</Link> : label),
          },
          ...shown.map((measure) => ({
            key: measure,
            label: t(`money.figure.${figureName(measure, asked.ended)}`),
            numeric: true,
            cell: ({ budget, filters }: MeasureRow) => figure(measure, budget, filters),
          })),
          ...(perHead === undefined ? [] : [perHeadColumn]),
        ]}
        total={[
          t('ledger.column.total'),
          ...shown.map((measure) => <span key={measure}>{figure(measure, total)}</span>),
          ...(perHead === undefined ? [] : [<PerHead key="perHead" figure={perHead} />]),
        ]}
      />
    </div>
  );
}
