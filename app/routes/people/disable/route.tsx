import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { idIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { TextArea } from '~/ui/field';
import { disablePerson } from '~/usecases/people/disable-person.server';
import { ActOnPerson } from '../shared/act-on-person';
import { askedPerson, calledOf, shownTerm } from '../shared/roster-view.server';
import { disableForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'people.manage', write: 'people.manage' } };

export const loader = page('people.manage', async (visit) => {
  const { terms, ...person } = await askedPerson(visit);
  const { today, actor } = visit.context;
  const going = terms
    .map((term) => shownTerm(term, today))
    .filter(({ when }) => when === 'now' || when === 'later');
  const [roles, seats] = (['role', 'seat'] as const).map(
    (kind) => going.filter((term) => term.kind === kind).length,
  );
  if (person.id === actor.personId) throw redirect(paths.people.onRoster(person.id), 303);
  const called = calledOf(person);
  const title = visit.t('roster.disable.title', { name: called });
  return { title, id: person.id, called, roles: roles ?? 0, seats: seats ?? 0 };
});

export const action = act('people.manage', disableForm, async (visit, typed) => {
  const personId = idIn(visit.params.id);
  await disablePerson(visit.context, { personId, ...(await typed()) });
  return redirect(`${paths.people.onRoster(personId)}?gedaan=disabled`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** Closes somebody's desk: what follows, and why. */
export default function Disable() {
  const { t } = useTranslation();
  const { title, roles, seats, ...person } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { called: name } = person;
  return (
    <ActOnPerson
      {...person}
      title={title}
      crumb={t('roster.disable.link')}
      means={[
        t('roster.disable.means.out', { name }),
        t('roster.disable.means.roles', { count: roles }),
        ...(seats > 0 ? [t('roster.disable.means.seats')] : []),
        t('roster.disable.means.resident', { name }),
        t('roster.disable.means.again'),
      ]}
      result={reply?.result}
      submit={t('roster.disable.submit', { name })}
    >
      {(field) => (
        <TextArea
          {...field('reason', t('roster.disable.reason'))}
          help={t('roster.disable.reasonHelp')}
          rows={3}
        />
      )}
    </ActOnPerson>
  );
}
