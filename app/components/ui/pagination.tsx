import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PaginationProps {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}

/** First, last, and the neighbours of the current page; a gap is a null. */
function visible(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  return sorted.flatMap((n, index) => (index > 0 && n - (sorted[index - 1] ?? 0) > 1 ? [null, n] : [n]));
}

function Relative({ rel, href, children }: { rel: 'prev' | 'next'; href: string; children: ReactNode }) {
  const base = 'utrecht-pagination__relative-link';
  return (
    <a className={`${base} ${base}--${rel}`} rel={rel} href={href}>
      {children}
    </a>
  );
}

function PageLink({ n, current, href }: { n: number; current: boolean; href: string }) {
  const { t } = useTranslation();
  const base = 'utrecht-pagination__page-link';
  return (
    <a
      className={current ? `${base} ${base}--current` : base}
      href={href}
      aria-label={t('ui.pagination.page', { n })}
      aria-current={current ? 'page' : undefined}
    >
      {n}
    </a>
  );
}

export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const { t } = useTranslation();
  if (pages <= 1) return null;
  return (
    <nav className="utrecht-pagination wk-pagination" aria-label={t('ui.pagination.label')}>
      {page > 1 ? (
        <Relative rel="prev" href={hrefOf(page - 1)}>
          {t('ui.pagination.previous')}
        </Relative>
      ) : null}
      {visible(page, pages).map((n, index) =>
        n === null ? (
          <span key={`gap${index}`} className="wk-pagination__gap">
            …
          </span>
        ) : (
          <PageLink key={n} n={n} current={n === page} href={hrefOf(n)} />
        ),
      )}
      {page < pages ? (
        <Relative rel="next" href={hrefOf(page + 1)}>
          {t('ui.pagination.next')}
        </Relative>
      ) : null}
    </nav>
  );
}
