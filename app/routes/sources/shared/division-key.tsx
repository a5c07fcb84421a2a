import { useTranslation } from 'react-i18next';
import { formatDate } from '~/ui/date';
import { useLocale } from '~/ui/locale';
import { type CalendarDate } from '~/domain/calendar';
import { type DivisionKey } from '~/domain/ledger/division';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';

interface KeyOf {
  by: DivisionKey;
  totalCents: Cents;
  footCents: Cents;
  weightsFrom: string | null;
  /** Null before it is booked. */
  dividedOn: CalendarDate | null;
}

/** By which key an amount is divided, and whose weights those are. */
export function DivisionKeyFacts({ division }: { division: KeyOf }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { by, totalCents, footCents, weightsFrom, dividedOn } = division;
  const items = [
    [t('source.division.total'), formatEuros(totalCents, locale)],
    [t('source.form.by'), t(`source.by.${by}`)],
    footCents > 0n ? [t('source.form.foot'), formatEuros(footCents, locale)] : null,
    weightsFrom === null ? null : [t('source.division.weightsFrom'), weightsFrom],
    dividedOn ? [t('source.division.on'), formatDate(dividedOn, locale)] : null,
  ].filter((item) => item !== null);
  return (
    <dl className="wk-source-terms">
      {items.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
