import { useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { page } from '~/http/route.server';
import { itemFacts, itemOf, myPart, roomFacts } from '../shared/item-view.server';
import { reportViews } from '../shared/report-view.server';
import { Actions } from './parts';
import { Reports } from './reports';
import { Figures, Stays } from './proposal';
import { ItemReservation } from './reservation';
import { useFresh } from '~/ui/use-fresh';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.desk' } };

export const loader = page('council.desk', async (visit) => {
  const state = await itemOf(visit, 'council.desk');
  return {
    title: `${state.initiative.title} - Wijkkas`,
    item: itemFacts(state),
    room: await roomFacts(visit, state),
    me: myPart(visit, state),
    reports: await reportViews(visit, state),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Wijkkas' }];

export type ItemLoader = typeof loader;

export default function Item() {
  const { t } = useTranslation();
  const { item, room } = useLoaderData<typeof loader>();
  useFresh(item.phase === 'open' || item.phase === 'ahead');
  const base = paths.council.desk(item.council.slug);
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: base, label: item.council.name },
          {
            href: paths.council.meeting(item.council.slug, item.meetingId),
            label: t('council.meeting.title'),
          },
        ]}
        current={t('council.item.position', { n: item.position, total: room.total })}
      />
      <article className="wk-room">
        <div className="wk-stack">
          <Heading level={1} display>
            {item.title}
          </Heading>
          <p className="wk-room__summary">{item.summary}</p>
          <p>
            <Link href={paths.initiative.show(item.number)}>{t('council.item.read')}</Link>
          </p>
        </div>
        <Figures />
        <Stays />
        <Reports />
        <Actions />
        <ItemReservation />
      </article>
    </div>
  );
}
