import { useTranslation } from 'react-i18next';
import { type EndedYear } from '#db/reads/yearEnd/result';
import { formatEuros } from '~/domain/money/format';
import { type Cents, cents } from '~/domain/money/cents';
import { DataTable } from './data-table';
import { useLocale } from './locale';
import { Money } from './money';

interface EndedYearMoneyProps {
  ended: EndedYear | null;
  /** What was left of the year: what went on, what went back, and what came free since. */
  left: Cents;
}

const parts = ['carried', 'returned'] as const;

/** Where the money went that was left of a year, in total and per source; nothing while its end was not booked. */
export function EndedYearMoney({ ended, left }: EndedYearMoneyProps) {
  const { t } = useTranslation();
  if (!ended) return null;
  const { year, sources } = ended;
  return (
    <div className="wk-stack">
      <EndedYearLine ended={ended} left={left} />
      <details className="wk-details">
        <summary>{t('yearEnd.ended.perSource')}</summary>
        <DataTable<EndedYear['sources'][number]>
          caption={t('yearEnd.ended.table', { year })}
          captionHidden
          rows={sources}
          rowKey={(row) => row.sourceId}
          columns={[
            { key: 'source', label: t('ledger.column.source'), cell: (row) => row.source },
            ...parts.map((part) => ({
              key: part,
              label: t(`yearEnd.ended.column.${part}`, { next: year + 1 }),
              numeric: true,
              cell: (row: EndedYear['sources'][number]) => <Money cents={row[part]} look="full" />,
            })),
          ]}
          total={[
            t('ledger.column.total'),
            ...parts.map((part) => <Money key={part} cents={ended[part]} look="full" />),
          ]}
        />
      </details>
    </div>
  );
}

/** The same in one line. */
export function EndedYearLine({ ended, left }: { ended: EndedYear; left: Cents | null }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { year, carried, returned } = ended;
  const free = left === null ? 0n : left - carried - returned;
  const euros = (amount: bigint) => formatEuros(cents(amount), locale, 'full');
  return (
    <p>
      {t('yearEnd.ended.carried', { next: year + 1, amount: euros(carried) })}{' '}
      {t('yearEnd.ended.returned', { amount: euros(returned) })}
      {free > 0n ? ` ${t('yearEnd.ended.free', { amount: euros(free) })}` : null}
    </p>
  );
}
