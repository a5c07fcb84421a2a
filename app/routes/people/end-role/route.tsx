import { redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { othersWith } from '#db/reads/people/roster';
import { roleTermById } from '#db/reads/people/terms';
import { DomainError } from '~/domain/errors';
import { idIn } from '~/http/address.server';
import { metaOf } from '~/http/page-meta';
import { act, page } from '~/http/route.server';
import { type Visit } from '~/http/visit.server';
import { DateField } from '~/ui/field';
import { endRole } from '~/usecases/people/end-role.server';
import { ActOnPerson } from '../shared/act-on-person';
import { askedPerson, calledOf, shownTerm } from '../shared/roster-view.server';
import { RoleName, TermDays } from '../shared/term-line';
import { endRoleForm } from './form.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'people.manage', write: 'people.manage' } };

export const loader = page('people.manage', async (visit) => {
  const { db, today } = visit.context;
  const { terms, ...person } = await askedPerson(visit);
  const termId = idIn(visit.params.term);
  const term = terms.find(({ id, kind }) => id === termId && kind === 'role');
  const kept = await roleTermById(db, termId);
  if (!term || !kept) throw new DomainError('notFound');
  const shown = shownTerm(term, today);
  if (shown.when === 'over' || shown.when === 'never') throw redirect(paths.people.onRoster(person.id), 303);
  const called = calledOf(person);
  const others = await othersWith(db, kept, today);
  const title = visit.t('roster.end.title', { name: called, role: visit.t(`access.role.${term.role}`) });
  return { title, called, id: person.id, term: shown, others, today };
});

export const action = act('people.manage', endRoleForm, async (visit, typed) => {
  const { personId, termId } = addressed(visit);
  await endRole(visit.context, { personId, termId, ...(await typed()) });
  return redirect(`${paths.people.onRoster(personId)}?gedaan=ended`, 303);
});

const addressed = ({ params }: Visit) => ({ personId: idIn(params.id), termId: idIn(params.term) });

export const meta: MetaFunction<typeof loader> = metaOf;

/** Ends a role: what follows from it, and from which day on. */
export default function EndRole() {
  const { t } = useTranslation();
  const { title, called, id, term, others, today } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const role = t(`access.role.${term.role}`);
  return (
    <ActOnPerson
      {...{ id, called, title }}
      crumb={t('roster.end.link')}
      intro={
        <>
          <RoleName term={term} /> · <TermDays term={term} />
        </>
      }
      means={[
        t('roster.end.means.once', { name: called }),
        t('roster.end.means.others', { count: others, role }),
        t('roster.end.means.stays'),
        t('roster.end.means.again'),
      ]}
      result={reply?.result}
      submit={t('roster.end.submit', { role })}
      defaultValue={{ from: today }}
    >
      {(field) => <DateField {...field('from', t('roster.end.from'))} help={t('roster.end.fromHelp')} />}
    </ActOnPerson>
  );
}
