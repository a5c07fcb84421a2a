import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { detailsForm } from './form.server';
import { managed } from '~/routes/council/shared/admin-view.server';
import { contactFields } from '~/routes/council/shared/details-fields';
import { AdminCrumb } from '~/routes/council/shared/admin-crumb';
import { TextField } from '~/ui/field';
import { ShortForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { updateBody } from '~/usecases/council/update-body.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.manage', write: 'council.manage' } };

export const loader = page('council.manage', async (visit) => ({
  title: visit.t('council.admin.details.title'),
  council: await managed(visit),
}));

export const action = act('council.manage', detailsForm, async (visit, typed) => {
  const council = await managed(visit);
  await updateBody(visit.context, council.id, await typed());
  return redirect(paths.council.admin(council.slug), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Details() {
  const { t } = useTranslation();
  const { council } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { name, contactEmail, contactText } = council;
  const known = {
    name,
    contactEmail: contactEmail ?? undefined,
    contactText: contactText ?? undefined,
  };
  return (
    <div className="wk-page wk-page--narrow">
      <AdminCrumb council={council} current={t('council.admin.details.title')} />
      <PageHead title={t('council.admin.details.title')} />
      <ShortForm result={reply?.result} submit={t('council.admin.details.submit')} defaultValue={known}>
        {(field) => (
          <>
            <TextField
              {...field('name', t('council.admin.details.name'))}
              help={t('council.admin.details.nameHelp')}
            />
            {contactFields(t, field)}
          </>
        )}
      </ShortForm>
    </div>
  );
}
