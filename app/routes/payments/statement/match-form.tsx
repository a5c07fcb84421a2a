import { useTranslation } from 'react-i18next';
import { errorAt, typedAt, type Result } from '~/ui/form-errors';
import { Button } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { SelectField, TextField } from '~/ui/field';
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
    /** What is left to explain. */
    rest: Cents;
    /** What it may be: money of which so much is still to come in, or of which it is more. */
    offered: readonly Expectable[];
    /** Where the same movement seems to stand already: then it takes a reason. */
    elsewhere: object | null;
  };
  result: Result;
}

/** The ids of the answers that belong to a line, for the errors that point at them. */
export const matchField = (name: string, lineId: string) =>
  ({ money: `geld-${lineId}`, reason: `waarom-${lineId}` })[name];

/** Says of a movement whose it is: money that is expected, of the bank itself, or not ours. */
export function MatchForm({ line, result }: MatchFormProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const own = typedAt(result, 'lineId') === line.id ? result : undefined;
  const amount = formatEuros(line.rest, locale);
  const expected = line.offered.map(({ kind, id, open, ...named }) => ({
    value: `${kind}:${id}`,
    label: t(`statement.match.${open < line.rest ? 'sourceMore' : kind === 'receipt' ? 'source' : 'grant'}`, {
      ...named,
      open: formatEuros(open, locale),
    }),
  }));
  const ofBank = (['bankCost', 'notOurs'] as const).map((kind) => ({
    value: kind,
    label: t(`statement.match.choice.${kind}`),
  }));
  return (
    <Form reloadDocument noValidate className="wk-match">
      <input type="hidden" name="lineId" value={line.id} />
      <SelectField
        id={matchField('money', line.id)}
        name="money"
        label={t('statement.match.money')}
        required
        empty={t('statement.match.choose')}
        error={errorAt(own, 'money')}
        defaultValue={typedAt(own, 'money')}
        options={[...expected, ...ofBank]}
      />
      <TextField
        id={matchField('reason', line.id)}
        name="reason"
        label={t(line.elsewhere ? 'statement.double.reason' : 'statement.match.reason')}
        required={line.elsewhere !== null}
        help={line.elsewhere ? undefined : t('statement.match.reasonHelp')}
        error={errorAt(own, 'reason')}
        defaultValue={typedAt(own, 'reason')}
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
