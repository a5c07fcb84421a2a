import { useTranslation } from 'react-i18next';
import { Icon } from './icon';
import { Link } from './link';

interface BreadcrumbProps {
  items: readonly { href: string; label: string }[];
  current: string;
}

export function Breadcrumb({ items, current }: BreadcrumbProps) {
  const { t } = useTranslation();
  return (
    <nav className="utrecht-breadcrumb-nav wk-breadcrumb" aria-label={t('ui.breadcrumb.label')}>
      <ol className="utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol">
        {items.map(({ href, label }, index) => (
          <li key={href} className="utrecht-breadcrumb-nav__item">
            <Link
              href={href}
              className={`utrecht-breadcrumb-nav__link${index === 0 ? ' utrecht-breadcrumb-nav__link--first' : ''}`}
            >
              {label}
            </Link>
            <span className="utrecht-breadcrumb-nav__separator">
              <Icon name="chevron" />
            </span>
          </li>
        ))}
        <li className="utrecht-breadcrumb-nav__item">
          <span className="utrecht-breadcrumb-nav__link" aria-current="page">
            {current}
          </span>
        </li>
      </ol>
    </nav>
  );
}
