import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { profileOf } from '#db/reads/people/person';
import { idIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { TextArea } from '~/ui/field';
import { rejectResidence } from '~/usecases/people/reject-residence.server';
import { ActOnPerson } from '../shared/act-on-person';
import { askedPerson, calledOf } from '../shared/roster-view.server';
import { rejectHomeForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'residence.manage', write: 'residence.manage' } };

export const loader = page('residence.manage', async (visit) => {
  const { db, actor } = visit.context;
  const person = await askedPerson(visit);
  const area = (await profileOf(db, person.id))?.area ?? null;
  if (area === null || person.id === actor.personId) throw redirect(paths.people.onRoster(person.id), 303);
  const called = calledOf(person);
  return { title: visit.t('residence.reject.title', { name: called, area }), id: person.id, called, area };
});

export const action = act('residence.manage', rejectHomeForm, async (visit, typed) => {
  const personId = idIn(visit.params.id);
  await rejectResidence(visit.context, { personId, ...(await typed()) });
  return redirect(`${paths.people.onRoster(personId)}?gedaan=homeRejected`, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

/** It proved false that somebody lives in their wijk: what follows, and why. */
export default function RejectHome() {
  const { t } = useTranslation();
  const { title, area, ...person } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { called: name } = person;
  return (
    <ActOnPerson
      {...person}
      title={title}
      crumb={t('residence.reject.link')}
      intro={t('residence.reject.intro')}
      means={[
        t('residence.reject.means.counts', { name, area }),
        t('residence.reject.means.again'),
        t('residence.reject.means.mail', { name }),
      ]}
      result={reply?.result}
      submit={t('residence.reject.submit', { name })}
    >
      {(field) => (
        <TextArea
          {...field('reason', t('residence.reject.reason'))}
          help={t('residence.reject.reasonHelp')}
          rows={3}
        />
      )}
    </ActOnPerson>
  );
}
