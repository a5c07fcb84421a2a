import { type CalendarDate } from '~/domain/calendar';
import { formatDate } from '~/domain/date-format';
import { useLocale } from './locale';

export { formatDate };

export function DateText({ date }: { date: CalendarDate }) {
  const locale = useLocale();
  return (
    <time className="wk-date" dateTime={date}>
      {formatDate(date, locale)}
    </time>
  );
}
