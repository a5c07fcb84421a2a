import { useTranslation } from 'react-i18next';
import { type Theme } from '~/domain/initiative/purpose';
import { RadioGroup } from '~/ui/choice-field';
import { TextArea, TextField } from '~/ui/field';
import { errorAt, typedAt } from '~/ui/form-errors';
import { type StepProps } from './props';

export function IdeaStep({ draft, result, themes }: StepProps & { themes: readonly Theme[] }) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        name="title"
        label={t('concept.form.title')}
        help={t('concept.form.titleHelp')}
        defaultValue={typedAt(result, 'title') ?? draft.title}
        error={errorAt(result, 'title')}
        required
      />
      <TextArea
        name="summary"
        label={t('concept.form.summary')}
        help={t('concept.form.summaryHelp')}
        defaultValue={typedAt(result, 'summary') ?? draft.summary}
        error={errorAt(result, 'summary')}
        rows={3}
        required
      />
      <div className="wk-two-columns">
        <RadioGroup
          name="theme"
          label={t('concept.form.theme')}
          options={themes.map((theme) => ({ value: theme, label: t(`initiative.theme.${theme}`) }))}
          defaultValue={typedAt(result, 'theme') ?? draft.theme}
          error={errorAt(result, 'theme')}
          required
        />
      </div>
    </>
  );
}
