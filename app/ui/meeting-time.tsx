import { useTranslation } from 'react-i18next';
import { calendarDateIn } from '~/domain/calendar';
import { wallTime } from '~/domain/council/wall-clock';
import { DateText } from './date';

/** "di 3 maart 2026 om 19.30 uur" */
export function MeetingTime({ at }: { at: Date }) {
  const { t } = useTranslation();
  return (
    <>
      <DateText date={calendarDateIn(at)} />{' '}
      <span className="wk-figures">{t('council.when', { time: wallTime(at) })}</span>
    </>
  );
}
