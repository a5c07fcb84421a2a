import { useTranslation } from 'react-i18next';
import { Link } from './link';

export interface ActiveFilter {
  label: string;
  /** The same search without this filter. */
  href: string;
}

/** What is being filtered on; each can be taken away by itself. */
export function ActiveFilters({
  filters,
  clearHref,
}: {
  filters: readonly ActiveFilter[];
  clearHref: string;
}) {
  const { t } = useTranslation();
  if (filters.length === 0) return null;
  return (
    <div className="wk-chips">
      <span className="wk-soft">{t('initiative.search.active')}</span>
      <ul className="wk-chips__list">
        {filters.map(({ label, href }) => (
          <li key={label}>
            <a className="wk-chip" href={href}>
              <span className="wk-visually-hidden">{t('initiative.search.remove')}</span> {label}{' '}
              <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
      </ul>
      <Link href={clearHref}>{t('initiative.search.clear')}</Link>
    </div>
  );
}
