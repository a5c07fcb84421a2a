import { type FieldMetadata, useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { MoneyField, TextField } from '~/ui/field';
import { OneRule } from '~/ui/scheme-rules';
import { type Draft } from './draft';
import { Warnings } from './warnings';
import { BudgetTotal } from './budget-total';
import { type StepProps } from './props';
import { type TypedBudget } from './running-total';

type Budget = Pick<Draft, 'lines' | 'ownCents'>;
type Line = Draft['lines'][number];

const blank: Line = { description: '', quantity: '1', unitCents: '' };

export function BudgetStep({ formId, draft, rules, told, warnings, result }: StepProps) {
  const { t } = useTranslation();
  const lines = draft.lines.length > 0 ? draft.lines : [blank, blank];
  const [form, fields] = useForm<Budget>({
    id: formId,
    lastResult: result,
    defaultValue: { lines, ownCents: draft.ownCents },
  });
  const list = fields.lines.getFieldList();
  return (
    <>
      <fieldset className="wk-lines" id="lines">
        <legend className="utrecht-form-label wk-lines__name">{t('concept.form.lines')}</legend>
        <p className="wk-field__help">
          {t('concept.form.linesHelp')}{' '}
          <strong>
            <OneRule rules={told} of="maxAmountCents" />
          </strong>
        </p>
        {fields.lines.errors?.map((error) => (
          <p key={error} className="utrecht-form-field-error-message wk-field__error">
            {error}
          </p>
        ))}
        {list.map((line, index) => (
          <LineRow
            key={line.key ?? line.id}
            line={line}
            n={index + 1}
            remove={form.remove.getButtonProps({ name: fields.lines.name, index })}
          />
        ))}
        <Button
          look="secondary"
          {...form.insert.getButtonProps({ name: fields.lines.name, defaultValue: blank })}
        >
          {t('concept.form.addLine')}
        </Button>
      </fieldset>
      <MoneyField
        name={fields.ownCents.name}
        id="ownCents"
        label={t('concept.form.own')}
        help={<OwnHelp told={told} />}
        defaultValue={fields.ownCents.initialValue}
        error={fields.ownCents.errors?.[0]}
        required
      />
      <BudgetTotal typed={form.value as TypedBudget} rules={rules} told={told} />
      <noscript>
        <Button look="secondary" {...form.validate.getButtonProps()}>
          {t('concept.form.recount')}
        </Button>
      </noscript>
      <Warnings items={warnings} field="lines" />
      <Warnings items={warnings} field="ownCents" />
    </>
  );
}

function OwnHelp({ told }: Pick<StepProps, 'told'>) {
  const { t } = useTranslation();
  return (
    <>
      {t('concept.form.ownHelp')}{' '}
      <strong>
        <OneRule rules={told} of="ownContributionPct" />
      </strong>
    </>
  );
}

interface LineRowProps {
  line: FieldMetadata<Line, Budget>;
  n: number;
  remove: { name: string; value: string; form: string; formNoValidate: boolean };
}

function LineRow({ line, n, remove }: LineRowProps) {
  const { t } = useTranslation();
  const { description, quantity, unitCents } = line.getFieldset();
  const common = (field: FieldMetadata<string, Budget>) => ({
    name: field.name,
    defaultValue: field.initialValue,
    error: field.errors?.[0],
    required: true,
  });
  return (
    <fieldset className="wk-line">
      <legend className="wk-line__name">{t('concept.form.line', { n })}</legend>
      <TextField {...common(description)} label={t('concept.form.description')} />
      <TextField {...common(quantity)} label={t('concept.form.quantity')} inputMode="numeric" />
      <MoneyField {...common(unitCents)} label={t('concept.form.unit')} />
      <Button look="subtle" aria-label={t('concept.form.removeLine', { n })} {...remove}>
        {t('concept.form.remove')}
      </Button>
    </fieldset>
  );
}
