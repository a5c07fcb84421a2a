import { useTranslation } from 'react-i18next';
import { type BatchState } from '~/domain/money/payment';
import { StatusLine } from '~/ui/status-line';
import { Tag } from '~/ui/tag';
import { type Tone } from '~/ui/tone';

const tones = {
  waiting: 'waiting',
  approved: 'good',
  fallen: 'bad',
  undone: 'neutral',
  withdrawn: 'neutral',
} as const satisfies Record<BatchState, Tone>;

/** How far a batch is, in one word. */
export function BatchTag({ state }: { state: BatchState }) {
  const { t } = useTranslation();
  return <Tag tone={tones[state]}>{t(`payment.state.${state}`)}</Tag>;
}

/** How far a batch is, and what comes next and by whom. */
export function BatchLine({ state }: { state: BatchState }) {
  const { t } = useTranslation();
  return (
    <StatusLine
      tone={tones[state]}
      status={t(`payment.state.${state}`)}
      next={t(`payment.batch.next.${state}`)}
    />
  );
}
