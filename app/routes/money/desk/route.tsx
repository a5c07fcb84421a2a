import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { endedYear } from '#db/reads/yearEnd/result';
import { EndedYearMoney } from '~/ui/ended-year';
import { BigFigures } from '~/ui/big-figures';
import { DeskLinks } from './links';
import { MoneyDefinitions } from '~/ui/money-definitions';
import { SpendingChart } from './spending-chart';
import { GlanceTable } from '~/routes/money/shared/glance-table';
import { PerHead, PerHeadNote, SpendingTable } from '~/ui/spending-table';
import { YearChoice } from '~/ui/year-choice';
import { ChartFigure } from '~/ui/chart-figure';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Money } from '~/ui/money';
import { mayEver } from '~/domain/access/policy';
import { perHeadOf } from '~/domain/area/spending';
import { totalBudget } from '~/domain/ledger/balance';
import { add } from '~/domain/money/cents';
import { deskWork } from './view.server';
import { readableWijken } from '~/http/own-wijken.server';
import { page } from '~/http/route.server';
import { chosenYear } from '~/http/year.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'money.readAll' }, runs: true };

export const loader = page('money.readAll', async (visit) => {
  const { year, years } = await chosenYear(visit);
  const wijken = await readableWijken(visit, year);
  const totals = totalBudget(wijken);
  return {
    title: visit.t('ledger.desk.title'),
    year,
    years,
    wijken,
    totals,
    ended: await endedYear(visit.context.db, year, { slugs: wijken.map(({ slug }) => slug) }),
    perHead: perHeadOf(wijken),
    foremost: wijken.reduce<(typeof wijken)[number] | null>(
      (most, wijk) => ((wijk.share ?? 0) > (most?.share ?? 0) ? wijk : most),
      null,
    ),
    work: await deskWork(visit),
    mayPledge: mayEver(visit.context.actor, 'money.pledge').allow,
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Desk() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const { year, years, totals, work, mayPledge } = data;
  return (
    <div className="wk-page">
      <Heading level={1}>{t('ledger.desk.title')}</Heading>
      <DeskLinks work={work} />
      <div className="wk-stack">
        <Heading level={2}>{t('money.desk.numbers')}</Heading>
        <p>{t('ledger.desk.intro', { year })}</p>
        <YearChoice year={year} years={years} path={paths.money.desk} />
      </div>
      {totals.budget > 0n ? <Figures data={data} /> : <Nothing mayPledge={mayPledge} />}
    </div>
  );
}

/** More bars than this are no picture any more: then a short table says it, who gave out most first. */
const mostBars = 12;
const byShare = (wijken: Data['wijken']) => [...wijken].sort((a, b) => (b.share ?? -1) - (a.share ?? -1));

function Figures({ data: { year, wijken, totals, perHead: head, foremost, ended } }: { data: Data }) {
  const { t } = useTranslation();
  const labels = { spent: t('ledger.desk.spent'), left: t(ended ? 'ledger.desk.over' : 'ledger.desk.left') };
  const headline = foremost
    ? t('ledger.desk.headline', { wijk: foremost.name, share: foremost.share })
    : t('ledger.desk.headlineNone', { year });
  const many = wijken.length > mostBars;
  const booksOf = ({ slug }: { slug: string }) => `${paths.ledger.postings(slug)}?jaar=${year}`;
  const bars = wijken.map(({ name, granted, paid, reserved, left }) => ({
    name,
    spent: Number(granted + paid) / 100,
    left: Number(reserved + left) / 100,
  }));
  return (
    <>
      <BigFigures
        items={[
          { label: t('ledger.desk.figures.budget'), value: <Money cents={totals.budget} /> },
          {
            label: t('ledger.desk.figures.spent'),
            value: <Money cents={add(totals.granted, totals.paid)} />,
          },
          {
            label: t(ended ? 'ledger.desk.figures.over' : 'ledger.desk.figures.left'),
            value: <Money cents={totals.left} />,
          },
          { label: t('ledger.desk.figures.perHead'), value: <PerHead figure={head} /> },
        ]}
      />
      <EndedYearMoney ended={ended} left={totals.left} />
      <ChartFigure
        headline={headline}
        level={3}
        table={
          <div className="wk-stack">
            {many ? (
              <GlanceTable
                caption={t('ledger.desk.table', { year })}
                ended={ended !== null}
                rows={byShare(wijken).map((wijk) => ({
                  ...{ key: wijk.slug, name: wijk.name, budget: wijk },
                  href: booksOf(wijk),
                }))}
                total={totals}
              />
            ) : null}
            <details className="wk-details" open={!many}>
              <summary>{t('money.city.toTheCent')}</summary>
              <SpendingTable
                caption={t('ledger.desk.table', { year })}
                rows={wijken}
                perHead={head}
                ended={ended !== null}
                hrefOf={booksOf}
              />
              <MoneyDefinitions />
              <PerHeadNote />
            </details>
          </div>
        }
        download={{
          href: `${paths.money.spendingCsv}?jaar=${year}`,
          label: t('ledger.desk.download', { year }),
        }}
      >
        {many ? null : <SpendingChart bars={bars} labels={labels} />}
      </ChartFigure>
    </>
  );
}

function Nothing({ mayPledge }: { mayPledge: boolean }) {
  const { t } = useTranslation();
  const action = { href: paths.sources.list, label: t('ledger.desk.none.action') };
  return (
    <EmptyState title={t('ledger.desk.none.title')} action={mayPledge ? action : undefined}>
      {t('ledger.desk.none.text')}
    </EmptyState>
  );
}
