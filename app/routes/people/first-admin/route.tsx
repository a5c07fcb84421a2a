import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { firstAdminForm } from './form.server';
import { TextField } from '~/ui/field';
import { ShortForm } from '~/ui/form';
import { PageHead } from '~/ui/page-head';
import { DomainError } from '~/domain/errors';
import { act, page } from '~/http/route.server';
import { vaultOf } from '~/http/seal.server';
import { metaOf } from '~/http/page-meta';
import { inviteFirstAdmin } from '~/usecases/people/invite-first-admin.server';
import { opensFirstAdmin } from '~/usecases/people/parts/first-admin.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'session.manage', write: 'session.manage' } };

export const loader = page('session.manage', async ({ context, site, params, t }) => {
  if (!(await opensFirstAdmin(context.db, vaultOf(site.secret), params.token ?? '')))
    throw new DomainError('notFound');
  return { title: t('people.firstAdmin.title') };
});

export const action = act('session.manage', firstAdminForm, async ({ context, site, params }, typed) => {
  const who = await typed();
  const token = params.token ?? '';
  const invitation = await inviteFirstAdmin(context, vaultOf(site.secret), { token, ...who });
  return redirect(paths.people.invitation(invitation), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function FirstAdmin() {
  const { t } = useTranslation();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <PageHead title={t('people.firstAdmin.title')}>{t('people.firstAdmin.intro')}</PageHead>
      <ShortForm result={reply?.result} submit={t('people.firstAdmin.submit')}>
        {(field) => (
          <>
            <TextField {...field('name', t('people.firstAdmin.name'))} autoComplete="name" />
            <TextField
              {...field('email', t('people.firstAdmin.email'))}
              help={t('people.firstAdmin.emailHelp')}
              type="email"
              autoComplete="email"
            />
          </>
        )}
      </ShortForm>
    </div>
  );
}
