import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { figureName } from '~/ui/figure-name';
import { moneyRows, partiesOfYear } from '#db/reads/money/rows';
import { ChosenFilters, RowsForm } from './form';
import { RowsTable } from './table';
import { type MoneyAsked, type MoneyFilters, moneyQuery, rowsHref } from '~/routes/money/shared/link';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { Icon } from '~/ui/icon';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Pagination } from '~/ui/pagination';
import { formatEuros } from '~/domain/money/format';
import { askedRows, endedAt } from '~/routes/money/shared/asked.server';
import { pageIn } from '~/http/address.server';
import { page } from '~/http/route.server';
import { chosenYear } from '~/http/year.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async (visit) => {
  const { db, today } = visit.context;
  const { year, years } = await chosenYear(visit);
  const parties = await partiesOfYear(db, year);
  const query = askedRows(visit, year, parties);
  const ended = (await endedAt(visit, query)) !== null;
  const figure = visit.t(`money.figure.${figureName(query.figure, ended)}`);
  return {
    title: visit.t('money.rows.title', { figure, year }),
    description: visit.t('money.rows.description'),
    query,
    ended,
    years,
    today,
    parties: { wijken: parties.wijken.map(({ slug, name }) => ({ slug, name })), sources: parties.sources },
    list: await moneyRows(db, query, pageIn(visit)),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...metaOf({ data }),
  { name: 'robots', content: 'noindex' },
];

export default function MoneyRows() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { query, ended, years, today, parties, list } = useLoaderData<typeof loader>();
  const { rows, sum, total: count } = list;
  const { year, on, figure } = query;
  const asked: MoneyAsked = { year, on, ended };
  const filters: MoneyFilters = {
    wijk: query.wijk ?? undefined,
    kolom: query.kolom ?? undefined,
    bron: query.source ?? undefined,
    thema: query.theme ?? undefined,
  };
  const here = rowsHref(asked, figure, filters);
  const euros = formatEuros(sum, locale, 'full');
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: `${paths.money.city}?${moneyQuery(asked)}`, label: t('site.nav.geld') }]}
        current={t('money.rows.crumb')}
      />
      <div className="wk-stack">
        <Heading level={1}>
          {t('money.rows.title', { figure: t(`money.figure.${figureName(figure, ended)}`), year })}
        </Heading>
        <ChosenFilters asked={asked} filters={filters} parties={parties} />
        <p className="wk-intro">
          {count > 0 ? t('money.rows.sum', { count, total: euros }) : t('money.rows.none', { total: euros })}
        </p>
        {count > 0 ? <p>{t('money.rows.explain')}</p> : null}
        <details className="wk-details wk-no-print">
          <summary>{t('money.rows.change')}</summary>
          <RowsForm
            figure={figure}
            asked={asked}
            filters={filters}
            parties={parties}
            years={years}
            today={today}
          />
        </details>
      </div>
      {count > 0 ? (
        <section className="wk-stack">
          <p className="wk-download">
            <Icon name="download" />
            <Link href={here.replace(paths.money.rows, paths.money.rowsCsv)} download>
              {t('money.rows.download')}
            </Link>
          </p>
          <RowsTable rows={rows} year={year} total={list.pages === 1 ? sum : null} />
          <Pagination list={list} what={t('money.rows.crumb')} />
        </section>
      ) : null}
      <p>
        <Link href={`${paths.money.city}?${moneyQuery(asked)}`}>{t('money.rows.back')}</Link>
      </p>
    </div>
  );
}
