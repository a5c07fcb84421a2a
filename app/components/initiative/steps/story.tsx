import { useTranslation } from 'react-i18next';
import { TextArea, TextField } from '~/components/ui/field';
import { errorAt, typedAt } from '../refused';
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
