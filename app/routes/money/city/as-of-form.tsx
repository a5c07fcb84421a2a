import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { DateField } from '~/ui/field';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { type CalendarDate } from '~/domain/calendar';

interface AsOfFormProps {
  /** The page's own address. */
  path: string;
  year: number;
  today: CalendarDate;
  asked: { on: CalendarDate | null; error: 'invalid' | 'future' | null };
}

/** Chooses the day whose state a page shows; the address keeps it. */
export function AsOfForm({ path, year, today, asked: { on, error } }: AsOfFormProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div className="wk-stack--close">
      <form className="wk-as-of wk-no-print" method="get" action={path} noValidate>
        <input type="hidden" name="jaar" value={year} />
        <DateField
          name="op"
          label={t('money.asOf.label')}
          defaultValue={on ?? ''}
          max={today}
          error={error ? t(`money.asOf.${error}`) : undefined}
          optionalMark={false}
        />
        <Button look="secondary">{t('money.asOf.submit')}</Button>
      </form>
      {on ? (
        <p role="status">
          <strong>{t('money.asOf.shown', { date: formatDate(on, locale) })}</strong>{' '}
          <Link className="wk-no-print" href={`${path}?jaar=${year}`}>
            {t('money.asOf.now')}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
