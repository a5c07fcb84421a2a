import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { allBodies, type SeatOn } from '#db/reads/council/body';
import { Faults } from '~/routes/council/shared/faults';
import { standingOf } from '~/routes/council/shared/admin-view.server';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ButtonLink } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { PageHead } from '~/ui/page-head';
import { Tag } from '~/ui/tag';
import { type Duty } from '~/domain/council/membership';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.manage' } };

const holder = (seats: readonly SeatOn[], duty: Duty) =>
  seats.find((seat) => seat.duty === duty)?.name ?? null;

export const loader = page('council.manage', async ({ context, t }) => {
  const { db, today } = context;
  const councils = [];
  for (const council of await allBodies(db)) {
    const { seats, faults, shortage, mandate } = await standingOf(context, council, today);
    councils.push({
      ...{ slug: council.slug, name: council.name, areaName: council.areaName, faults, shortage },
      seats: seats.length,
      filled: seats.filter(({ membershipId }) => membershipId !== null).length,
      chair: holder(seats, 'chair'),
      secretary: holder(seats, 'secretary'),
      maxPerDecisionCents: mandate?.maxPerDecisionCents ?? null,
    });
  }
  return { title: t('council.admin.list.title'), councils };
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function ManageCouncils() {
  const { t } = useTranslation();
  const { councils } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.site.admin, label: t('admin.title') }]}
        current={t('council.admin.list.title')}
      />
      <PageHead title={t('council.admin.list.title')}>{t('council.admin.list.intro')}</PageHead>
      <p>
        <ButtonLink href={paths.council.create}>{t('council.admin.create.link')}</ButtonLink>
      </p>
      {councils.length === 0 ? (
        <EmptyState title={t('council.admin.list.noneTitle')}>{t('council.admin.list.none')}</EmptyState>
      ) : (
        <Table />
      )}
    </div>
  );
}

function Table() {
  const { t } = useTranslation();
  const { councils } = useLoaderData<typeof loader>();
  const nobody = <span className="wk-soft">{t('council.admin.nobody')}</span>;
  return (
    <DataTable
      caption={t('council.admin.list.title')}
      captionHidden
      rows={councils}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: 'name',
          label: t('council.admin.list.council'),
          cell: ({ slug, name, areaName }) => (
            <>
              <Link href={paths.council.admin(slug)}>{name}</Link>
              <br />
              <span className="wk-small wk-soft">{areaName}</span>
            </>
          ),
        },
        {
          key: 'seats',
          label: t('council.admin.list.seats'),
          cell: ({ filled, seats }) => t('council.admin.list.filled', { filled, seats }),
        },
        { key: 'chair', label: t('council.admin.list.chair'), cell: ({ chair }) => chair ?? nobody },
        {
          key: 'secretary',
          label: t('council.admin.list.secretary'),
          cell: ({ secretary }) => secretary ?? nobody,
        },
        {
          key: 'mandate',
          label: t('council.admin.list.mandate'),
          numeric: true,
          cell: ({ maxPerDecisionCents }) =>
            maxPerDecisionCents === null ? (
              <span className="wk-soft">{t('council.admin.none')}</span>
            ) : (
              <Money cents={maxPerDecisionCents} />
            ),
        },
        {
          key: 'faults',
          label: t('council.admin.list.faults'),
          cell: ({ faults, shortage }) =>
            faults.length > 0 ? (
              <Faults faults={faults} shortage={shortage} />
            ) : (
              <Tag tone="good">{t('council.admin.inOrder')}</Tag>
            ),
        },
      ]}
    />
  );
}
