import { useTranslation } from 'react-i18next';
import { Card } from '~/components/ui/card';
import { Heading } from '~/components/ui/heading';
import { PayeeStoryLines } from './payee-story';
import { type WaitingRow } from './waiting-payments';

/** The accounts that somebody else has to confirm before anything is paid to them. */
export function PayeesToConfirm({ rows }: { rows: readonly WaitingRow[] }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('payment.payee.toConfirm')}</Heading>
      <p>{t('payment.payee.toConfirmHelp')}</p>
      <ul className="wk-cards">
        {rows.map(({ initiativeId, number, title, payee }) => (
          <Card
            key={initiativeId}
            href={`/gemeente/toekenningen/${number}/rekeningnummer/bevestigen`}
            title={t('payment.payee.of', { title })}
            below={t('payment.payee.look')}
          >
            {payee ? <PayeeStoryLines story={payee.story} /> : null}
          </Card>
        ))}
      </ul>
    </section>
  );
}
