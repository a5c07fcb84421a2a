import { useTranslation } from 'react-i18next';
import { Card } from '~/ui/card';
import { formatDate } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { useLocale } from '~/ui/locale';
import { type CalendarDate } from '~/domain/calendar';
import { Pagination } from '~/ui/pagination';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { type Paged } from '~/domain/paging';
import { paths } from '~/paths';

interface OpenBatch {
  number: number;
  total: Cents;
  maker: string | null;
  madeOn: CalendarDate;
  /** Whether whoever looks made it. */
  own: boolean;
}

/** What waits for the one who approves. */
export function BatchesToApprove({ batches }: { batches: Paged<OpenBatch> }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <section className="wk-stack" id="goedkeuren">
      <Heading level={2}>{t('payment.list.approve')}</Heading>
      {batches.total === 0 ? <p>{t('payment.list.approveNone')}</p> : null}
      <ul className="wk-cards">
        {batches.rows.map(({ number, total, maker, madeOn, own }) => (
          <Card
            key={number}
            href={paths.payments.batch(number)}
            title={t('payment.list.approveItem', { number, amount: formatEuros(total, locale) })}
            below={own ? t('payment.list.approveOwn') : t('payment.list.look')}
          >
            {t('payment.list.approveHelp', { maker, date: formatDate(madeOn, locale) })}
          </Card>
        ))}
      </ul>
      <Pagination list={batches} what={t('payment.list.approve')} name="goedkeuren" anchor="goedkeuren" />
    </section>
  );
}
