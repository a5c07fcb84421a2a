import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { type AskedPerson } from './asked-along';

interface WaitingAlongProps {
  people: readonly AskedPerson[];
  /** Whether what one is about to do hands it in, and so ends what waits. */
  submits: boolean;
}

/** What becomes of those who did not answer yet. Shows nothing when everybody did. */
export function WaitingAlong({ people, submits }: WaitingAlongProps) {
  const { t } = useTranslation();
  const count = people.filter(({ state }) => state === 'waiting').length;
  if (count === 0) return null;
  return (
    <Alert tone="waiting">
      <p>
        <strong>{t('concept.asked.waits', { count })}</strong>
      </p>
      <p>{t(submits ? 'concept.asked.endsNow' : 'concept.asked.endsLater')}</p>
    </Alert>
  );
}
