import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { outlinesOf } from '#db/reads/area/area';
import { wijkBudgets } from '#db/reads/money/wijk-budget';
import { endedYear } from '#db/reads/yearEnd/result';
import { WijkCard } from '~/routes/area/shared/wijk-card';
import { WijkMap } from '~/ui/wijk-map';
import { MoneyDefinitions } from '~/ui/money-definitions';
import { PerHeadNote, SpendingTable } from '~/ui/spending-table';
import { YearChoice } from '~/ui/year-choice';
import { BudgetBar } from '~/ui/budget-bar';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Notices } from '~/ui/notices';
import { Link } from '~/ui/link';
import { inhabitantsNotices } from '~/domain/area/inhabitants';
import { perHeadOf } from '~/domain/area/spending';
import { totalBudget } from '~/domain/ledger/balance';
import { mapOf } from '~/ui/wijk-outlines.server';
import { page } from '~/http/route.server';
import { chosenYear } from '~/http/year.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async (visit) => {
  const { db, today } = visit.context;
  const { year, years } = await chosenYear(visit);
  const wijken = await wijkBudgets(db, year, today);
  const outlines = await outlinesOf(
    db,
    wijken.map(({ id }) => id),
  );
  return {
    title: visit.t('area.wijken.title'),
    description: visit.t('area.wijken.description'),
    year,
    years,
    wijken,
    totals: totalBudget(wijken),
    perHead: perHeadOf(wijken),
    ended: (await endedYear(db, year)) !== null,
    map: mapOf(wijken, outlines),
    notices: inhabitantsNotices(wijken),
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Wijken() {
  const { t } = useTranslation();
  const { year, years, wijken, totals, perHead, ended, map, notices } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <div className="wk-stack">
        <Heading level={1}>{t('area.wijken.title')}</Heading>
        <p className="wk-intro">{t('area.wijken.intro', { year })}</p>
        <YearChoice year={year} years={years} path={paths.area.wijken} />
        <Notices notices={notices} />
      </div>
      {map ? (
        <>
          <section className="wk-hero">
            <WijkMap {...map} label={t('area.map.label')} />
            <div className="wk-stack">
              <Heading level={2}>{t('ledger.city.whole', { year })}</Heading>
              <BudgetBar stacked {...totals} ended={ended} />
              <p>
                <Link href={`${paths.money.city}?jaar=${year}`}>{t('area.wijken.toMoney')}</Link>
              </p>
            </div>
          </section>
          <section className="wk-stack wk-stack--wide">
            <Heading level={2}>{t('area.wijken.list')}</Heading>
            <ul className="wk-cards">
              {wijken.map((wijk) => (
                <WijkCard key={wijk.slug} {...wijk} ended={ended} />
              ))}
            </ul>
          </section>
          <section className="wk-stack">
            <Heading level={2}>{t('area.wijken.table', { year })}</Heading>
            <SpendingTable
              caption={t('area.wijken.table', { year })}
              captionHidden
              rows={wijken}
              perHead={perHead}
              ended={ended}
              hrefOf={({ slug }) => paths.area.wijk(slug)}
            />
            <MoneyDefinitions />
            <PerHeadNote />
          </section>
        </>
      ) : (
        <EmptyState title={t('area.home.empty.title')}>{t('area.wijken.none')}</EmptyState>
      )}
    </div>
  );
}
