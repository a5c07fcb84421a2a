import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { errorsIn } from '~/ui/form-errors';
import { PageHead } from '~/ui/page-head';
import { noFields } from '~/http/fields.server';
import { act, page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { removePhoto } from '~/usecases/people/remove-photo.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'me.read', write: 'me.update' } };

export const loader = page('me.read', ({ t }) => Promise.resolve({ title: t('people.photo.remove') }));

export const action = act('me.update', noFields, async (visit) => {
  await removePhoto(visit.context);
  return redirect(`${paths.people.photo}?gedaan=removed`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function RemovePhoto() {
  const { t } = useTranslation();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <PageHead title={t('people.photo.remove')}>{t('people.photo.removeHelp')}</PageHead>
      <Form errors={errorsIn(reply?.result)}>
        <Button>{t('people.photo.remove')}</Button>
      </Form>
    </div>
  );
}
