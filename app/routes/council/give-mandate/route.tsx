import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { mandatesOf } from '#db/reads/council/administration';
import { mandateForm } from './form.server';
import { mandateFields } from './mandate-fields';
import { AdminCrumb } from '~/routes/council/shared/admin-crumb';
import { managed } from '~/routes/council/shared/admin-view.server';
import { ShortForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { mandateFrom } from '~/domain/council/mandate';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { giveMandate } from '~/usecases/council/give-mandate.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.manage', write: 'council.manage' } };

export const loader = page('council.manage', async (visit) => {
  const { db, today } = visit.context;
  const council = await managed(visit);
  const from = mandateFrom(await mandatesOf(db, council.id), today);
  return { title: visit.t('council.admin.mandate.formTitle'), council, from, ends: from > today };
});

export const action = act('council.manage', mandateForm, async (visit, typed) => {
  const council = await managed(visit);
  await giveMandate(visit.context, { bodyId: council.id, ...(await typed()) });
  return redirect(paths.council.admin(council.slug), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function GiveMandate() {
  const { t } = useTranslation();
  const { council, from, ends } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <AdminCrumb council={council} current={t('council.admin.mandate.formTitle')} />
      <PageHead title={t('council.admin.mandate.formTitle')}>{t('council.admin.mandate.intro')}</PageHead>
      {ends ? <p>{t('council.admin.mandate.ends')}</p> : null}
      <ShortForm result={reply?.result} submit={t('council.admin.mandate.submit')} defaultValue={{ from }}>
        {(field) => mandateFields(t, field)}
      </ShortForm>
    </div>
  );
}
