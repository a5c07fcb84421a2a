import { useTranslation } from 'react-i18next';
import { RadioGroup } from '~/ui/choice-field';
import { TextArea, TextField } from '~/ui/field';
import { targetGroups } from '~/domain/initiative/purpose';
import { errorAt, typedAt } from '~/ui/form-errors';
import { type StepProps } from './props';

export function StoryStep({ draft, result }: StepProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextArea
        name="story"
        label={t('concept.form.story')}
        help={t('concept.form.storyHelp')}
        defaultValue={typedAt(result, 'story') ?? draft.story}
        error={errorAt(result, 'story')}
        rows={10}
        required
      />
      <RadioGroup
        name="targetGroup"
        label={t('concept.form.targetGroup')}
        help={t('concept.form.targetGroupHelp')}
        options={['everyone' as const, ...targetGroups].map((value) => ({
          value,
          label: t(`initiative.targetGroup.${value}`),
        }))}
        defaultValue={typedAt(result, 'targetGroup') ?? draft.targetGroup}
        error={errorAt(result, 'targetGroup')}
        required
      />
      <TextField
        name="place"
        label={t('concept.form.place')}
        help={t('concept.form.placeHelp')}
        defaultValue={typedAt(result, 'place') ?? draft.place}
        error={errorAt(result, 'place')}
        required
      />
      <TextField
        name="participants"
        label={t('concept.form.participants')}
        help={t('concept.form.participantsHelp')}
        defaultValue={typedAt(result, 'participants') ?? draft.participants}
        error={errorAt(result, 'participants')}
        inputMode="numeric"
        width="short"
      />
    </>
  );
}
