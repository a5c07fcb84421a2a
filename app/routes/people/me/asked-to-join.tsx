import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { Link } from '~/ui/link';
import { paths } from '~/paths';

interface AskedToJoinProps {
  invitations: readonly { id: string; title: string; area: string }[];
}

/** Plans that neighbours ask somebody to join. Shows nothing when there are none. */
export function AskedToJoin({ invitations }: AskedToJoinProps) {
  const { t } = useTranslation();
  if (invitations.length === 0) return null;
  return (
    <Alert tone="waiting">
      <p>
        <strong>{t('people.me.asked')}</strong>
      </p>
      <ul>
        {invitations.map(({ id, title, area }) => (
          <li key={id}>
            <Link href={paths.initiative.join(id)}>{t('people.me.askedFor', { title, area })}</Link>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
