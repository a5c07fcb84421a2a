import { useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { countWaiting } from '#db/reads/council/agenda';
import { allBodies } from '#db/reads/council/body';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { may } from '~/domain/access/policy';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.desk' } };

export const loader = page('council.desk', async ({ context: { db, actor, today }, t }) => {
  const bodies = await allBodies(db);
  const mine = bodies.filter(({ id, areaId }) => may(actor, 'council.desk', { bodyId: id, areaId }).allow);
  const councils = await Promise.all(
    mine.map(async (body) => ({ ...body, waiting: await countWaiting(db, body, today) })),
  );
  return { title: t('council.mine.title'), councils };
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Councils() {
  const { t } = useTranslation();
  const { councils } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <div className="wk-stack">
        <Heading level={1}>{t('council.mine.title')}</Heading>
        <p className="wk-intro">{t('council.mine.intro')}</p>
      </div>
      {councils.length === 0 ? (
        <EmptyState title={t('council.mine.noneTitle')}>{t('council.mine.none')}</EmptyState>
      ) : (
        <ul className="wk-cards">
          {councils.map((council) => (
            <Card key={council.id} href={paths.council.desk(council.slug)} title={council.name} level={2}>
              <p>{t('council.mine.waiting', { count: council.waiting })}</p>
            </Card>
          ))}
        </ul>
      )}
    </div>
  );
}
