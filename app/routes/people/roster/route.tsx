import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { openFactorRequests } from '#db/reads/people/factor';
import { rosterPage } from '#db/reads/people/roster';
import { type DeskState } from '~/domain/people/desk';
import { pageIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { page } from '~/http/route.server';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { Pagination } from '~/ui/pagination';
import { DeskTag } from '../shared/desk-tag';
import { calledOf, type ShownTerm, shownTerm } from '../shared/roster-view.server';
import { RoleName, TermDays } from '../shared/term-line';
import { type WaitingFactor, WaitingFactors } from './waiting-factors';
import { SearchForm } from './search-form';
import { askedOf } from './view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'people.manage' } };

type Row = { id: string; called: string; email: string; state: DeskState; terms: ShownTerm[] };

export const loader = page('people.manage', async (visit) => {
  const { db, today } = visit.context;
  const asked = askedOf(visit);
  const { rows, ...place } = await rosterPage(db, { ...asked, page: pageIn(visit) }, visit.context);
  return {
    title: visit.t('roster.title'),
    asked: { text: asked.text, role: asked.role },
    place,
    waiting: (await openFactorRequests(db)).map(({ personId, askedBy, ...row }): WaitingFactor => ({
      personId,
      name: calledOf(row),
      by: row.askerName ?? row.askerEmail,
      own: askedBy === visit.context.actor.personId,
    })),
    rows: rows.map(({ id, email, state, terms, name }): Row => ({
      ...{ id, email, state, called: calledOf({ name, email }) },
      terms: terms.map((term) => shownTerm(term, today)),
    })),
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** Who works here or was asked to, and everybody who is looked for. */
export default function Roster() {
  const { t } = useTranslation();
  const { asked, rows, place, waiting } = useLoaderData<typeof loader>();
  const title = t('roster.title');
  return (
    <div className="wk-page">
      <Breadcrumb items={[{ href: paths.site.admin, label: t('admin.title') }]} current={title} />
      <div className="wk-stack">
        <PageHead title={title}>{t('roster.intro')}</PageHead>
        <p>
          <ButtonLink href={paths.people.invite}>{t('roster.invite.link')}</ButtonLink>
        </p>
      </div>
      <WaitingFactors waiting={waiting} />
      <SearchForm {...asked} />
      <section className="wk-stack" aria-labelledby="gevonden">
        <Heading level={2} id="gevonden">
          {t(asked.text ? 'roster.found' : 'roster.working', { count: place.total })}
        </Heading>
        {rows.length === 0 ? (
          <EmptyState
            level={3}
            title={t('roster.noneTitle')}
            action={{ href: paths.people.roster, label: t('roster.all') }}
          >
            {t('roster.none')}
          </EmptyState>
        ) : (
          <PeopleTable rows={rows} />
        )}
        <Pagination list={place} what={title} />
      </section>
    </div>
  );
}

function PeopleTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  return (
    <DataTable<Row>
      caption={t('roster.title')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'who', label: t('roster.column.who'), cell: (row) => <Who row={row} /> },
        { key: 'roles', label: t('roster.column.roles'), cell: (row) => <Roles terms={row.terms} /> },
        { key: 'state', label: t('roster.column.state'), cell: ({ state }) => <DeskTag state={state} /> },
      ]}
    />
  );
}

function Who({ row: { id, called, email } }: { row: Row }) {
  return (
    <>
      <Link href={paths.people.onRoster(id)}>{called}</Link>
      {called === email ? null : <span className="wk-below wk-small wk-soft">{email}</span>}
    </>
  );
}

/** What somebody has or will have; what is over only where nothing else is. */
function Roles({ terms }: { terms: readonly ShownTerm[] }) {
  const { t } = useTranslation();
  const going = terms.filter(({ when }) => when === 'now' || when === 'later');
  const shown = going.length > 0 ? going : terms.slice(0, 1);
  if (shown.length === 0) return <>{t('roster.noRole')}</>;
  return (
    <ul className="wk-plain-list">
      {shown.map((term) => (
        <li key={term.id}>
          <RoleName term={term} />
          <span className="wk-below wk-small wk-soft">
            <TermDays term={term} />
          </span>
        </li>
      ))}
    </ul>
  );
}
