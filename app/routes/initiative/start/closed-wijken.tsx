import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { type OpeningGap } from '~/domain/area/readiness';

/** Where nobody can ask for money yet, and what it waits for. */
export function ClosedWijken({
  wijken,
}: {
  wijken: readonly { id: string; name: string; gap: OpeningGap }[];
}) {
  const { t } = useTranslation();
  return (
    <Alert tone="waiting">
      <p>{t('concept.start.closed')}</p>
      <ul>
        {wijken.map(({ id, name, gap }) => (
          <li key={id}>
            {name}: {t(`error.closedBy.${gap}`)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
