import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { grantsOfYear, settledAmounts } from '#db/reads/grant';
import { GrantFilter } from '~/components/ledger/grant-filter';
import { type GrantRow, GrantTable } from '~/components/ledger/grant-table';
import { YearChoice } from '~/components/ledger/year-choice';
import { Breadcrumb } from '~/components/ui/breadcrumb';
import { EmptyState } from '~/components/ui/empty-state';
import { Heading } from '~/components/ui/heading';
import { grantPhases } from '~/domain/ledger/grant';
import { openOf, type Turn, turnOf, turns } from '~/domain/ledger/grant-acts';
import { zero } from '~/domain/money/cents';
import { readableWijken } from '~/http/own-wijken.server';
import { page } from '~/http/route.server';
import { type Visit } from '~/http/visit.server';
import { chosenYear } from '~/http/year.server';

export const handle = { access: { read: 'money.readAll' } };

export const loader = page('money.readAll', async (visit) => {
  const { year, years } = await chosenYear(visit);
  const wijken = await readableWijken(visit, year);
  const { searchParams } = visit.url;
  const wijk = wijken.find(({ slug }) => slug === searchParams.get('wijk'));
  const phase = grantPhases.find((each) => each === searchParams.get('stand'));
  const rows = await rowsOf(visit, year, new Set((wijk ? [wijk] : wijken).map(({ id }) => id)));
  const shown = rows.filter(({ standing }) => phase === undefined || standing.phase === phase);
  return {
    title: `${visit.t('grant.list.title', { year })} - Wijkkas`,
    ...{ year, years, total: shown.length },
    wijken: wijken.map(({ slug, name }) => ({ slug, name })),
    asked: { wijk: wijk?.slug ?? '', phase: phase ?? ('' as const) },
    groups: turns.map((turn) => ({ turn, rows: shown.filter((row) => row.turn === turn) })),
  };
});

/** The grants of a year in these wijken, each with whose turn it is. */
async function rowsOf({ act: { db } }: Visit, year: number, areaIds: ReadonlySet<string>) {
  const grants = (await grantsOfYear(db, year)).filter(({ area }) => areaIds.has(area.id));
  const settled = await settledAmounts(
    db,
    grants.map(({ initiativeId }) => initiativeId),
  );
  return grants.map(
    ({ initiativeId, number, title, area, granted, standing }): GrantRow & { turn: Turn } => ({
      ...{ number, title, wijk: area.name, standing },
      granted: granted ?? zero,
      settled: settled.get(initiativeId) ?? null,
      open: openOf(standing),
      turn: turnOf(standing),
    }),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Wijkkas' }];

export default function Grants() {
  const { t } = useTranslation();
  const { year, years, wijken, asked, total, groups } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: '/gemeente', label: t('ledger.desk.title') }]}
        current={t('grant.list.crumb')}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('grant.list.title', { year })}</Heading>
        <p className="wk-intro">{t('grant.list.intro', { year })}</p>
        <YearChoice year={year} years={years} path="/gemeente/toekenningen" />
      </div>
      <GrantFilter year={year} wijken={wijken} asked={asked} />
      {total === 0 ? <Nothing /> : null}
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ turn, rows }) => (
          <section key={turn} className="wk-stack">
            <Heading level={2}>{t(`grant.turn.${turn}`)}</Heading>
            <p className="wk-soft">{t('grant.list.count', { count: rows.length })}</p>
            <GrantTable
              caption={t('grant.list.table', { turn: t(`grant.turn.${turn}`), year })}
              rows={rows}
            />
          </section>
        ))}
      {total > 0 ? <p className="wk-small wk-soft">{t('grant.list.open')}</p> : null}
    </div>
  );
}

/** What stands here when there is nothing: nothing granted, or nothing that fits the filter. */
function Nothing() {
  const { t } = useTranslation();
  const { year, asked } = useLoaderData<typeof loader>();
  const filtered = asked.wijk !== '' || asked.phase !== '';
  if (!filtered) return <EmptyState title={t('grant.list.noneTitle')}>{t('grant.list.none')}</EmptyState>;
  const all = { href: `/gemeente/toekenningen?jaar=${year}`, label: t('grant.list.all', { year }) };
  return (
    <EmptyState title={t('grant.list.nothingTitle')} action={all}>
      {t('grant.list.nothing')}
    </EmptyState>
  );
}
