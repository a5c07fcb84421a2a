import { useTranslation } from 'react-i18next';
import { Tag } from '~/ui/tag';
import { type Tone } from '~/ui/tone';
import { type Arrival, type Validity } from '~/domain/ledger/source';

const arrivalTones: Record<Arrival, Tone> = { nothing: 'waiting', part: 'info', whole: 'good' };
const validityTones: Record<Validity['state'], Tone> = {
  notYet: 'info',
  ending: 'waiting',
  expired: 'neutral',
};

interface SourceStateProps {
  arrival: Arrival;
  validity: Validity | null;
}

/** How much of a source has arrived, and whether it may still be used, in words. */
export function SourceState({ arrival, validity }: SourceStateProps) {
  const { t } = useTranslation();
  return (
    <span className="wk-cluster">
      <Tag tone={arrivalTones[arrival]}>{t(`source.state.${arrival}`)}</Tag>
      {validity ? (
        <Tag tone={validityTones[validity.state]}>
          {t(`source.state.${validity.state}`, { count: validity.days })}
        </Tag>
      ) : null}
    </span>
  );
}
