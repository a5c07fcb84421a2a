import { useTranslation } from 'react-i18next';
import { type QuorumTest } from '~/domain/council/quorum';
import { StatusLine } from '~/ui/status-line';

interface QuorumSentenceProps {
  quorum: QuorumTest;
  sitting: number;
  /** The meeting was called anew, so that any number will do (art. 20 Gemeentewet). */
  repeats: boolean;
  /** The meeting is over. */
  past: boolean;
}

/** "5 van de 9 leden zijn er. Dat is genoeg." */
export function QuorumSentence({ quorum, sitting, repeats, past }: QuorumSentenceProps) {
  const { t } = useTranslation();
  const verdict = quorum.met ? (repeats ? 'notNeeded' : 'enough') : 'short';
  return (
    <StatusLine
      tone={quorum.met ? 'good' : 'waiting'}
      status={t(past ? 'council.meeting.quorumPast' : 'council.meeting.quorum', {
        count: quorum.present,
        sitting,
      })}
      next={t(`council.meeting.${verdict}`, { needed: quorum.needed })}
    />
  );
}
