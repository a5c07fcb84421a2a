import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { idIn } from '~/http/address.server';
import { noFields } from '~/http/fields.server';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { inviteAgain } from '~/usecases/people/invite-again.server';
import { ActOnPerson } from '../shared/act-on-person';
import { keepLink } from '../shared/letter-cookie.server';
import { askedPerson, calledOf } from '../shared/roster-view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'people.manage', write: 'people.manage' } };

export const loader = page('people.manage', async (visit) => {
  const person = await askedPerson(visit);
  const { id, email, state } = person;
  if (state !== 'invited' && state !== 'closed') throw redirect(paths.people.onRoster(id), 303);
  const called = calledOf(person);
  return { title: visit.t('roster.again.title', { name: called }), id, called, email };
});

export const action = act('people.manage', noFields, async (visit) => {
  const invited = await inviteAgain(visit.context, idIn(visit.params.id));
  await keepLink(visit, invited);
  return redirect(paths.people.inviteLetter(invited.personId), 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** What a new invitation does, before it goes. */
export default function InviteAgain() {
  const { t } = useTranslation();
  const { title, email, ...person } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <ActOnPerson
      {...person}
      title={title}
      crumb={t('roster.again.link')}
      means={[t('roster.again.means.mail', { email }), t('roster.again.means.earlier')]}
      result={reply?.result}
      submit={t('roster.again.submit')}
    />
  );
}
