import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { redirect } from '@remix-run/node';
import { slugSince, wijkBySlug } from '#db/reads/area/area';
import { newestInitiatives } from '#db/reads/initiative/search';
import { sourcesOfPool } from '#db/reads/ledger/account';
import { schemeVersionOn } from '#db/reads/initiative/scheme';
import { wijkBudgets } from '#db/reads/money/wijk-budget';
import { councilOfWijk } from '#db/reads/council/of-wijk';
import { Inhabitants } from '~/routes/area/shared/wijk-card';
import { CouncilFacts, RuleFacts } from './facts';
import { WijkInitiatives } from './initiatives';
import { MoneyDefinitions } from '~/ui/money-definitions';
import { SourceTable } from '~/ui/source-table';
import { PerHead } from '~/ui/spending-table';
import { YearChoice } from '~/ui/year-choice';
import { endedYear } from '#db/reads/yearEnd/result';
import { EndedYearMoney } from '~/ui/ended-year';
import { Breadcrumb } from '~/ui/breadcrumb';
import { BudgetBar } from '~/ui/budget-bar';
import { ButtonLink } from '~/ui/button';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { rulesInWords } from '~/domain/initiative/scheme-words';
import { DomainError } from '~/domain/errors';
import { pageOf } from '~/domain/paging';
import { pageIn } from '~/http/address.server';
import { page } from '~/http/route.server';
import { chosenYear } from '~/http/year.server';
import { metaOf } from '~/http/page-meta';
import { type Visit } from '~/http/visit.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async (visit) => {
  const { db, today } = visit.context;
  const slug = visit.params.slug ?? '';
  const wijk = await wijkBySlug(db, slug);
  if (!wijk) throw await elsewhere(visit, slug);
  const { year, years } = await chosenYear(visit);
  const money = (await wijkBudgets(db, year, today)).find(({ id }) => id === wijk.id);
  const [initiatives, council, rules, sources] = await Promise.all([
    newestInitiatives(db, { area: wijk.slug, most: 20 }),
    councilOfWijk(db, wijk.id, visit.context),
    schemeVersionOn(db, wijk.id, today),
    money?.poolId ? sourcesOfPool(db, money.poolId, pageIn(visit, 'bronnen')) : pageOf([], 1, 1),
  ]);
  return {
    title: wijk.name,
    description: visit.t('area.wijk.description', { wijk: wijk.name }),
    year,
    years,
    wijk,
    money: money?.poolId ? money : null,
    ended: money?.poolId ? await endedYear(db, year, { slugs: [wijk.slug] }) : null,
    sources,
    initiatives,
    council,
    rules: rules ? rulesInWords(rules) : null,
  };
});

/** The way to a wijk that had this address before, or that there is none. */
async function elsewhere({ context: { db } }: Visit, slug: string) {
  const now = await slugSince(db, slug);
  return now === undefined ? new DomainError('notFound') : redirect(paths.area.wijk(now), 301);
}

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Wijk() {
  const { t } = useTranslation();
  const { year, years, wijk, money, ended, sources, initiatives, council, rules } =
    useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <Breadcrumb items={[{ href: paths.area.wijken, label: t('area.wijk.crumb') }]} current={wijk.name} />
      <div className="wk-stack">
        <Heading level={1}>{wijk.name}</Heading>
        <p className="wk-intro">
          <Inhabitants count={wijk.inhabitants} />
        </p>
      </div>
      <section className="wk-stack wk-stack--wide">
        <div className="wk-section-head">
          <Heading level={2}>{t('area.wijk.money', { year })}</Heading>
          <YearChoice year={year} years={years} path={paths.area.wijk(wijk.slug)} />
        </div>
        {money ? (
          <BudgetBar {...money} ended={ended !== null} />
        ) : (
          <p>{t('area.wijk.moneyNone', { year })}</p>
        )}
        {money ? (
          <>
            <EndedYearMoney ended={ended} left={money.left} />
            <p>
              {t('area.wijk.perHead')}: <PerHead figure={money.perHead} />
            </p>
            <p>
              <Link href={`${paths.ledger.postings(wijk.slug)}?jaar=${year}`}>{t('area.wijk.postings')}</Link>
            </p>
          </>
        ) : null}
      </section>
      <div className="wk-columns">
        <aside className="wk-columns__facts wk-stack wk-stack--wide">
          <CouncilFacts council={council} />
          {rules ? <RuleFacts rules={rules} /> : null}
          {rules ? <ButtonLink href={paths.initiative.start}>{t('area.wijk.start')}</ButtonLink> : null}
        </aside>
        <div className="wk-columns__story">
          <WijkInitiatives wijk={wijk} initiatives={initiatives} />
        </div>
      </div>
      {money && sources.total > 0 ? (
        <section className="wk-stack">
          <Heading level={2}>{t('area.wijk.sources')}</Heading>
          <SourceTable
            caption={t('area.wijk.sources')}
            sources={sources}
            total={money}
            ended={ended !== null}
          />
          <MoneyDefinitions />
        </section>
      ) : null}
    </div>
  );
}
