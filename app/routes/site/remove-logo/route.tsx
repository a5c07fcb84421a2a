import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { GemeenteCrumb } from '~/routes/site/shared/gemeente-crumb';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { errorsIn } from '~/ui/form-errors';
import { PageHead } from '~/ui/page-head';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { setLogo } from '~/usecases/site/set-logo.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'gemeente.manage', write: 'gemeente.manage' } };

export const loader = page('gemeente.manage', ({ t }) =>
  Promise.resolve({ title: t('gemeente.logo.remove') }),
);

export const action = act('gemeente.manage', noFields, async (visit) => {
  await setLogo(visit.context, null);
  return redirect(`${paths.site.logo}?gedaan=removed`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function RemoveLogo() {
  const { t } = useTranslation();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <GemeenteCrumb current={t('gemeente.logo.remove')} />
      <PageHead title={t('gemeente.logo.remove')}>{t('gemeente.logo.removeHelp')}</PageHead>
      <Form errors={errorsIn(reply?.result)}>
        <Button>{t('gemeente.logo.remove')}</Button>
      </Form>
    </div>
  );
}
