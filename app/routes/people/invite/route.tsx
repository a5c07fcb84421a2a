import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { Breadcrumb } from '~/ui/breadcrumb';
import { TextField } from '~/ui/field';
import { ShortForm } from '~/ui/form';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { invitePerson } from '~/usecases/people/invite-person.server';
import { keepLink } from '../shared/letter-cookie.server';
import { RoleChoice } from '../shared/role-choice';
import { RoleFields } from '../shared/role-fields';
import { chosenRole } from '../shared/role-form.server';
import { inviteForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'people.manage', write: 'people.manage' } };

export const loader = page('people.manage', async (visit) => ({
  title: visit.t('roster.invite.title'),
  chosen: await chosenRole(visit),
  today: visit.context.today,
}));

export const action = act('people.manage', inviteForm, async (visit, typed) => {
  const invited = await invitePerson(visit.context, await typed());
  await keepLink(visit, invited);
  return redirect(paths.people.inviteLetter(invited.personId), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** Invites somebody: first to what, then who. */
export default function Invite() {
  const { t } = useTranslation();
  const { title, chosen, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: paths.site.admin, label: t('admin.title') },
          { href: paths.people.roster, label: t('roster.title') },
        ]}
        current={title}
      />
      <PageHead title={title}>{chosen ? t(`roster.may.${chosen.role}`) : t('roster.invite.intro')}</PageHead>
      {chosen ? (
        <>
          <p>
            {t('roster.give.chosen', { role: t(`access.role.${chosen.role}`) })}{' '}
            <Link href={paths.people.invite}>{t('roster.give.other')}</Link>
          </p>
          <ShortForm
            result={reply?.result}
            submit={t('roster.invite.submit')}
            defaultValue={{ validFrom: today }}
          >
            {(field) => (
              <>
                <TextField {...field('name', t('roster.invite.name'))} autoComplete="off" />
                <TextField
                  {...field('email', t('people.me.email'))}
                  help={t('roster.invite.emailHelp')}
                  type="email"
                  autoComplete="off"
                />
                <RoleFields field={field} {...chosen} />
              </>
            )}
          </ShortForm>
        </>
      ) : (
        <RoleChoice />
      )}
    </div>
  );
}
