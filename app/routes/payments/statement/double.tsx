import { useTranslation } from 'react-i18next';
import { type LinePlace } from '#db/reads/payments/statement';
import { Button } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { Form } from '~/ui/form';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { type CalendarDate } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { paths } from '~/paths';
import { entryHref } from './entry-href';

/** On which statement the same movement stands already, and what it was booked as. */
export function StandsAlready({ place: { statement, match } }: { place: LinePlace }) {
  const { t } = useTranslation();
  const href = match && entryHref(match);
  return (
    <span className="wk-below wk-small">
      {t('statement.double.on')}{' '}
      <Link href={paths.payments.statement(statement.id)}>
        {t('statement.double.statement', { name: statement.statementId })}
      </Link>
      {href && match.entry ? (
        <>
          {t('statement.double.bookedAs')}{' '}
          <Link href={href}>{t('statement.double.entry', { number: match.entry.number })}</Link>
        </>
      ) : null}
      .
    </span>
  );
}

interface DoubleFormProps {
  line: { id: string; bookedOn: CalendarDate; cents: Cents };
}

/** Says of a line that stands on another statement too that it is the same movement. */
export function DoubleForm({ line: { id, bookedOn, cents } }: DoubleFormProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const values = { date: formatDate(bookedOn, locale), amount: formatEuros(cents, locale) };
  return (
    <Form reloadDocument noValidate className="wk-match">
      <input type="hidden" name="lineId" value={id} />
      <input type="hidden" name="money" value="double" />
      <p className="wk-small">{t('statement.double.help')}</p>
      <Button look="secondary" aria-label={t('statement.double.submitFor', values)}>
        {t('statement.double.submit')}
      </Button>
    </Form>
  );
}
