import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { openFactorRequestOf } from '#db/reads/people/factor';
import { profileOf } from '#db/reads/people/person';
import { lastSignIn } from '#db/reads/people/roster';
import { calendarDateIn } from '~/domain/calendar';
import { metaOf } from '~/http/page-meta';
import { page } from '~/http/route.server';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { askedPerson, calledOf, shownTerm } from '../shared/roster-view.server';
import { AccessActs } from './access-acts';
import { SignInFacts } from './sign-in-facts';
import { TermTable } from './term-table';
import { paths } from '~/paths';

export const handle = { access: { read: 'people.manage' } };

export const loader = page('people.manage', async (visit) => {
  const { db, today, actor } = visit.context;
  const { terms, invitedUntil, ...person } = await askedPerson(visit);
  const signedIn = await lastSignIn(db, person.id);
  const called = calledOf(person);
  return {
    title: called,
    called,
    person,
    own: person.id === actor.personId,
    livesHere: (await profileOf(db, person.id))?.areaId !== null,
    terms: terms.map((term) => shownTerm(term, today)),
    lastOn: signedIn && calendarDateIn(signedIn),
    invitedUntil: invitedUntil && calendarDateIn(invitedUntil),
    factorAsked: (await openFactorRequestOf(db, person.id)) !== undefined,
    done: doneIn(visit.url.searchParams.get('gedaan')),
  };
});

/** What was just done, as the address says it. */
const doneIn = (said: string | null) => dones.find((each) => each === said) ?? null;
const dones = [
  ...(['given', 'ended', 'disabled', 'signedOut'] as const),
  ...(['factorAsked', 'factorRenewed', 'factorWithdrawn', 'homeRejected'] as const),
];

export const meta: MetaFunction<typeof loader> = metaOf;

/** One person: what they may do here, how they come in, and what an administrator can do about it. */
export default function OnRoster() {
  const { t } = useTranslation();
  const { called, person, own, livesHere, terms, lastOn, invitedUntil, factorAsked, done } =
    useLoaderData<typeof loader>();
  const { id, state } = person;
  const goesOn = terms.some(({ when }) => when === 'now' || when === 'later');
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: paths.site.admin, label: t('admin.title') },
          { href: paths.people.roster, label: t('roster.title') },
        ]}
        current={called}
      />
      {done ? (
        <Alert tone="good" role="status">
          <p>{t(`roster.done.${done}`)}</p>
        </Alert>
      ) : null}
      <Heading level={1}>{called}</Heading>
      <div className="wk-columns">
        <div className="wk-columns__story wk-sections">
          <section className="wk-stack" aria-labelledby="rollen">
            <Heading level={2} id="rollen">
              {t('roster.roles')}
            </Heading>
            {terms.length > 0 ? (
              <TermTable personId={id} terms={terms} />
            ) : (
              <EmptyState level={3} title={t('roster.noRole')}>
                {t('roster.noRoleHelp')}
              </EmptyState>
            )}
            {own ? <p>{t('roster.ownRoles')}</p> : null}
            {own || state === 'ended' ? null : (
              <p>
                <ButtonLink href={paths.people.giveRole(id)}>{t('roster.give.link')}</ButtonLink>
              </p>
            )}
          </section>
        </div>
        <div className="wk-columns__facts wk-sections">
          <SignInFacts {...person} lastOn={lastOn} invitedUntil={invitedUntil} />
          <AccessActs
            id={id}
            state={state}
            own={own}
            livesHere={livesHere}
            goesOn={goesOn}
            factorAsked={factorAsked}
          />
        </div>
      </div>
    </div>
  );
}
