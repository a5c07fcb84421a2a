import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Place, rowsBefore } from '~/domain/paging';
import { useAddress } from './address';

interface PaginationProps {
  list: Place;
  /** What the list holds: "Reacties". */
  what: string;
  /** What the page number is called in the address, where a page has several lists. */
  name?: string;
  /** The id of the place to come back to. */
  anchor?: string;
}

/** What an address says of one visit, and not of the list. */
const once = ['gedaan', 'bewaard', 'opgeslagen', 'boeking'];

/** The address of another page of this list: what else was asked stays. */
function useHref(name: string, anchor?: string) {
  const { pathname, search } = useAddress();
  return (page: number) => {
    const query = new URLSearchParams(search);
    for (const each of [...once, name]) query.delete(each);
    if (page > 1) query.set(name, String(page));
    return `${pathname}${query.size > 0 ? `?${query.toString()}` : ''}${anchor ? `#${anchor}` : ''}`;
  };
}

/** First, last, and the neighbours of the current page; a gap is a null. */
function visible(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  return sorted.flatMap((n, index) => (index > 0 && n - (sorted[index - 1] ?? 0) > 1 ? [null, n] : [n]));
}

function Relative({ rel, href, children }: { rel: 'prev' | 'next'; href: string; children: ReactNode }) {
  const look = `utrecht-pagination__relative-link--${rel}`;
  return (
    <a className={`utrecht-pagination__relative-link ${look}`} rel={rel} href={href}>
      {children}
    </a>
  );
}

function PageLink({ n, current, href }: { n: number; current: boolean; href: string }) {
  const { t } = useTranslation();
  const look = current ? ' utrecht-pagination__page-link--current' : '';
  return (
    <a
      className={`utrecht-pagination__page-link${look}`}
      href={href}
      aria-label={t('ui.pagination.page', { n })}
      aria-current={current ? 'page' : undefined}
    >
      {n}
    </a>
  );
}

/** Where one is in a list, and the way to its other pages; nothing where one page is all. */
export function Pagination({ list, what, name = 'pagina', anchor }: PaginationProps) {
  const { t } = useTranslation();
  const hrefOf = useHref(name, anchor);
  const { page, pages, size, total } = list;
  if (pages <= 1) return null;
  const from = rowsBefore(list) + 1;
  const range = { what, from, to: Math.min(total, rowsBefore(list) + size), total };
  return (
    <nav className="wk-stack wk-stack--close" aria-label={t('ui.pagination.label', { what })}>
      <p className="wk-small wk-soft">{t('ui.pagination.range', range)}</p>
      <div className="utrecht-pagination wk-pagination wk-no-print">
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
      </div>
    </nav>
  );
}
