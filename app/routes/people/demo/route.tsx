import { redirect } from '@remix-run/node';
import { Form, useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { personas } from '#db/reads/people/person';
import { PersonaRow } from './persona-row';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { type Role } from '~/domain/access/roles';
import { assertDemo } from '~/routes/people/shared/demo.server';
import { enterAsForm } from './form.server';
import { act, page } from '~/http/route.server';
import { startSession } from '~/http/session.server';
import { metaOf } from '~/http/page-meta';
import { enterAs } from '~/usecases/people/enter-as.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'demo.enter', write: 'demo.enter' } };

const groups = ['residents', 'council', 'gemeente', 'care'] as const;
type Group = (typeof groups)[number];

const groupOf = (roles: readonly Role[]): Group => {
  if (roles.some((role) => ['moderator', 'admin'].includes(role))) return 'care';
  if (roles.some((role) => ['member', 'chair', 'secretary'].includes(role))) return 'council';
  return roles.length > 0 ? 'gemeente' : 'residents';
};

export const loader = page('demo.enter', async (visit) => {
  await assertDemo(visit, 'demo.enter');
  const all = await personas(visit.context.db, visit.context.today);
  return {
    title: visit.t('people.demo.title'),
    description: visit.t('people.demo.description'),
    people: all.map((person) => ({ ...person, group: groupOf(person.roles) })),
  };
});

export const action = act('demo.enter', enterAsForm, async (visit, typed) => {
  const { person } = await typed();
  const { personId, assurance } = await enterAs(visit.context, person, visit.site.config.demo);
  await startSession(visit, personId, assurance);
  return redirect(paths.people.me, 303);
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Demo() {
  const { t } = useTranslation();
  const { people } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <div className="wk-stack">
        <Heading level={1}>{t('people.demo.title')}</Heading>
        <p className="wk-intro">{t('people.demo.intro')}</p>
        <p>
          {t('people.demo.mails')} <Link href={paths.people.outbox}>{t('people.demo.mailsLink')}</Link>
        </p>
      </div>
      <Form method="post" className="wk-sections">
        {groups
          .map((group) => ({ group, members: people.filter((person) => person.group === group) }))
          .filter(({ members }) => members.length > 0)
          .map(({ group, members }) => (
            <section key={group} className="wk-stack" aria-labelledby={`groep-${group}`}>
              <Heading level={2} id={`groep-${group}`}>
                {t(`people.demo.group.${group}`)}
              </Heading>
              <ul className="wk-personas">
                {members.map((person) => (
                  <PersonaRow key={person.id} {...person} name={person.name ?? ''} />
                ))}
              </ul>
            </section>
          ))}
      </Form>
    </div>
  );
}
