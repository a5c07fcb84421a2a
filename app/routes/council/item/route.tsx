import { useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { itemView } from './view.server';
import { Actions } from './parts';
import { Reports } from './reports';
import { Figures, ConflictSummary } from './proposal';
import { ItemReservation } from './reservation';
import { useFresh } from '~/ui/use-fresh';
import { paths } from '~/paths';

export const handle = {
  access: { read: 'council.desk' },
  runs: ({ item }: Data) => isMoving(item),
};

export const loader = page('council.desk', itemView);

export const meta: MetaFunction<typeof loader> = metaOf;

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

/** What others do to it shows by itself. */
const isMoving = ({ phase }: Data['item']) => phase === 'open' || phase === 'ahead';

export default function Item() {
  const { t } = useTranslation();
  const view = useLoaderData<typeof loader>();
  const { item, room } = view;
  useFresh(isMoving(item));
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
        <Figures {...view} />
        <ConflictSummary {...view} />
        <Reports {...view} />
        <Actions {...view} />
        <ItemReservation {...view} />
      </article>
    </div>
  );
}
