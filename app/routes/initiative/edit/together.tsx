import { useForm } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/field';
import { type StepProps } from './props';

export function TogetherStep({ formId, result }: StepProps) {
  const { t } = useTranslation();
  const [form, fields] = useForm<{ coApplicants: string[] }>({
    id: formId,
    lastResult: result,
    defaultValue: { coApplicants: [''] },
  });
  const { coApplicants } = fields;
  return (
    <fieldset className="wk-lines" id="coApplicants">
      <legend className="utrecht-form-label wk-lines__name">{t('concept.form.together')}</legend>
      <p className="wk-field__help">{t('concept.form.togetherHelp')}</p>
      {coApplicants.errors?.map((error) => (
        <p key={error} className="utrecht-form-field-error-message wk-field__error">
          {error}
        </p>
      ))}
      {coApplicants.getFieldList().map((each, index) => (
        <div key={each.key ?? each.id} className="wk-line wk-line--single">
          <TextField
            name={each.name}
            type="email"
            autoComplete="off"
            label={t('concept.form.coApplicant', { n: index + 1 })}
            defaultValue={each.initialValue}
            error={each.errors?.[0]}
          />
          <Button
            look="subtle"
            aria-label={t('concept.form.removeCoApplicant', { n: index + 1 })}
            {...form.remove.getButtonProps({ name: coApplicants.name, index })}
          >
            {t('concept.form.remove')}
          </Button>
        </div>
      ))}
      <Button look="secondary" {...form.insert.getButtonProps({ name: coApplicants.name })}>
        {t('concept.form.addCoApplicant')}
      </Button>
      <p className="wk-soft">{t('concept.form.togetherNote')}</p>
    </fieldset>
  );
}
