import { useTranslation } from 'react-i18next';
import { errorAt, typedAt, type Result } from '~/ui/form-errors';
import { Button } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { SelectField } from '~/ui/field';
import { Form } from '~/ui/form';
import { useLocale } from '~/ui/locale';
import { type CalendarDate } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';

/** Money that may have come in. */
export interface Expectable {
  kind: 'receipt' | 'clawback';
  id: string;
  name: string;
  /** Of a source: names come back each year. */
  year: number | null;
  /** What names it on a statement. */
  reference: string;
  open: Cents;
}

interface MatchFormProps {
  line: {
    id: string;
    bookedOn: CalendarDate;
    cents: Cents;
    /** What it may be: money of which so much is still to come in. */
    offered: readonly Expectable[];
  };
  result: Result;
}

/** The id of the choice that belongs to a line, for the errors that point at it. */
export const matchField = (lineId: string) => `geld-${lineId}`;

/** Says of money that came in whose it is; only what still has that much open is offered. */
export function MatchForm({ line, result }: MatchFormProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const own = typedAt(result, 'lineId') === line.id ? result : undefined;
  const amount = formatEuros(line.cents, locale);
  const label = ({ kind, open, ...named }: Expectable) =>
    t(kind === 'receipt' ? 'statement.match.source' : 'statement.match.grant', {
      ...named,
      open: formatEuros(open, locale),
    });
  if (line.offered.length === 0) {
    return (
      <>
        <p className="wk-small">{t('statement.match.noneFits')}</p>
        <p className="wk-small">{t('statement.match.noneFitsHelp')}</p>
      </>
    );
  }
  return (
    <Form reloadDocument noValidate className="wk-match">
      <input type="hidden" name="lineId" value={line.id} />
      <SelectField
        id={matchField(line.id)}
        name="money"
        label={t('statement.match.money')}
        required
        empty={t('statement.match.choose')}
        error={errorAt(own, 'money')}
        defaultValue={typedAt(own, 'money')}
        options={line.offered.map((each) => ({ value: `${each.kind}:${each.id}`, label: label(each) }))}
      />
      <Button
        look="secondary"
        aria-label={t('statement.match.submitFor', { date: formatDate(line.bookedOn, locale), amount })}
      >
        {t('statement.match.submit')}
      </Button>
    </Form>
  );
}
