import { useTranslation } from 'react-i18next';
import { NoAccount } from '~/routes/payments/shared/no-account';
import { Account } from '~/ui/waiting-payments';
import { Alert } from '~/ui/alert';
import { Button, ButtonLink } from '~/ui/button';
import { DateText, formatDate } from '~/ui/date';
import { Facts } from '~/ui/facts';
import { Form } from '~/ui/form';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Money } from '~/ui/money';
import { formatEuros } from '~/domain/money/format';
import { type BatchView } from './view.server';
import { paths } from '~/paths';

/** Who made it and when, who ended it, and what it comes to. */
export function BatchFacts({ batch, bank }: Pick<BatchView, 'batch' | 'bank'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { total, executeOn, maker, madeOn, verdict, judge, judgedOn, reason } = batch;
  const by = (name: string | null, date: typeof madeOn) =>
    t('payment.batch.madeBy', { name, date: formatDate(date, locale) });
  const ended =
    verdict && judgedOn ? [{ label: t(`payment.batch.${verdict}`), value: by(judge, judgedOn) }] : [];
  return (
    <Facts
      across
      items={[
        { label: t('payment.batch.total'), value: <Money cents={total} look="full" /> },
        { label: t('payment.batch.executeOn'), value: <DateText date={executeOn} /> },
        { label: t('payment.batch.made'), value: by(maker, madeOn) },
        ...ended,
        ...(reason ? [{ label: t('payment.batch.reason'), value: reason }] : []),
        ...(bank ? [{ label: t('payment.batch.from'), value: <Account {...bank} /> }] : []),
      ]}
    />
  );
}

/** What approving does; or why it cannot be done, and what to do. */
export function Approval({
  batch,
  stale,
  recordedOne,
  mayApprove,
}: Pick<BatchView, 'batch' | 'stale' | 'recordedOne' | 'mayApprove'>) {
  const { t } = useTranslation();
  if (stale) {
    return (
      <Alert tone="bad">
        <p>
          <strong>{t('payment.batch.staleTitle')}</strong>
        </p>
        <p>{t('payment.batch.stale')}</p>
      </Alert>
    );
  }
  if (!mayApprove) return null;
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('payment.batch.approve')}</Heading>
      {batch.own ? (
        <p>{t('payment.batch.approveOwn')}</p>
      ) : recordedOne ? (
        <p>{t('payment.batch.approveRecorded')}</p>
      ) : (
        <ApproveForm batch={batch} />
      )}
    </section>
  );
}

/** What to do with a batch whose approval fell: nothing to the bank, and back to the start. */
export function Fallen({ batch, mayReverse }: Pick<BatchView, 'batch' | 'mayReverse'>) {
  const { t } = useTranslation();
  return (
    <Alert tone="bad">
      <p>
        <strong>{t('payment.batch.fallen.title')}</strong>
      </p>
      <p>{t('payment.batch.fallen.why')}</p>
      <p>{t('payment.batch.fallen.bank')}</p>
      {mayReverse ? (
        <p>
          <ButtonLink href={paths.payments.batchWithdraw(batch.number)}>
            {t('payment.batch.withdrawLink')}
          </ButtonLink>
        </p>
      ) : (
        <p>{t('payment.batch.fallen.ask')}</p>
      )}
    </Alert>
  );
}

function ApproveForm({ batch }: Pick<BatchView, 'batch'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  const amount = formatEuros(batch.total, locale);
  return (
    <Form reloadDocument className="wk-stack">
      <p>{t('payment.batch.approveWhat', { count: batch.lines, amount })}</p>
      <p>{t('payment.batch.approveAfter')}</p>
      <Button>{t('payment.batch.approveSubmit')}</Button>
    </Form>
  );
}

/** The way to withdraw it; the first thing to do when it is stale. */
export function Withdrawal({ batch, stale }: Pick<BatchView, 'batch' | 'stale'>) {
  const { t } = useTranslation();
  return (
    <p>
      <ButtonLink href={paths.payments.batchWithdraw(batch.number)} look={stale ? 'primary' : 'secondary'}>
        {t('payment.batch.withdrawLink')}
      </ButtonLink>
    </p>
  );
}

/** The file for the bank, or what is missing to make it. */
export function ToBank({ batch, bank }: Pick<BatchView, 'batch' | 'bank'>) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('payment.batch.bank.title')}</Heading>
      {bank ? (
        <>
          <p>{t('payment.batch.bank.how')}</p>
          <p>
            <ButtonLink href={paths.payments.batchFile(batch.number)} download>
              {t('payment.batch.bank.download')}
            </ButtonLink>
          </p>
          <p>
            <Link href={paths.payments.statements}>{t('payment.batch.bank.after')}</Link>
          </p>
        </>
      ) : (
        <NoAccount />
      )}
    </section>
  );
}
