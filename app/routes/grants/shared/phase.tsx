import { useTranslation } from 'react-i18next';
import { StatusLine } from '~/ui/status-line';
import { Tag } from '~/ui/tag';
import { type Tone } from '~/ui/tone';
import { useLocale } from '~/ui/locale';
import { type GrantPhase, type GrantStanding } from '~/domain/ledger/grant';
import { formatEuros } from '~/domain/money/format';

/** A phase as a person reads it: an advance that is approved is not paid yet, nor is one that the bank was ordered to pay. */
type PhaseWord = GrantPhase | 'advanceWaiting' | 'advanceUnderWay' | 'settledUnderWay';

const tones: Record<PhaseWord, Tone> = {
  granted: 'info',
  advanceWaiting: 'waiting',
  advanceUnderWay: 'waiting',
  advanced: 'info',
  settled: 'waiting',
  settledUnderWay: 'waiting',
  claimed: 'bad',
  closed: 'good',
};

type Standing = Pick<GrantStanding, 'phase' | 'payable' | 'underWay' | 'claim'>;

function wordOf({ phase, payable, underWay }: Standing): PhaseWord {
  if (phase === 'advanced' && payable > 0n) return 'advanceWaiting';
  if (underWay === 0n || payable > 0n) return phase;
  if (phase === 'advanced') return 'advanceUnderWay';
  return phase === 'settled' ? 'settledUnderWay' : phase;
}

/** How far a grant is, in one word. */
export function PhaseTag({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  const word = wordOf(standing);
  return <Tag tone={tones[word]}>{t(`grant.phase.${word}`)}</Tag>;
}

/** How far a grant is, and what comes next and by whom. */
export function PhaseLine({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const word = wordOf(standing);
  const amount = formatEuros(standing.claim, locale);
  return (
    <StatusLine
      tone={tones[word]}
      status={t(`grant.phase.${word}`)}
      next={t(`grant.next.${word}`, { amount })}
    />
  );
}
