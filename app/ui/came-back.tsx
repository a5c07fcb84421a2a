import { useTranslation } from 'react-i18next';
import { formatDate } from './date';
import { useLocale } from './locale';
import { type CalendarDate } from '~/domain/calendar';
import { type WhyBack } from '~/domain/money/return-reason';

/** A payment that the bank sent back. */
export interface CameBack {
  on: CalendarDate;
  why: WhyBack;
  /** The account is another since. */
  payeeChanged: boolean;
}

/** When a payment came back and why, in words. */
export function CameBackLines({ cameBack: { on, why } }: { cameBack: CameBack }) {
  const { t } = useTranslation();
  const date = formatDate(on, useLocale());
  return (
    <>
      <strong className="wk-below wk-small">{t('payment.cameBack.when', { date })}</strong>
      <span className="wk-below wk-small">
        <Why why={why} />
      </span>
    </>
  );
}

/** The same where it waits to be paid again: to look at the account first, as long as nobody changed it. */
export function CameBackWaiting({ cameBack }: { cameBack: CameBack }) {
  const { t } = useTranslation();
  return (
    <>
      <CameBackLines cameBack={cameBack} />
      <span className="wk-below wk-small">
        {t(cameBack.payeeChanged ? 'payment.cameBack.changed' : 'payment.cameBack.look')}
      </span>
    </>
  );
}

function Why({ why }: { why: WhyBack }) {
  const { t } = useTranslation();
  if (why === null) return <>{t('payment.cameBack.noReason')}</>;
  if ('code' in why) return <>{t('payment.cameBack.otherReason', { code: why.code })}</>;
  return <>{t(`payment.cameBack.reason.${why.reason}`)}</>;
}
