import { type FieldMetadata, useForm } from '@conform-to/react';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { MoneyField, SelectField, TextField } from '~/ui/field';
import { capUnits } from '~/domain/initiative/scheme';
import { type TypedTerms } from '../shared/scheme-terms.server';
import { type PartProps } from './props';

type Caps = Pick<TypedTerms, 'caps'>;
type Tiers = Pick<TypedTerms, 'supportTiers'>;

const blank = {
  caps: { kind: '', unit: 'fixed', size: '' },
  supportTiers: { fromCents: '', minFor: '', radiusMetres: '' },
};

/** What an input of a row has. */
const input = <Schema extends Record<string, unknown>>(field: FieldMetadata<string, Schema>) => ({
  name: field.name,
  defaultValue: field.initialValue,
  error: field.errors?.[0],
});

export function CapsPart({ formId, typed, result }: PartProps) {
  const { t } = useTranslation();
  const caps = typed.caps.length > 0 ? typed.caps : [blank.caps];
  const [form, fields] = useForm<Caps>({ id: formId, lastResult: result, defaultValue: { caps } });
  const units = capUnits.map((value) => ({ value, label: t(`schemeDesk.unit.${value}`) }));
  return (
    <Rows
      id="caps"
      errors={fields.caps.errors}
      add={form.insert.getButtonProps({ name: fields.caps.name, defaultValue: blank.caps })}
    >
      {fields.caps.getFieldList().map((row, index) => {
        const { kind, unit, size } = row.getFieldset();
        return (
          <fieldset key={row.key ?? row.id} className="wk-line wk-line--even">
            <legend className="wk-line__name">{t('schemeDesk.field.capRow', { n: index + 1 })}</legend>
            <TextField {...input(kind)} label={t('schemeDesk.field.kind')} required />
            <SelectField {...input(unit)} label={t('schemeDesk.field.unit')} options={units} required />
            <TextField {...input(size)} label={t('schemeDesk.field.size')} required />
            <Button
              look="subtle"
              aria-label={t('schemeDesk.rows.removeCap', { n: index + 1 })}
              {...form.remove.getButtonProps({ name: fields.caps.name, index })}
            >
              {t('schemeDesk.rows.remove')}
            </Button>
          </fieldset>
        );
      })}
    </Rows>
  );
}

export function SupportPart({ formId, typed, result }: PartProps) {
  const { t } = useTranslation();
  const supportTiers = typed.supportTiers.length > 0 ? typed.supportTiers : [blank.supportTiers];
  const defaultValue = { supportTiers };
  const [form, fields] = useForm<Tiers>({ id: formId, lastResult: result, defaultValue });
  const list = fields.supportTiers;
  return (
    <Rows
      id="supportTiers"
      errors={list.errors}
      add={form.insert.getButtonProps({ name: list.name, defaultValue: blank.supportTiers })}
    >
      {list.getFieldList().map((row, index) => {
        const { fromCents, minFor, radiusMetres } = row.getFieldset();
        return (
          <fieldset key={row.key ?? row.id} className="wk-line">
            <legend className="wk-line__name">{t('schemeDesk.field.tierRow', { n: index + 1 })}</legend>
            <MoneyField {...input(fromCents)} label={t('schemeDesk.field.fromCents')} required />
            <TextField {...input(minFor)} label={t('schemeDesk.field.minFor')} inputMode="numeric" required />
            <TextField
              {...input(radiusMetres)}
              label={t('schemeDesk.field.radiusMetres')}
              inputMode="numeric"
              optionalMark={false}
            />
            <Button
              look="subtle"
              aria-label={t('schemeDesk.rows.removeTier', { n: index + 1 })}
              {...form.remove.getButtonProps({ name: list.name, index })}
            >
              {t('schemeDesk.rows.remove')}
            </Button>
          </fieldset>
        );
      })}
    </Rows>
  );
}

interface RowsProps {
  id: 'caps' | 'supportTiers';
  errors: readonly string[] | undefined;
  /** What the button has that adds a row. */
  add: { name: string; value: string; form: string; formNoValidate: boolean };
  children: ReactNode;
}

function Rows({ id, errors, add, children }: RowsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="wk-lines" id={id}>
      <legend className="utrecht-form-label wk-lines__name">{t(`schemeDesk.field.${id}`)}</legend>
      <p className="wk-field__help">{t(`schemeDesk.help.${id}`)}</p>
      {errors?.map((error) => (
        <p key={error} className="utrecht-form-field-error-message wk-field__error">
          {error}
        </p>
      ))}
      {children}
      <Button look="secondary" {...add}>
        {t(id === 'caps' ? 'schemeDesk.rows.addCap' : 'schemeDesk.rows.addTier')}
      </Button>
    </fieldset>
  );
}
