import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { idIn } from '~/http/address.server';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ShortForm } from '~/ui/form';
import { Link } from '~/ui/link';
import { PageHead } from '~/ui/page-head';
import { giveRole } from '~/usecases/people/give-role.server';
import { RoleChoice } from '../shared/role-choice';
import { RoleFields } from '../shared/role-fields';
import { chosenRole } from '../shared/role-form.server';
import { askedPerson, calledOf } from '../shared/roster-view.server';
import { giveRoleForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'people.manage', write: 'people.manage' } };

export const loader = page('people.manage', async (visit) => {
  const person = await askedPerson(visit);
  const back = paths.people.onRoster(person.id);
  if (person.id === visit.context.actor.personId || person.state === 'ended') throw redirect(back, 303);
  const called = calledOf(person);
  const title = visit.t('roster.give.title', { name: called });
  return { title, called, id: person.id, chosen: await chosenRole(visit), today: visit.context.today };
});

export const action = act('people.manage', giveRoleForm, async (visit, typed) => {
  const personId = idIn(visit.params.id);
  await giveRole(visit.context, { personId, ...(await typed()) });
  return redirect(`${paths.people.onRoster(personId)}?gedaan=given`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** Gives somebody a role: first which, then for what and from when. */
export default function GiveRole() {
  const { t } = useTranslation();
  const { title, called, id, chosen, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: paths.site.admin, label: t('admin.title') },
          { href: paths.people.roster, label: t('roster.title') },
          { href: paths.people.onRoster(id), label: called },
        ]}
        current={t('roster.give.link')}
      />
      <PageHead title={title}>{chosen ? t(`roster.may.${chosen.role}`) : t('roster.give.intro')}</PageHead>
      {chosen ? (
        <>
          <p>
            {t('roster.give.chosen', { role: t(`access.role.${chosen.role}`) })}{' '}
            <Link href={paths.people.giveRole(id)}>{t('roster.give.other')}</Link>
          </p>
          <ShortForm
            result={reply?.result}
            submit={t('roster.give.submit', { role: t(`access.role.${chosen.role}`) })}
            defaultValue={{ validFrom: today }}
          >
            {(field) => <RoleFields field={field} {...chosen} />}
          </ShortForm>
        </>
      ) : (
        <RoleChoice />
      )}
    </div>
  );
}
