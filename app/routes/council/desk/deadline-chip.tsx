import { useTranslation } from 'react-i18next';
import { type CalendarDate } from '~/domain/calendar';
import { DateText } from '~/ui/date';
import { Icon } from '~/ui/icon';

interface DeadlineChipProps {
  date: CalendarDate;
  /** Whole days until the date; negative when it has passed. */
  daysLeft: number;
}

export function DeadlineChip({ date, daysLeft }: DeadlineChipProps) {
  const { t } = useTranslation();
  const late = daysLeft < 0;
  const key = late ? 'late' : daysLeft === 0 ? 'today' : 'left';
  return (
    <span className={late ? 'wk-deadline wk-deadline--late' : 'wk-deadline'}>
      <Icon name={late ? 'bad' : 'waiting'} />
      <span>
        <strong>{t(`ui.deadline.${key}`, { count: Math.abs(daysLeft) })}</strong>{' '}
        <span className="wk-deadline__date">
          <DateText date={date} />
        </span>
      </span>
    </span>
  );
}
