import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { auditPage } from '#db/reads/audit/entry';
import { filterIn, oddDay } from '../shared/filter.server';
import { type Asked, FilterForm } from './filter-form';
import { TrailTable } from './trail-table';
import { askedIn, choices, oneSubject, rowInWords } from './view.server';
import { Breadcrumb } from '~/ui/breadcrumb';
import { type ActiveFilter, ActiveFilters } from '~/ui/active-filters';
import { formatDate } from '~/ui/date';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Icon } from '~/ui/icon';
import { Link } from '~/ui/link';
import { type Locale, useLocale } from '~/ui/locale';
import { PageHead } from '~/ui/page-head';
import { Pagination } from '~/ui/pagination';
import { pageIn } from '~/http/address.server';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'audit.read' } };

export const loader = page('audit.read', async (visit) => {
  const { context, url, t } = visit;
  const filter = filterIn(url.searchParams);
  const { rows, ...place } = await auditPage(context.db, filter, pageIn(visit));
  return {
    title: t('audit.trail.title'),
    asked: askedIn(filter),
    odd: { from: oddDay(url.searchParams.get('van')), to: oddDay(url.searchParams.get('tot')) },
    subject: await oneSubject(visit, filter),
    choices: choices(visit),
    place,
    rows: rows.map((row) => rowInWords(visit, row)),
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

const names = { who: 'wie', kind: 'soort', subjectId: 'ding', act: 'daad', from: 'van', to: 'tot' } as const;

/** What was asked with something changed, as an address says it; what is empty is left out. */
function queryOf(asked: Asked, change: Partial<Asked> = {}): string {
  const wanted = Object.entries({ ...asked, ...change }).flatMap(([key, value]) =>
    value ? [[names[key as keyof Asked], value]] : [],
  );
  return wanted.length > 0 ? `?${String(new URLSearchParams(wanted))}` : '';
}

function activeFilters({ asked, subject, choices }: Data, t: TFunction, locale: Locale): ActiveFilter[] {
  const { who, kind, act, from, to } = asked;
  const found: [Partial<Asked>, string | undefined][] = [
    [{ who: '' }, who && t('audit.filter.whoChip', { who })],
    [{ kind: '', subjectId: '' }, subject ?? choices.kinds.find(({ value }) => value === kind)?.label],
    [{ act: '' }, choices.acts.find(({ value }) => value === act)?.label],
    [{ from: '' }, from && t('audit.filter.fromChip', { date: formatDate(from, locale) })],
    [{ to: '' }, to && t('audit.filter.toChip', { date: formatDate(to, locale) })],
  ];
  return found.flatMap(([change, label]) =>
    label ? [{ label, href: paths.audit.trail + queryOf(asked, change) }] : [],
  );
}

export default function AuditTrail() {
  const data = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const active = activeFilters(data, t, useLocale());
  const { asked, odd, choices, place, rows } = data;
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.site.admin, label: t('admin.title') }]}
        current={t('audit.trail.title')}
      />
      <PageHead title={t('audit.trail.title')}>{t('audit.trail.intro')}</PageHead>
      <p>
        <Link href={paths.audit.verify}>{t('audit.trail.verify')}</Link>
      </p>
      <FilterForm key={queryOf(asked) + odd.from + odd.to} asked={asked} odd={odd} {...choices} />
      <section className="wk-stack" aria-labelledby="gevonden">
        <div className="wk-stack wk-stack--close">
          <Heading level={2} id="gevonden">
            {t('audit.trail.count', { count: place.total })}
          </Heading>
          <ActiveFilters filters={active} clearHref={paths.audit.trail} />
        </div>
        {rows.length > 0 ? (
          <>
            <TrailTable rows={rows} />
            <Pagination list={place} what={t('audit.trail.lines')} anchor="gevonden" />
            <p className="wk-download">
              <Icon name="download" />
              <Link href={paths.audit.trailCsv + queryOf(asked)} download>
                {t('audit.trail.download', { count: place.total })}
              </Link>
            </p>
          </>
        ) : (
          <Nothing searched={active.length > 0} />
        )}
      </section>
    </div>
  );
}

function Nothing({ searched }: { searched: boolean }) {
  const { t } = useTranslation();
  const all = { href: paths.audit.trail, label: t('audit.trail.all') };
  return (
    <EmptyState level={3} title={t('audit.trail.none')} action={searched ? all : undefined}>
      {t(searched ? 'audit.trail.noneFits' : 'audit.trail.noneYet')}
    </EmptyState>
  );
}
