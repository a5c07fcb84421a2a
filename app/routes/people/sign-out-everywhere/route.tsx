import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { idIn } from '~/http/address.server';
import { noFields } from '~/http/fields.server';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { signOutEverywhere } from '~/usecases/people/sign-out-everywhere.server';
import { ActOnPerson } from '../shared/act-on-person';
import { askedPerson, calledOf } from '../shared/roster-view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'people.manage', write: 'people.manage' } };

export const loader = page('people.manage', async (visit) => {
  const person = await askedPerson(visit);
  const called = calledOf(person);
  return { title: visit.t('roster.signOut.title', { name: called }), id: person.id, called };
});

export const action = act('people.manage', noFields, async (visit) => {
  const personId = idIn(visit.params.id);
  await signOutEverywhere(visit.context, personId);
  return redirect(`${paths.people.onRoster(personId)}?gedaan=signedOut`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** What signing somebody out does, before it is done. */
export default function SignOutEverywhere() {
  const { t } = useTranslation();
  const { title, ...person } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { called: name } = person;
  return (
    <ActOnPerson
      {...person}
      title={title}
      crumb={t('roster.signOut.link')}
      means={[t('roster.signOut.means.devices', { name }), t('roster.signOut.means.again', { name })]}
      result={reply?.result}
      submit={t('roster.signOut.submit')}
    />
  );
}
