import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { settledAmounts } from '#db/reads/grants/grant';
import { type GrantList, grantsOfTurn, grantTotals, type GrantTotals } from '#db/reads/grants/list';
import { GrantFilter } from './grant-filter';
import { type GrantRow, GrantTable } from './grant-table';
import { YearChoice } from '~/ui/year-choice';
import { Breadcrumb } from '~/ui/breadcrumb';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Pagination } from '~/ui/pagination';
import { grantPhases } from '~/domain/ledger/grant';
import { openOf, type Turn, turns } from '~/domain/ledger/grant-acts';
import { zero } from '~/domain/money/cents';
import { readableWijken } from '~/http/own-wijken.server';
import { pageIn } from '~/http/address.server';
import { page } from '~/http/route.server';
import { type Visit } from '~/http/visit.server';
import { chosenYear } from '~/http/year.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

/** What the page of each list is called in the address. */
const turnPages = { controller: 'controleur', payer: 'betaler', bank: 'bank', nobody: 'klaar' } as const;

export const handle = { access: { read: 'money.readAll' } };

export const loader = page('money.readAll', async (visit) => {
  const { year, years } = await chosenYear(visit);
  const wijken = await readableWijken(visit, year);
  const { searchParams } = visit.url;
  const wijk = wijken.find(({ slug }) => slug === searchParams.get('wijk'));
  const phase = grantPhases.find((each) => each === searchParams.get('stand'));
  const list = { year, phase, areaIds: (wijk ? [wijk] : wijken).map(({ id }) => id) };
  const totals = await grantTotals(visit.context.db, list);
  return {
    title: visit.t('grant.list.title', { year }),
    ...{ year, years },
    wijken: wijken.map(({ slug, name }) => ({ slug, name })),
    asked: { wijk: wijk?.slug ?? '', phase: phase ?? ('' as const) },
    groups: await Promise.all([...totals].sort(byTurn).map((group) => groupOf(visit, list, group))),
  };
});

type Group = [Turn, GrantTotals];

const byTurn = ([one]: Group, [other]: Group) => turns.indexOf(one) - turns.indexOf(other);

/** The page that is asked of the grants with this turn, and what all of them come to. */
async function groupOf(visit: Visit, list: GrantList, [turn, total]: Group) {
  const { db } = visit.context;
  const which = { turn, count: total.count, page: pageIn(visit, turnPages[turn]) };
  const { rows, ...place } = await grantsOfTurn(db, list, which);
  const settled = await settledAmounts(
    db,
    rows.map(({ initiativeId }) => initiativeId),
  );
  const shown = rows.map(({ initiativeId, number, title, area, granted, standing }): GrantRow => ({
    ...{ number, title, wijk: area.name, standing },
    granted: granted ?? zero,
    settled: settled.get(initiativeId) ?? null,
    open: openOf(standing),
  }));
  return { turn, total, grants: { ...place, rows: shown } };
}

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Grants() {
  const { t } = useTranslation();
  const { year, years, wijken, asked, groups } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.money.desk, label: t('ledger.desk.title') }]}
        current={t('grant.list.crumb')}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('grant.list.title', { year })}</Heading>
        <p className="wk-intro">{t('grant.list.intro', { year })}</p>
        <YearChoice year={year} years={years} path={paths.grants.list} />
      </div>
      <GrantFilter year={year} wijken={wijken} asked={asked} />
      {groups.length === 0 ? <Nothing /> : null}
      {groups.map(({ turn, total, grants }) => (
        <section key={turn} className="wk-stack" id={turnPages[turn]}>
          <Heading level={2}>{t(`grant.turn.${turn}`)}</Heading>
          <p className="wk-soft">{t('grant.list.count', { count: total.count })}</p>
          <GrantTable
            caption={t('grant.list.table', { turn: t(`grant.turn.${turn}`), year })}
            rows={grants.rows}
            total={total}
          />
          <Pagination
            list={grants}
            what={t(`grant.turn.${turn}`)}
            name={turnPages[turn]}
            anchor={turnPages[turn]}
          />
        </section>
      ))}
      {groups.length > 0 ? <p className="wk-small wk-soft">{t('grant.list.open')}</p> : null}
    </div>
  );
}

/** What stands here when there is nothing: nothing granted, or nothing that fits the filter. */
function Nothing() {
  const { t } = useTranslation();
  const { year, asked } = useLoaderData<typeof loader>();
  const filtered = asked.wijk !== '' || asked.phase !== '';
  if (!filtered) return <EmptyState title={t('grant.list.noneTitle')}>{t('grant.list.none')}</EmptyState>;
  const all = { href: `${paths.grants.list}?jaar=${year}`, label: t('grant.list.all', { year }) };
  return (
    <EmptyState title={t('grant.list.nothingTitle')} action={all}>
      {t('grant.list.nothing')}
    </EmptyState>
  );
}
