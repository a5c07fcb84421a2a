import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { isStopped } from '#db/reads/people/mail';
import { type OnRoster } from '#db/reads/people/roster';
import { calendarDateIn } from '~/domain/calendar';
import { metaOf } from '~/http/page-meta';
import { page } from '~/http/route.server';
import { type Visit } from '~/http/visit.server';
import { deskInvitationLetter } from '~/letters/desk-invitation';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ButtonLink } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { Heading } from '~/ui/heading';
import { useLocale } from '~/ui/locale';
import { takeLink } from '../shared/letter-cookie.server';
import { qrPath } from '../shared/qr.server';
import { askedPerson, calledOf } from '../shared/roster-view.server';
import { Letter } from './letter';
import { paths } from '~/paths';

export const handle = { access: { read: 'people.manage' } };

export const loader = page('people.manage', async (visit) => {
  const person = await askedPerson(visit);
  const { id, email, invitedUntil } = person;
  const called = calledOf(person);
  return {
    title: visit.t('roster.letter.title', { name: called }),
    ...{ id, email, called },
    until: invitedUntil && calendarDateIn(invitedUntil),
    stopped: await isStopped(visit.context.db, email),
    letter: await letterOnce(visit, person),
  };
});

/** The letter with its link, right after inviting and once: what we keep of the link opens nothing. */
async function letterOnce(visit: Visit, { id, terms, invitedUntil: until }: OnRoster) {
  const token = await takeLink(visit, id);
  if (token === null || until === null) return null;
  const roles = terms.filter(({ validTo }) => validTo === null || validTo > visit.context.today);
  const { subject, body } = deskInvitationLetter({ token, roles, until });
  const link = `${visit.site.config.origins[0]}${paths.people.invitation(token)}`;
  return { subject, body, link, code: qrPath(link) };
}

export const meta: MetaFunction<typeof loader> = metaOf;

/** What was sent to whom, and the same as a letter on paper for when mail does not arrive. */
export default function InviteLetter() {
  const { t } = useTranslation();
  const { title, id, email, called, until, stopped, letter } = useLoaderData<typeof loader>();
  const locale = useLocale();
  return (
    <div className="wk-page wk-page--narrow">
      <Breadcrumb
        items={[
          { href: paths.site.admin, label: t('admin.title') },
          { href: paths.people.roster, label: t('roster.title') },
          { href: paths.people.onRoster(id), label: called },
        ]}
        current={t('roster.letter.crumb')}
      />
      <div className="wk-stack wk-no-print">
        <Heading level={1}>{title}</Heading>
        <Alert tone={stopped ? 'waiting' : 'good'} role="status">
          <p>{t(stopped ? 'roster.letter.stopped' : 'roster.letter.sent', { email })}</p>
          {until ? <p>{t('roster.letter.until', { until: formatDate(until, locale) })}</p> : null}
        </Alert>
        <p>{t(letter ? 'roster.letter.print' : 'roster.letter.shown')}</p>
      </div>
      {letter ? <Letter {...letter} called={called} /> : null}
      <p className="wk-no-print">
        <ButtonLink look="secondary" href={paths.people.onRoster(id)}>
          {t('roster.letter.done', { name: called })}
        </ButtonLink>
      </p>
    </div>
  );
}
