import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { installationOf } from '#db/reads/area';
import { sourcesOfYear } from '#db/reads/ledger';
import { kolommenPerWijk } from '#db/reads/kolom';
import { wijkBudgets } from '#db/reads/wijk-budget';
import { KolomTable } from '~/components/ledger/kolom-table';
import { MoneyWords } from '~/components/ledger/money-words';
import { SourceTable } from '~/components/ledger/source-table';
import { PerHeadNote, SpendingTable } from '~/components/ledger/spending-table';
import { YearChoice } from '~/components/ledger/year-choice';
import { BudgetBar } from '~/components/ui/budget-bar';
import { Heading } from '~/components/ui/heading';
import { perHeadOf } from '~/domain/area/spending';
import { totalOf } from '~/domain/ledger/balance';
import { page } from '~/http/route.server';
import { chosenYear } from '~/http/year.server';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async (visit) => {
  const { db, today } = visit.act;
  const { year, years } = await chosenYear(visit);
  const place = (await installationOf(db))?.gemeente;
  const heading = place ? visit.t('ledger.city.title', { place }) : visit.t('ledger.city.titleAnywhere');
  const all = await wijkBudgets(db, year, today);
  const wijken = all.filter(({ budget }) => budget > 0n);
  return {
    title: `${heading} - Wijkkas`,
    description: visit.t('ledger.city.description'),
    heading,
    year,
    years,
    wijken,
    totals: totalOf(wijken),
    perHead: perHeadOf(all),
    sources: await sourcesOfYear(db, year),
    perKolom: await kolommenPerWijk(db, year),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? 'Wijkkas' },
  { name: 'description', content: data?.description },
];

export default function City() {
  const { t } = useTranslation();
  const { heading, year, years, wijken, totals, perHead, sources, perKolom } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <div className="wk-stack">
        <Heading level={1}>{heading}</Heading>
        <p className="wk-intro">{t('ledger.city.intro')}</p>
        <YearChoice year={year} years={years} path="/geld" />
      </div>
      <section className="wk-stack">
        <Heading level={2}>{t('ledger.city.whole', { year })}</Heading>
        {wijken.length > 0 ? <BudgetBar {...totals} /> : <p>{t('ledger.city.none', { year })}</p>}
      </section>
      {wijken.length > 0 ? (
        <>
          <section className="wk-stack">
            <Heading level={2}>{t('ledger.city.sources')}</Heading>
            <SourceTable caption={t('ledger.city.sourcesTable', { year })} rows={sources} />
            <MoneyWords />
          </section>
          <section className="wk-stack">
            <Heading level={2}>{t('ledger.city.matrix')}</Heading>
            <details className="wk-details">
              <summary>{t('ledger.city.matrixOpen')}</summary>
              <KolomTable caption={t('ledger.city.matrixTable', { year })} wijken={wijken} cells={perKolom} />
            </details>
          </section>
          <section className="wk-stack">
            <Heading level={2}>{t('ledger.city.wijken')}</Heading>
            <SpendingTable
              caption={t('ledger.city.wijkenTable', { year })}
              captionHidden
              rows={wijken}
              perHead={perHead}
              hrefOf={({ slug }) => `/wijken/${slug}?jaar=${year}`}
            />
            <PerHeadNote />
          </section>
        </>
      ) : null}
    </div>
  );
}
