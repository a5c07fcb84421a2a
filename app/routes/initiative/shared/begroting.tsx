import { useTranslation } from 'react-i18next';
import { formatNumber } from '~/ui/number-format';
import { DataTable } from '~/ui/data-table';
import { UserText } from '~/ui/user-text';
import { useLocale } from '~/ui/locale';
import { Money } from '~/ui/money';
import { type BudgetLine, lineCents } from '~/domain/initiative/budget';
import { formatEuros } from '~/domain/money/format';
import { type InitiativeView } from './shown';

type BegrotingProps = Pick<InitiativeView, 'lines' | 'totalCents' | 'ownCents' | 'requestedCents'>;

/** What it costs line by line, and in one sentence who pays what. */
export function Begroting({ lines, totalCents, ownCents, requestedCents }: BegrotingProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (lines.length === 0) return <p className="wk-soft">{t('initiative.budget.none')}</p>;
  const total = <Money cents={totalCents} look="full" />;
  return (
    <div className="wk-stack">
      <p className="wk-prose">
        {t('initiative.budget.sentence', {
          total: formatEuros(totalCents, locale),
          own: formatEuros(ownCents, locale),
          asked: formatEuros(requestedCents, locale),
        })}
      </p>
      <DataTable<BudgetLine & { key: string }>
        caption={t('initiative.budget.caption')}
        captionHidden
        rows={lines.map((line, index) => ({ ...line, key: `${index}` }))}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'what',
            label: t('initiative.budget.what'),
            cell: (line) => <UserText>{line.description}</UserText>,
          },
          {
            key: 'quantity',
            label: t('initiative.budget.quantity'),
            numeric: true,
            cell: (line) => formatNumber(line.quantity, locale),
          },
          {
            key: 'price',
            label: t('initiative.budget.price'),
            numeric: true,
            cell: (line) => <Money cents={line.unitCents} look="full" />,
          },
          {
            key: 'amount',
            label: t('initiative.budget.amount'),
            numeric: true,
            cell: (line) => <Money cents={lineCents(line)} look="full" />,
          },
        ]}
        total={[t('initiative.budget.total'), '', '', total]}
      />
    </div>
  );
}
