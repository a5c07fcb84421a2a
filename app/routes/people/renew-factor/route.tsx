import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { type z } from 'zod';
import { openFactorRequestOf } from '#db/reads/people/factor';
import { calendarDateIn } from '~/domain/calendar';
import { idIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { type Visit } from '~/http/visit.server';
import { askFactor } from '~/usecases/people/ask-factor.server';
import { confirmFactor } from '~/usecases/people/confirm-factor.server';
import { withdrawFactor } from '~/usecases/people/withdraw-factor.server';
import { askedPerson, calledOf } from '../shared/roster-view.server';
import { Asked } from './asked';
import { AskForm } from './ask-form';
import { renewFactorForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'people.manage', write: 'people.manage' } };

export const loader = page('people.manage', async (visit) => {
  const { db, actor } = visit.context;
  const person = await askedPerson(visit);
  const asked = await openFactorRequestOf(db, person.id);
  const able = asked !== undefined || person.state === 'open';
  if (person.id === actor.personId || !able) throw redirect(paths.people.onRoster(person.id), 303);
  const called = calledOf(person);
  return {
    title: visit.t('roster.factor.title', { name: called }),
    ...{ id: person.id, called, email: person.email },
    asked: asked && {
      by: asked.askerName ?? asked.askerEmail,
      own: asked.askedBy === actor.personId,
      on: calendarDateIn(asked.askedAt),
      reason: asked.reason,
    },
  };
});

export const action = act('people.manage', renewFactorForm, async (visit, typed) => {
  const personId = idIn(visit.params.id);
  const done = await perform(visit.context, personId, await typed());
  return redirect(`${paths.people.onRoster(personId)}?gedaan=${done}`, 303);
});

/** One use case per answer; what was done, as the page after it says. */
async function perform(context: Visit['context'], personId: string, form: z.output<typeof renewFactorForm>) {
  switch (form.intent) {
    case 'ask':
      await askFactor(context, { personId, reason: form.reason });
      return 'factorAsked';
    case 'confirm':
      await confirmFactor(context, personId);
      return 'factorRenewed';
    case 'withdraw':
      await withdrawFactor(context, personId);
      return 'factorWithdrawn';
  }
}

export const meta: MetaFunction<typeof loader> = metaOf;

/** A new second factor for who lost theirs: one administrator asks, another confirms. */
export default function RenewFactor() {
  const { title, asked, email, ...person } = useLoaderData<typeof loader>();
  const shown = { ...person, title, result: useActionData<typeof action>()?.result };
  return asked ? <Asked {...shown} email={email} asked={asked} /> : <AskForm {...shown} />;
}
