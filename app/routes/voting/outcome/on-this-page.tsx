import { useTranslation } from 'react-i18next';
import { Link } from '~/ui/link';

/** The way to the parts of a long outcome; `city` where there is something to tell of it, and what it chose. */
export function OnThisPage({ city }: { city?: { choice: unknown } | null }) {
  const { t } = useTranslation();
  const parts = [
    { id: 'regel', label: t('round.parts.rule') },
    { id: 'plannen', label: t('round.projects.title') },
    { id: 'anders', label: t('outcome.others.title') },
    ...(city
      ? [{ id: 'stad', label: t(city.choice ? 'outcome.city.title' : 'outcome.city.titleParts') }]
      : []),
    { id: 'nareken', label: t('outcome.check.title') },
  ];
  return (
    <nav className="wk-no-print" aria-label={t('round.parts.title')}>
      <p>{t('round.parts.title')}</p>
      <ul className="wk-parts-list">
        {parts.map(({ id, label }) => (
          <li key={id}>
            <Link href={`#${id}`}>{label}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
