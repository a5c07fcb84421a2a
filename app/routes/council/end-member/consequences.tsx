import { useTranslation } from 'react-i18next';
import { type CalendarDate } from '~/domain/calendar';
import { type Shortage } from '~/domain/council/composition';
import { DateText } from '~/ui/date';
import { Heading } from '~/ui/heading';

interface ConsequencesProps {
  lastDay: CalendarDate;
  sitting: number;
  needed: number;
  shortage: Shortage | null;
  lost: 'chair' | 'secretary' | null;
}

/** What follows when somebody leaves: the seat, who is needed to open a meeting, and what the rules of order then say. */
export function Consequences({ lastDay, sitting, needed, shortage, lost }: ConsequencesProps) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.admin.endMember.follows')}</Heading>
      <ul>
        <li>
          {t('council.admin.endMember.lastDayIs')} <DateText date={lastDay} />.{' '}
          {t('council.admin.endMember.vacant')}
        </li>
        <li>{t('council.admin.endMember.quorum', { count: sitting, needed })}</li>
        {lost ? <li>{t(`council.admin.endMember.lost.${lost}`)}</li> : null}
        {shortage ? (
          <li>
            <strong>{t('council.admin.fault.residentsShort')}</strong> {t('council.admin.until')}{' '}
            <DateText date={shortage.graceUntil} />.
          </li>
        ) : (
          <li>{t('council.admin.endMember.enough')}</li>
        )}
        <li>{t('council.admin.endMember.stays')}</li>
      </ul>
    </section>
  );
}
