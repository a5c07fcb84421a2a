import { useTranslation } from 'react-i18next';
import { type Batch } from '#db/reads/payments/batch';
import { StatusLine } from '~/ui/status-line';
import { Tag } from '~/ui/tag';
import { type Tone } from '~/ui/tone';

const tones = { waiting: 'waiting', approved: 'good', withdrawn: 'neutral' } as const satisfies Record<
  string,
  Tone
>;

type Standing = Pick<Batch, 'verdict'>;

const stateOf = ({ verdict }: Standing) => verdict ?? 'waiting';

/** How far a batch is, in one word. */
export function BatchTag({ batch }: { batch: Standing }) {
  const { t } = useTranslation();
  const state = stateOf(batch);
  return <Tag tone={tones[state]}>{t(`payment.state.${state}`)}</Tag>;
}

/** How far a batch is, and what comes next and by whom. */
export function BatchLine({ batch }: { batch: Standing }) {
  const { t } = useTranslation();
  const state = stateOf(batch);
  return (
    <StatusLine
      tone={tones[state]}
      status={t(`payment.state.${state}`)}
      next={t(`payment.batch.next.${state}`)}
    />
  );
}
