import { useTranslation } from 'react-i18next';
import { figureName } from '~/ui/figure-name';
import { type Budget } from '~/domain/ledger/balance';
import { amountOf, type Figure } from '~/domain/ledger/figure';
import { type Cents } from '~/domain/money/cents';
import { formatWholeEuros } from '~/domain/money/format';
import { DataTable } from '~/ui/data-table';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';

type Row = { key: string; name: string; href?: string; budget: Budget };

interface GlanceTableProps {
  caption: string;
  rows: readonly Row[];
  total: Budget;
  /** The end of this year was booked: what was left is no longer free. */
  ended: boolean;
}

const figures = ['budget', 'given', 'left'] as const satisfies readonly Figure[];

/** Three figures a wijk in whole euros: a table that stays one on a phone, and that can be read with many wijken. */
export function GlanceTable({ caption, rows, total, ended }: GlanceTableProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const whole = (cents: Cents) => formatWholeEuros(cents, locale);
  return (
    <DataTable<Row>
      short
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'wijk',
          label: t('ledger.column.wijk'),
          cell: ({ name, href }) => (href ? <Link href={href}>{name}</Link> : name),
        },
        ...figures.map((figure) => ({
          key: figure,
          label: t(`ledger.glance.${figureName(figure, ended)}`),
          numeric: true,
          cell: ({ budget }: Row) => whole(amountOf(figure, budget)),
        })),
      ]}
      total={[t('ledger.column.total'), ...figures.map((figure) => whole(amountOf(figure, total)))]}
    />
  );
}
