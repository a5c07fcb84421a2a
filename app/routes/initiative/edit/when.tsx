import { useTranslation } from 'react-i18next';
import { formatDate } from '~/ui/date';
import { DateField } from '~/ui/field';
import { useLocale } from '~/ui/locale';
import { errorAt, typedAt } from '~/ui/form-errors';
import { Warnings } from './warnings';
import { type StepProps } from './props';

export function WhenStep({ draft, rules, warnings, result }: StepProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const rule =
    rules &&
    t('concept.form.startsOnRule', {
      count: rules.leadTimeWeeks,
      date: formatDate(rules.earliest, locale),
    });
  return (
    <>
      <DateField
        name="startsOn"
        label={t('concept.form.startsOn')}
        help={
          <>
            {rule} {rules && rules.supportTiers.length > 0 ? t('concept.form.startsOnSupport') : null}
          </>
        }
        defaultValue={typedAt(result, 'startsOn') ?? draft.startsOn}
        error={errorAt(result, 'startsOn')}
        required
      />
      <Warnings items={warnings} field="startsOn" />
    </>
  );
}
