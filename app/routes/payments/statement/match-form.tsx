import { useTranslation } from 'react-i18next';
import { errorAt, typedAt, type Result } from '~/ui/form-errors';
import { Button } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { SelectField, TextArea } from '~/ui/field';
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
  open: Cents;
}

interface MatchFormProps {
  line: {
    id: string;
    bookedOn: CalendarDate;
    cents: Cents;
    /** What it may be: money of which so much is still to come in. */
    offered: readonly Expectable[];
    /** Where the same movement seems to stand already: then it takes a reason. */
    elsewhere: object | null;
  };
  result: Result;
}

/** The id of the choice that belongs to a line, for the errors that point at it. */
export const matchField = (lineId: string) => `geld-${lineId}`;

/** The id of the reason that belongs to a line. */
export const reasonField = (lineId: string) => `waarom-${lineId}`;

/** Says of money that came in whose it is; only what still has that much open is offered. */
export function MatchForm({ line, result }: MatchFormProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const own = typedAt(result, 'lineId') === line.id ? result : undefined;
  const amount = formatEuros(line.cents, locale);
  const label = ({ kind, name, open }: Expectable) =>
    t(kind === 'receipt' ? 'statement.match.source' : 'statement.match.grant', {
      name,
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
      {line.elsewhere ? (
        <TextArea
          id={reasonField(line.id)}
          name="reason"
          rows={2}
          label={t('statement.double.reason')}
          required
          error={errorAt(own, 'reason')}
          defaultValue={typedAt(own, 'reason')}
        />
      ) : null}
      <Button
        look="secondary"
        aria-label={t('statement.match.submitFor', { date: formatDate(line.bookedOn, locale), amount })}
      >
        {t('statement.match.submit')}
      </Button>
    </Form>
  );
}
