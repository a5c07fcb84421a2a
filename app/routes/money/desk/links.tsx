import { useTranslation } from 'react-i18next';
import { Card } from '~/ui/card';
import { Heading } from '~/ui/heading';
import { useLocale } from '~/ui/locale';
import { Tag } from '~/ui/tag';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';

interface Waiting {
  /** Payments that stand on no list yet, and what they are together. */
  payments: number;
  cents: Cents;
  /** Account numbers that wait for a second person. */
  payees: number;
  /** Payment lists that wait for approval. */
  batches: number;
}

interface DeskLinksProps {
  work: {
    links: readonly { name: 'payments' | 'grants' | 'sources' | 'statements' | 'yearEnd'; href: string }[];
    waiting: Waiting | null;
  };
}

/** Where the work on money is done, with what waits there. */
export function DeskLinks({ work: { links, waiting } }: DeskLinksProps) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" aria-labelledby="doen">
      <Heading level={2} id="doen">
        {t('money.desk.title')}
      </Heading>
      <ul className="wk-cards">
        {links.map(({ name, href }) => (
          <Card
            key={name}
            href={href}
            title={t(`money.desk.${name}.title`)}
            below={name === 'payments' && waiting ? <WaitingPayments waiting={waiting} /> : null}
          >
            {t(`money.desk.${name}.text`)}
          </Card>
        ))}
      </ul>
    </section>
  );
}

function WaitingPayments({ waiting: { payments, cents, payees, batches } }: { waiting: Waiting }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (payments + batches === 0) return <Tag>{t('money.desk.payments.nothing')}</Tag>;
  return (
    <div className="wk-cluster">
      {payments > 0 ? (
        <Tag tone="waiting">
          {t('money.desk.payments.waiting', { count: payments, total: formatEuros(cents, locale) })}
        </Tag>
      ) : null}
      {payees > 0 ? <Tag tone="waiting">{t('money.desk.payees', { count: payees })}</Tag> : null}
      {batches > 0 ? <Tag tone="waiting">{t('money.desk.batches', { count: batches })}</Tag> : null}
    </div>
  );
}
