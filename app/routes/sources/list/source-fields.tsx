import { type TFunction } from 'i18next';
import { RadioGroup } from '~/ui/choice-field';
import { DateField, MoneyField, SelectField, TextField } from '~/ui/field';
import { type FieldBase } from '~/ui/field-frame';
import { targetGroups, themes } from '~/domain/initiative/purpose';
import { kolommen } from '~/domain/ledger/kolom';
import { divisionKeys } from '~/domain/ledger/division';
import { rollovers } from '~/domain/ledger/year-end';

interface Asked {
  t: TFunction;
  field: (name: string, label: string) => FieldBase & { defaultValue: string | undefined };
  wijken: readonly { id: string; name: string }[];
}

/**
 * The questions about a new source: what it is, what its money is for, and until when. No component: the form must know
 * every label before it shows what is wrong.
 */
export function sourceFields(asked: Asked) {
  const { t, field } = asked;
  return (
    <>
      <fieldset className="wk-form-part wk-stack--wide">
        <legend className="utrecht-heading-3">{t('source.form.what')}</legend>
        <TextField {...field('name', t('source.form.name'))} help={t('source.form.nameHelp')} />
        <SelectField
          {...field('kolom', t('source.form.kolom'))}
          options={kolommen.map((value) => ({ value, label: t(`ledger.kolom.${value}`) }))}
        />
        <TextField {...field('funder', t('source.form.funder'))} />
        <TextField {...field('year', t('source.form.year'))} inputMode="numeric" width="short" />
        <MoneyField {...field('totalCents', t('source.form.total'))} />
      </fieldset>
      {purposeFields(asked)}
      {divisionFields(asked)}
      {timeFields(asked)}
    </>
  );
}

function purposeFields({ t, field, wijken }: Asked) {
  const optional = (name: string, label: string) => ({ ...field(name, label), required: false });
  return (
    <fieldset className="wk-form-part wk-stack--wide">
      <legend className="utrecht-heading-3">{t('source.form.use')}</legend>
      <p>{t('source.form.useHelp')}</p>
      <SelectField
        {...optional('theme', t('source.form.theme'))}
        empty={t('source.form.anyTheme')}
        options={themes.map((value) => ({ value, label: t(`initiative.theme.${value}`) }))}
      />
      <SelectField
        {...optional('targetGroup', t('source.form.targetGroup'))}
        empty={t('source.form.anyGroup')}
        options={targetGroups.map((value) => ({ value, label: t(`initiative.targetGroup.${value}`) }))}
      />
      <SelectField
        {...optional('areaId', t('source.form.area'))}
        help={t('source.form.areaHelp')}
        empty={t('source.form.anyArea')}
        options={wijken.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </fieldset>
  );
}

function divisionFields({ t, field }: Asked) {
  const optional = (name: string, label: string) => ({ ...field(name, label), required: false });
  return (
    <fieldset className="wk-form-part wk-stack--wide">
      <legend className="utrecht-heading-3">{t('source.form.divide')}</legend>
      <RadioGroup
        {...field('by', t('source.form.by'))}
        options={divisionKeys.map((value) => ({
          ...{ value, label: t(`source.by.${value}`), help: t(`source.byHelp.${value}`) },
        }))}
      />
      <MoneyField {...optional('footCents', t('source.form.foot'))} help={t('source.form.footHelp')} />
      <TextField
        {...optional('weightsFrom', t('source.form.weightsFrom'))}
        help={t('source.form.weightsFromHelp')}
      />
    </fieldset>
  );
}

function timeFields({ t, field }: Asked) {
  const optional = (name: string, label: string) => ({ ...field(name, label), required: false });
  return (
    <fieldset className="wk-form-part wk-stack--wide">
      <legend className="utrecht-heading-3">{t('source.form.when')}</legend>
      <DateField {...optional('validFrom', t('source.form.validFrom'))} />
      <DateField {...optional('expiresOn', t('source.form.expiresOn'))} help={t('source.form.expiresHelp')} />
      <RadioGroup
        {...field('rollover', t('source.form.rollover'))}
        options={rollovers.map((value) => ({ value, label: t(`source.rollover.${value}`) }))}
      />
      <TextField
        {...optional('rolloverPct', t('source.form.pct'))}
        help={t('source.form.pctHelp')}
        inputMode="numeric"
        width="short"
      />
    </fieldset>
  );
}
