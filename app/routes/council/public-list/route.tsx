import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { type ListedCouncil, listedCouncils } from '#db/reads/council/list';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { MeetingTime } from '~/ui/meeting-time';
import { PageHead } from '~/ui/page-head';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async ({ context: { db, now, today }, t }) => ({
  title: t('council.public.list.title'),
  description: t('council.public.list.description'),
  councils: await listedCouncils(db, { now, today }),
}));

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Councils() {
  const { t } = useTranslation();
  const { councils } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <PageHead title={t('council.public.list.title')}>{t('council.public.list.intro')}</PageHead>
      {councils.length === 0 ? (
        <EmptyState title={t('council.public.list.noneTitle')}>{t('council.public.list.none')}</EmptyState>
      ) : (
        <ul className="wk-cards">
          {councils.map((council) => (
            <Card key={council.slug} href={paths.council.show(council.slug)} title={council.name} level={2}>
              <About council={council} />
            </Card>
          ))}
        </ul>
      )}
    </div>
  );
}

function About({ council }: { council: ListedCouncil }) {
  const { t } = useTranslation();
  const { kind, areaName, seats, members, nextMeeting } = council;
  return (
    <>
      <p>{t(`council.public.about.${kind}`, { area: areaName })}</p>
      <p className="wk-soft">{t('council.public.list.members', { count: members, seats })}</p>
      <p className="wk-soft">
        {nextMeeting ? (
          <>
            {t('council.public.list.next')} <MeetingTime at={nextMeeting} />
          </>
        ) : (
          t('council.public.noMeeting')
        )}
      </p>
    </>
  );
}
