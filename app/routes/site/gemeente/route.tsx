import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { gemeenteFields } from './fields';
import { gemeenteForm } from './form.server';
import { Versions } from './versions';
import { gemeenteView } from './view.server';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ShortForm } from '~/ui/form';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { setDetails } from '~/usecases/site/set-details.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'gemeente.manage', write: 'gemeente.manage' } };

export const loader = page('gemeente.manage', async (visit) => ({
  title: visit.t('gemeente.title'),
  ...(await gemeenteView(visit)),
}));

export const action = act('gemeente.manage', gemeenteForm, async (visit, typed) => {
  const { others } = await setDetails(visit.context, await typed());
  return redirect(`${paths.site.gemeente}?gedaan${others ? '=ook' : ''}`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Gemeente() {
  const { t } = useTranslation();
  const { known, saved, versions, place } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.site.admin, label: t('admin.title') }]}
        current={t('gemeente.title')}
      />
      <PageHead title={t('gemeente.title')}>{t('gemeente.intro')}</PageHead>
      {saved !== null && !reply ? (
        <Alert tone={saved === 'ook' ? 'waiting' : 'good'} role="status">
          <p>{t(saved === 'ook' ? 'gemeente.savedToo' : 'gemeente.saved')}</p>
        </Alert>
      ) : null}
      <ShortForm result={reply?.result} submit={t('gemeente.submit')} defaultValue={known}>
        {(field) => (
          <>
            <input type="hidden" name="seen" value={field('seen', '').defaultValue} />
            {gemeenteFields(t, field)}
          </>
        )}
      </ShortForm>
      <section className="wk-stack">
        <Heading level={2}>{t('gemeente.more')}</Heading>
        <ul>
          <li>
            <Link href={paths.site.colours}>{t('gemeente.colours.link')}</Link>
          </li>
          <li>
            <Link href={paths.site.logo}>{t('gemeente.logo.link')}</Link>
          </li>
        </ul>
      </section>
      <Versions versions={versions} place={place} />
    </div>
  );
}
