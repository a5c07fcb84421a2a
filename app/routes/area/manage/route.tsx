import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { managedWijken } from '#db/reads/area/manage';
import { EndedWijken, OpenWijken } from './wijken';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'area.manage' } };

export const loader = page('area.manage', async ({ context: { db }, t, url }) => {
  const wijken = await managedWijken(db);
  return {
    title: t('area.manage.title'),
    open: wijken.filter(({ validTo }) => validTo === null),
    ended: wijken.filter(({ validTo }) => validTo !== null),
    isDone: url.searchParams.has('gedaan'),
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function ManageAreas() {
  const { t } = useTranslation();
  const { open, ended, isDone } = useLoaderData<typeof loader>();
  const title = t('area.manage.title');
  return (
    <div className="wk-page">
      <Breadcrumb items={[{ href: paths.site.admin, label: t('admin.title') }]} current={title} />
      <PageHead title={title}>{t('area.manage.intro')}</PageHead>
      {isDone ? (
        <Alert tone="good" role="status">
          <p>{t('area.manage.done')}</p>
        </Alert>
      ) : null}
      {open.length > 0 ? (
        <OpenWijken wijken={open} />
      ) : (
        <EmptyState title={t('area.manage.noneTitle')}>{t('area.manage.none')}</EmptyState>
      )}
      <div>
        <ButtonLink look={open.length > 0 ? 'secondary' : undefined} href={paths.area.importWijken}>
          {t('area.manage.read')}
        </ButtonLink>
      </div>
      {open.length > 0 ? (
        <p>
          <Link href={paths.area.place}>{t('area.manage.place')}</Link>
        </p>
      ) : null}
      {ended.length > 0 ? <EndedWijken wijken={ended} /> : null}
    </div>
  );
}
