import { type Payee } from '#db/reads/grants/payee';
import { useTranslation } from 'react-i18next';
import { formatDate } from './date';
import { useLocale } from './locale';
import { Tag } from './tag';
import { calendarDateIn, type CalendarDate } from '~/domain/calendar';

/** How an account number came here, and who looked at it. A name that is not known, or not for this visitor, is null. */
export interface PayeeStory {
  /** It took the place of another. */
  changed: boolean;
  byApplicant: boolean;
  recorder: string | null;
  recordedOn: CalendarDate;
  /** It has to be confirmed before anything is paid to it. */
  waits: boolean;
  confirmer: string | null;
  confirmedOn: CalendarDate | null;
}

/** How an account came here, with names, for whoever makes or approves payments. */
export function storyOf(payee: Payee): PayeeStory {
  const { before, byApplicant, recorder, recordedAt, waits, confirmer, confirmedAt } = payee;
  return {
    changed: before !== null,
    ...{ byApplicant, recorder, waits, confirmer },
    recordedOn: calendarDateIn(recordedAt),
    confirmedOn: confirmedAt && calendarDateIn(confirmedAt),
  };
}

/** Since when an account stands, by whom, and whether it is confirmed; what changed stands out. */
export function PayeeStoryLines({ story }: { story: PayeeStory }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { changed, byApplicant, recorder, recordedOn, waits, confirmer, confirmedOn } = story;
  const who = (role: 'applicant' | 'payer' | 'controller', name: string | null) =>
    name === null ? t(`payment.payee.some.${role}`) : t(`payment.payee.who.${role}`, { name });
  const sentence = t(changed ? 'payment.payee.changed' : 'payment.payee.set', {
    date: formatDate(recordedOn, locale),
    who: who(byApplicant ? 'applicant' : 'payer', recorder),
  });
  return (
    <>
      <span className="wk-below wk-small">{changed ? <strong>{sentence}</strong> : sentence}</span>
      {confirmedOn ? (
        <span className="wk-below wk-small">
          {t('payment.payee.confirmed', {
            date: formatDate(confirmedOn, locale),
            who: who('controller', confirmer),
          })}
        </span>
      ) : null}
      {waits && !confirmedOn ? (
        <span className="wk-below">
          <Tag tone="waiting">{t('payment.payee.waits')}</Tag>
        </span>
      ) : null}
    </>
  );
}
