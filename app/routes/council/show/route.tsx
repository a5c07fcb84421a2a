import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { bodyBySlug, mandateOf, seatsOf } from '#db/reads/council/body';
import { decisionsPage } from '#db/reads/council/decision';
import { itemsOf, nextMeeting } from '#db/reads/council/meeting';
import { Faces } from './faces';
import { faceOf } from './view.server';
import { DecisionRow } from '~/routes/council/shared/decision-row';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Facts } from '~/ui/facts';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { MeetingTime } from '~/ui/meeting-time';
import { Money } from '~/ui/money';
import { UserText } from '~/ui/user-text';
import { DomainError } from '~/domain/errors';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

const shownDecisions = 5;

export const loader = page('site.read', async ({ context: { db, now, today }, params, t }) => {
  const council = await bodyBySlug(db, params.slug ?? '');
  if (!council) throw new DomainError('notFound');
  const [seats, mandate, next, decisions] = await Promise.all([
    seatsOf(db, council.id, today),
    mandateOf(db, council.id, today),
    nextMeeting(db, council.id, now),
    decisionsPage(db, { bodyId: council.id, page: 1 }),
  ]);
  const items = next ? await itemsOf(db, next.id) : [];
  return {
    title: council.name,
    description: t('council.public.description', { name: council.name }),
    council,
    faces: seats.map(faceOf),
    mandate: mandate ?? null,
    next,
    agenda: items.map(({ id, title, initiative }) => ({ id, title, number: initiative })),
    decisions: decisions.rows.slice(0, shownDecisions),
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Council() {
  const { t } = useTranslation();
  const { council, faces } = useLoaderData<typeof loader>();
  const { name, kind, areaName } = council;
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.council.publicList, label: t('council.public.list.title') }]}
        current={name}
      />
      <div className="wk-stack">
        <Heading level={1}>{name}</Heading>
        <p className="wk-intro">{t(`council.public.about.${kind}`, { area: areaName })}</p>
      </div>
      <div className="wk-columns">
        <div className="wk-columns__facts wk-sections">
          <Contact />
          <About />
        </div>
        <div className="wk-columns__story wk-sections">
          <NextMeeting />
          <section className="wk-stack">
            <Heading level={2}>{t('council.public.members')}</Heading>
            {faces.length > 0 ? <Faces faces={faces} /> : <p>{t('council.public.noSeats')}</p>}
          </section>
        </div>
      </div>
      <Decisions />
    </div>
  );
}

function About() {
  const { t } = useTranslation();
  const { council, mandate } = useLoaderData<typeof loader>();
  const { kind, areaName, areaSlug } = council;
  const wijk = {
    label: t('council.public.area'),
    value: <Link href={paths.area.wijk(areaSlug)}>{areaName}</Link>,
  };
  const limits = mandate
    ? [
        { label: t('council.public.mandate'), value: <Money cents={mandate.maxPerDecisionCents} /> },
        {
          label: t('council.public.mandateYear'),
          value: <Money cents={mandate.maxPerApplicantPerYearCents} />,
        },
      ]
    : [];
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.public.decides')}</Heading>
      {mandate ? null : <p>{t('council.public.noMandate')}</p>}
      <Facts items={[...(kind === 'buurtraad' ? [wijk] : []), ...limits]} />
    </section>
  );
}

function Contact() {
  const { t } = useTranslation();
  const { contactEmail, contactText } = useLoaderData<typeof loader>().council;
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.public.contact')}</Heading>
      {contactText ? (
        <p>
          <UserText>{contactText}</UserText>
        </p>
      ) : null}
      {contactEmail ? (
        <p>
          <Link href={`mailto:${contactEmail}`}>{contactEmail}</Link>
        </p>
      ) : null}
      {contactText || contactEmail ? null : <p>{t('council.public.noContact')}</p>}
    </section>
  );
}

function NextMeeting() {
  const { t } = useTranslation();
  const { next, agenda } = useLoaderData<typeof loader>();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.public.next')}</Heading>
      {next ? (
        <>
          <p>
            <strong>
              <MeetingTime at={next.startsAt} />
            </strong>
            <br />
            <UserText>{next.place}</UserText>
          </p>
          <Heading level={3}>{t('council.public.agenda')}</Heading>
          {agenda.length > 0 ? (
            <ol>
              {agenda.map(({ id, title, number }) => (
                <li key={id}>
                  <Link href={paths.initiative.show(number)}>
                    <UserText>{title}</UserText>
                  </Link>
                </li>
              ))}
            </ol>
          ) : (
            <p>{t('council.public.noAgenda')}</p>
          )}
        </>
      ) : (
        <p>{t('council.public.noMeeting')}</p>
      )}
    </section>
  );
}

function Decisions() {
  const { t } = useTranslation();
  const { council, decisions } = useLoaderData<typeof loader>();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.public.decisions')}</Heading>
      {decisions.length > 0 ? (
        <>
          <ul className="wk-plain-list wk-decisions">
            {decisions.map((row) => (
              <li key={row.id}>
                <DecisionRow row={row} level={3} />
              </li>
            ))}
          </ul>
          <p>
            <Link href={`${paths.council.decisions}?raad=${council.slug}`}>
              {t('council.public.allDecisions')}
            </Link>
          </p>
        </>
      ) : (
        <p>{t('council.public.noDecisions')}</p>
      )}
    </section>
  );
}
