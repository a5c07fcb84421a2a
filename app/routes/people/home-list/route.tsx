import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { profileOf } from '#db/reads/people/person';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { vaultOf } from '~/http/seal.server';
import { ShortForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { proveByList } from '~/usecases/people/prove-by-list.server';
import { AddressFields } from '../shared/address-fields';
import { DetailsFirst } from '../shared/details-first';
import { HomeCrumbs } from '../shared/home-crumbs';
import { homeListForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'residence.prove', write: 'residence.prove' } };

export const loader = page('residence.prove', async ({ context: { db, actor }, t }) => {
  const profile = await profileOf(db, actor.personId ?? '');
  return { title: t('residence.list.title'), isKnown: Boolean(profile?.bornOn) };
});

export const action = act('residence.prove', homeListForm, async (visit, typed) => {
  await proveByList(visit.context, vaultOf(visit.site.secret), await typed());
  return redirect(`${paths.people.home}?gedaan=proven`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function HomeList() {
  const { t } = useTranslation();
  const { isKnown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <HomeCrumbs current={t('residence.list.title')} />
      <PageHead title={t('residence.list.title')}>{t('residence.list.intro')}</PageHead>
      {isKnown ? (
        <ShortForm result={reply?.result} submit={t('residence.list.submit')}>
          {(field) => <AddressFields field={field} />}
        </ShortForm>
      ) : (
        <DetailsFirst back={paths.people.homeList} />
      )}
    </div>
  );
}
