import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { paths } from '~/paths';

export type WaitingFactor = { personId: string; name: string; by: string; own: boolean };

/** What waits for a second administrator, on top of the list; nothing when nothing waits. */
export function WaitingFactors({ waiting }: { waiting: readonly WaitingFactor[] }) {
  const { t } = useTranslation();
  if (waiting.length === 0) return null;
  return (
    <Alert tone="waiting">
      <Heading level={2}>{t('roster.factor.waitingTitle')}</Heading>
      <ul>
        {waiting.map(({ personId, name, by, own }) => (
          <li key={personId}>
            <Link href={paths.people.renewFactor(personId)}>
              {own ? t('roster.factor.mine', { name }) : t('roster.factor.waiting', { by, name })}
            </Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
