import { type TFunction } from 'i18next';
import { DateField, MoneyField, SelectField } from '~/ui/field';
import { type FieldBase } from '~/ui/field-frame';
import { themes } from '~/domain/initiative/purpose';

type Field = (name: string, label: string) => FieldBase & { defaultValue: string | undefined };

/** The limits of a mandate and its term. No component: the form must know every label before it shows what is wrong. */
export function mandateFields(t: TFunction, field: Field) {
  const optional = (name: string, label: string) => ({ ...field(name, label), required: false });
  return (
    <>
      <MoneyField {...field('maxPerDecisionCents', t('council.admin.mandate.perDecision'))} />
      <MoneyField {...field('maxPerApplicantPerYearCents', t('council.admin.mandate.perApplicant'))} />
      <MoneyField
        {...optional('maxPerPeriodCents', t('council.admin.mandate.perPeriod'))}
        help={t('council.admin.mandate.perPeriodHelp')}
      />
      <SelectField
        {...optional('theme', t('council.admin.mandate.theme'))}
        empty={t('council.admin.mandate.anyTheme')}
        options={themes.map((value) => ({ value, label: t(`initiative.theme.${value}`) }))}
      />
      <DateField {...field('from', t('council.admin.mandate.from'))} />
      <DateField
        {...optional('lastDay', t('council.admin.mandate.lastDay'))}
        help={t('council.admin.mandate.lastDayHelp')}
      />
    </>
  );
}
