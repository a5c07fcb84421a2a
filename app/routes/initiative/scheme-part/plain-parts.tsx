import { useTranslation } from 'react-i18next';
import { CheckboxGroup, RadioGroup } from '~/ui/choice-field';
import { MoneyField, TextField } from '~/ui/field';
import { errorAt, typedList } from '~/ui/form-errors';
import { applicantKinds, exclusions, residenceKeys, samplePicks } from '~/domain/initiative/scheme';
import { residenceMethods } from '~/domain/people/residence';
import { type PartProps } from './props';

const number = { inputMode: 'numeric', width: 'short' } as const;

export function WhoPart({ field, typed, result }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField {...field('minAge')} {...number} />
      <CheckboxGroup
        name="applicantKinds"
        label={t('schemeDesk.field.applicantKinds')}
        help={t('schemeDesk.help.applicantKinds')}
        options={applicantKinds.map((value) => ({ value, label: t(`schemeDesk.applicantKind.${value}`) }))}
        chosen={typedList(result, 'applicantKinds') ?? typed.applicantKinds}
        error={errorAt(result, 'applicantKinds')}
        required
      />
      <MoneyField {...field('legalPersonFromCents', 'optional')} />
      <CheckboxGroup
        name="excluded"
        label={t('schemeDesk.field.excluded')}
        help={t('schemeDesk.help.excluded')}
        options={exclusions.map((value) => ({ value, label: t(`schemeDesk.exclusion.${value}`) }))}
        chosen={typedList(result, 'excluded') ?? typed.excluded}
        error={errorAt(result, 'excluded')}
      />
    </>
  );
}

export function AmountsPart({ field }: PartProps) {
  return (
    <>
      <MoneyField {...field('maxAmountCents')} />
      <MoneyField {...field('cumulativePerApplicantPerYearCents', 'optional')} />
      <TextField {...field('ownContributionPct')} {...number} />
      <MoneyField {...field('hourRateMaxCents', 'optional')} />
    </>
  );
}

export function ResidencePart({ typed, result }: PartProps) {
  const { t } = useTranslation();
  return residenceKeys.map((name) => (
    <CheckboxGroup
      key={name}
      name={name}
      label={t(`schemeDesk.field.${name}`)}
      help={t(`schemeDesk.help.${name}`)}
      options={residenceMethods.map((value) => ({ value, label: t(`residence.method.${value}`) }))}
      chosen={typedList(result, name) ?? typed[name]}
      error={errorAt(result, name)}
      required
    />
  ));
}

export function TermsPart({ field }: PartProps) {
  return (
    <>
      <TextField {...field('leadTimeWeeks')} {...number} />
      <TextField {...field('decisionWeeks')} {...number} />
      <TextField {...field('extensionWeeks')} {...number} />
      <TextField {...field('accountWithinWeeks', 'optional')} {...number} />
    </>
  );
}

export function PayPart({ field }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField {...field('advancePct')} {...number} />
      <MoneyField {...field('advanceFromCents')} />
      <RadioGroup
        {...field('carryOver')}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`schemeDesk.carry.${value}`) }))}
      />
    </>
  );
}

export function CheckPart({ field }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <MoneyField {...field('receiptsFromCents', 'optional')} />
      <MoneyField {...field('directSettlementUpToCents')} />
      <RadioGroup
        {...field('sampleBy')}
        options={(['none', 'share', 'number'] as const).map((value) => ({
          value,
          label: t(`schemeDesk.sampleBy.${value}`),
        }))}
      />
      <TextField {...field('sampleSize', 'optional')} {...number} />
      <RadioGroup
        {...field('samplePick', 'optional')}
        options={samplePicks.map((value) => ({ value, label: t(`schemeDesk.pick.${value}`) }))}
      />
    </>
  );
}
