import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { DateField } from '~/ui/field';
import { FieldError } from '~/ui/field-frame';
import { useLocale } from '~/ui/locale';
import { errorAt, errorsIn, typedAt, type Result } from '~/ui/form-errors';
import { Form } from '~/ui/form';
import { type CalendarDate } from '~/domain/calendar';
import { type Cents, sum } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { WaitingPayments, type WaitingRow } from '~/ui/waiting-payments';

const chosen = 'initiativeIds';

interface BatchFormProps {
  rows: readonly WaitingRow[];
  /** What all that waits comes to, on whatever page it stands. */
  total: Cents;
  today: CalendarDate;
  result: Result;
}

/**
 * Chooses which payments go to the bank together; all that can be made are chosen to begin with, but for those that came back
 * from the account of now: somebody looks at that first.
 */
export function BatchForm({ rows, total, today, result }: BatchFormProps) {
  const { t } = useTranslation();
  const ready = rows.filter(({ bar }) => bar === null);
  const before = chosenBefore(result);
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  const labels: Record<string, string> = {
    [chosen]: t('payment.list.table'),
    executeOn: t('payment.list.executeOn'),
  };
  const field = { name: chosen, label: '', error: errorAt(result, chosen) };
  const recount = ({ currentTarget }: FormEvent<HTMLFormElement>) =>
    setTicked(new FormData(currentTarget).getAll(chosen).map(String));
  return (
    <Form
      reloadDocument
      noValidate
      errors={errorsIn(result, (name) => labels[name])}
      className="wk-stack wk-stack--wide"
      onChange={recount}
    >
      <div id={chosen} tabIndex={-1} className="wk-stack">
        <FieldError field={field} />
        <WaitingPayments
          rows={rows}
          total={total}
          maySetPayee
          choose={({ initiativeId, title, cameBack }) => (
            <label className="wk-tick">
              <input
                className="utrecht-checkbox utrecht-checkbox--html-input wk-checkbox"
                type="checkbox"
                name={chosen}
                value={initiativeId}
                defaultChecked={before === null ? isSound(cameBack) : before.includes(initiativeId)}
              />
              {title}
            </label>
          )}
        />
      </div>
      {ready.length === 0 ? (
        <p>{t('payment.list.noneReady')}</p>
      ) : (
        <>
          <RunningTotal rows={ready} ticked={ticked} />
          <DateField
            name="executeOn"
            label={labels.executeOn}
            help={t('payment.list.executeHelp')}
            required
            min={today}
            defaultValue={typedAt(result, 'executeOn') ?? today}
            error={errorAt(result, 'executeOn')}
          />
          <div>
            <Button>{t('payment.list.make')}</Button>
          </div>
        </>
      )}
    </Form>
  );
}

const isSound = (cameBack: WaitingRow['cameBack']) => cameBack === null || cameBack.payeeChanged;

/** What can be paid, until somebody ticks: from then on what is ticked. */
function RunningTotal({ rows, ticked }: { rows: readonly WaitingRow[]; ticked: readonly string[] | null }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const counted = ticked === null ? rows : rows.filter(({ initiativeId }) => ticked.includes(initiativeId));
  const amount = formatEuros(sum(counted.map(({ cents }) => cents)), locale);
  return (
    <p role="status">
      <strong>
        {t(ticked === null ? 'payment.list.all' : 'payment.list.chosen', { count: counted.length, amount })}
      </strong>
    </p>
  );
}

/** What was ticked in a form that was refused; null when there is none. */
function chosenBefore(result: Result): readonly string[] | null {
  if (!result?.initialValue) return null;
  const value = result.initialValue[chosen];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
