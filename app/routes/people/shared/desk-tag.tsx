import { useTranslation } from 'react-i18next';
import { type DeskState } from '~/domain/people/desk';
import { Tag } from '~/ui/tag';
import { type Tone } from '~/ui/tone';

const tones: Record<DeskState, Tone> = {
  open: 'good',
  invited: 'waiting',
  closed: 'neutral',
  none: 'neutral',
  ended: 'neutral',
};

/** How somebody stands to the desks, in two words. */
export function DeskTag({ state }: { state: DeskState }) {
  const { t } = useTranslation();
  return <Tag tone={tones[state]}>{t(`roster.state.${state}`)}</Tag>;
}
