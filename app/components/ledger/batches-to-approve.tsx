import { useTranslation } from 'react-i18next';
import { Card } from '~/components/ui/card';
import { formatDate } from '~/components/ui/date';
import { Heading } from '~/components/ui/heading';
import { useLocale } from '~/components/ui/locale';
import { type CalendarDate } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';

interface OpenBatch {
  number: number;
  total: Cents;
  maker: string | null;
  madeOn: CalendarDate;
  /** Whether whoever looks made it. */
  own: boolean;
}

/** What waits for the one who approves. */
export function BatchesToApprove({ batches }: { batches: readonly OpenBatch[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('payment.list.approve')}</Heading>
      {batches.length === 0 ? <p>{t('payment.list.approveNone')}</p> : null}
      <ul className="wk-cards">
        {batches.map(({ number, total, maker, madeOn, own }) => (
          <Card
            key={number}
            href={`/gemeente/betalingen/${number}`}
            title={t('payment.list.approveItem', { number, amount: formatEuros(total, locale) })}
            below={own ? t('payment.list.approveOwn') : t('payment.list.look')}
          >
            {t('payment.list.approveHelp', { maker, date: formatDate(madeOn, locale) })}
          </Card>
        ))}
      </ul>
    </section>
  );
}
