import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { entriesOfPool, pageOfEntry } from '#db/reads/ledger/journal';
import { sourcesOfPool } from '#db/reads/ledger/account';
import { EntryList } from '~/ui/entry-list';
import { MoneyDefinitions } from '~/ui/money-definitions';
import { SourceTable } from '~/ui/source-table';
import { TakeBack } from '~/ui/take-back';
import { YearChoice } from '~/ui/year-choice';
import { endedYear } from '#db/reads/yearEnd/result';
import { EndedYearMoney } from '~/ui/ended-year';
import { Breadcrumb } from '~/ui/breadcrumb';
import { BudgetBar } from '~/ui/budget-bar';
import { Heading } from '~/ui/heading';
import { Icon } from '~/ui/icon';
import { Link } from '~/ui/link';
import { mayEver } from '~/domain/access/policy';
import { pageOf } from '~/domain/paging';
import { pageIn } from '~/http/address.server';
import { page } from '~/http/route.server';
import { type Visit } from '~/http/visit.server';
import { metaOf } from '~/http/page-meta';
import { wijkInYear } from '~/routes/ledger/shared/wijk-in-year.server';
import { shownPage } from '~/domain/ledger/entry';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async (visit) => {
  const { db } = visit.context;
  const { wijk, year, years } = await wijkInYear(visit);
  const entry = entryIn(visit);
  const wanted = (wijk.poolId && entry && (await pageOfEntry(db, wijk.poolId, entry))) || pageIn(visit);
  return {
    title: visit.t('ledger.postings.title', { wijk: wijk.name }),
    description: visit.t('ledger.postings.description', { wijk: wijk.name, year }),
    wijk,
    year,
    years,
    entries: shownPage(wijk.poolId ? await entriesOfPool(db, wijk.poolId, wanted) : pageOf([], 1, 1)),
    entry,
    ended: wijk.poolId ? await endedYear(db, year, { slugs: [wijk.slug] }) : null,
    sources: wijk.poolId ? await sourcesOfPool(db, wijk.poolId, pageIn(visit, 'bronnen')) : pageOf([], 1, 1),
    mayReverse: mayEver(visit.context.actor, 'money.reverse').allow,
  };
});

/** The number of the entry that an address asks for; null when it asks for none or for nonsense. */
function entryIn({ url }: Visit): number | null {
  const typed = url.searchParams.get('boeking') ?? '';
  return /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null;
}

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Postings() {
  const { t } = useTranslation();
  const { wijk, year, years, entries, entry, sources, ended, mayReverse } = useLoaderData<typeof loader>();
  const path = paths.ledger.postings(wijk.slug);
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: paths.area.wijken, label: t('area.wijk.crumb') },
          { href: paths.area.wijk(wijk.slug), label: wijk.name },
        ]}
        current={t('ledger.postings.crumb')}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('ledger.postings.title', { wijk: wijk.name })}</Heading>
        <p className="wk-intro">{t('ledger.postings.intro', { year })}</p>
        <p>
          <Link href={paths.money.howMoney}>{t('money.city.how')}</Link>
        </p>
        <YearChoice year={year} years={years} path={path} />
      </div>
      <BudgetBar {...wijk} ended={ended !== null} />
      <EndedYearMoney ended={ended} left={wijk.left} />
      {sources.total > 0 ? (
        <section className="wk-stack">
          <Heading level={2}>{t('ledger.postings.sources')}</Heading>
          <SourceTable
            caption={t('ledger.postings.sourcesTable')}
            sources={sources}
            total={wijk}
            ended={ended !== null}
          />
          <MoneyDefinitions />
        </section>
      ) : null}
      <section className="wk-stack">
        <Heading level={2}>{t('ledger.postings.count', { count: entries.total })}</Heading>
        {entries.total > 0 ? (
          <>
            <p className="wk-download">
              <Icon name="download" />
              <Link href={`${paths.ledger.postingsCsv(wijk.slug)}?jaar=${year}`} download>
                {t('ledger.postings.download', { year })}
              </Link>
            </p>
            <EntryList
              entries={entries}
              opened={entry}
              below={mayReverse ? (each) => <TakeBack entry={each} /> : undefined}
            />
          </>
        ) : (
          <p>{t('ledger.postings.none', { year })}</p>
        )}
      </section>
    </div>
  );
}
