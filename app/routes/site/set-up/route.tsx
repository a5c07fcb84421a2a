import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { StepList } from './steps';
import { setUpOf } from './view.server';
import { WijkGaps } from './wijk-gaps';
import { Breadcrumb } from '~/ui/breadcrumb';
import { PageHead } from '~/ui/page-head';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'admin.read' } };

export const loader = page('admin.read', async (visit) => ({
  title: visit.t('admin.setUp.title'),
  ...(await setUpOf(visit)),
}));

export const meta: MetaFunction<typeof loader> = metaOf;

export default function SetUp() {
  const { t } = useTranslation();
  const { steps, gaps, gemeente, contact } = useLoaderData<typeof loader>();
  const waiting = steps.filter(({ isDone }) => !isDone).length;
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.site.admin, label: t('admin.title') }]}
        current={t('admin.setUp.title')}
      />
      <PageHead title={t('admin.setUp.title')}>
        {waiting === 0 ? t('admin.setUp.ready') : t('admin.setUp.intro', { count: waiting })}
      </PageHead>
      <StepList steps={steps} gemeente={gemeente} contact={contact} />
      {gaps.length > 0 ? <WijkGaps wijken={gaps} /> : null}
    </div>
  );
}
