import { useTranslation } from 'react-i18next';
import { CameBackWaiting } from '~/ui/came-back';
import { Card } from '~/ui/card';
import { Heading } from '~/ui/heading';
import { Pagination } from '~/ui/pagination';
import { type Paged } from '~/domain/paging';
import { PayeeStoryLines } from '~/ui/payee-story';
import { type WaitingRow } from '~/ui/waiting-payments';
import { paths } from '~/paths';

/** The accounts that somebody else has to confirm before anything is paid to them. */
export function PayeesToConfirm({ payments }: { payments: Paged<WaitingRow> }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" id="bevestigen">
      <Heading level={2}>{t('payment.payee.toConfirm')}</Heading>
      <p>{t('payment.payee.toConfirmHelp')}</p>
      <ul className="wk-cards">
        {payments.rows.map(({ initiativeId, number, title, payee, cameBack }) => (
          <Card
            key={initiativeId}
            href={paths.grants.payeeConfirm(number)}
            title={t('payment.payee.of', { title })}
            below={t('payment.payee.look')}
          >
            {payee ? <PayeeStoryLines story={payee.story} /> : null}
            {cameBack ? <CameBackWaiting cameBack={cameBack} /> : null}
          </Card>
        ))}
      </ul>
      <Pagination list={payments} what={t('payment.payee.toConfirm')} name="bevestigen" anchor="bevestigen" />
    </section>
  );
}
