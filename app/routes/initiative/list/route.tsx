import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { searchInitiatives } from '#db/reads/initiative/search';
import { areasWithScheme, versionName } from '#db/reads/initiative/scheme';
import { type ActiveFilter, ActiveFilters } from '~/ui/active-filters';
import { InitiativeCard } from '~/ui/initiative-card';
import { type Asked, SearchForm } from './search-form';
import { ButtonLink } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { type Locale, useLocale } from '~/ui/locale';
import { Pagination } from '~/ui/pagination';
import { euroInput } from '~/domain/money/format';
import { oddAmount, readSearch, searchOptions } from './view.server';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async ({ context: { db, today }, url, t }) => {
  const search = readSearch(url.searchParams);
  const asked: Asked = {
    text: search.text,
    area: search.area ?? '',
    theme: search.theme ?? '',
    states: search.states ?? '',
    version: search.versionId ?? '',
    from: search.fromCents === undefined ? '' : euroInput(search.fromCents),
    to: search.toCents === undefined ? '' : euroInput(search.toCents),
    sort: search.sort,
  };
  return {
    found: await searchInitiatives(db, search),
    asked,
    version: search.versionId ? await versionName(db, search.versionId) : undefined,
    odd: { from: oddAmount(url.searchParams.get('van')), to: oddAmount(url.searchParams.get('tot')) },
    options: { ...searchOptions, areas: await areasWithScheme(db, today) },
    title: t('initiative.list.title'),
    description: t('initiative.list.description'),
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

const names = {
  text: 'zoek',
  area: 'wijk',
  theme: 'thema',
  states: 'stand',
  version: 'regels',
  from: 'van',
  to: 'tot',
  sort: 'volgorde',
} as const;

/** The address of this search with something changed; what is empty is left out. */
function hrefOf(asked: Asked, change: Partial<Asked> = {}): string {
  const wanted = { ...asked, ...change };
  const params = new URLSearchParams();
  for (const [key, name] of Object.entries(names)) {
    const value = wanted[key as keyof Asked];
    if (value) params.set(name, value);
  }
  return `${paths.initiative.list}?${params.toString()}`;
}

function activeFilters({ asked, options, version }: Data, t: TFunction, locale: Locale): ActiveFilter[] {
  const { text, area, theme, states, from, to } = asked;
  const under = version && { name: version.name, date: formatDate(version.validFrom, locale) };
  const areaName = options.areas.find(({ slug }) => slug === area)?.name ?? area;
  const found: [keyof Asked, string][] = [
    ['text', text && `“${text}”`],
    ['area', areaName],
    ['theme', theme && t(`initiative.theme.${theme}`)],
    ['states', states && t(`initiative.group.${states}`)],
    ['version', asked.version && (under ? t('scheme.search.chip', under) : t('scheme.search.unknown'))],
    ['from', from && t('initiative.search.fromChip', { amount: `€ ${from}` })],
    ['to', to && t('initiative.search.toChip', { amount: `€ ${to}` })],
  ];
  return found
    .filter(([, label]) => label !== '')
    .map(([key, label]) => ({ label, href: hrefOf(asked, { [key]: '' }) }));
}

export default function InitiativesPage() {
  const data = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { asked, odd, options, found } = data;
  const active = activeFilters(data, t, useLocale());
  return (
    <div className="wk-page">
      <header className="wk-stack">
        <Heading level={1}>{t('initiative.list.title')}</Heading>
        <p className="wk-intro">{t('initiative.list.intro')}</p>
        <p>
          <ButtonLink href={paths.initiative.start}>{t('initiative.list.start')}</ButtonLink>
        </p>
      </header>
      <SearchForm
        key={hrefOf(asked) + odd.from + odd.to}
        asked={asked}
        odd={odd}
        filtered={active.some(({ label }) => label !== `“${asked.text}”`)}
        {...options}
      />
      <section className="wk-stack wk-stack--wide" aria-labelledby="gevonden">
        <div className="wk-stack wk-stack--close">
          <Heading level={2} id="gevonden">
            {t('initiative.list.count', { count: found.total })}
          </Heading>
          <ActiveFilters filters={active} clearHref={paths.initiative.list} />
        </div>
        {found.total === 0 ? <Nothing searched={active.length > 0} /> : null}
        <ul className="wk-cards">
          {found.rows.map((item) => (
            <InitiativeCard key={item.number} item={item} />
          ))}
        </ul>
        <Pagination list={found} what={t('initiative.list.title')} anchor="gevonden" />
      </section>
    </div>
  );
}

function Nothing({ searched }: { searched: boolean }) {
  const { t } = useTranslation();
  return searched ? (
    <EmptyState
      level={3}
      title={t('initiative.list.emptyTitle')}
      action={{ href: paths.initiative.list, label: t('initiative.list.all') }}
    >
      {t('initiative.list.empty')}
    </EmptyState>
  ) : (
    <EmptyState
      level={3}
      title={t('initiative.list.firstTitle')}
      action={{ href: paths.initiative.start, label: t('initiative.list.start') }}
    >
      {t('initiative.list.first')}
    </EmptyState>
  );
}
