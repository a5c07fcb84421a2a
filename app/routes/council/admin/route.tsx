import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MandateFacts } from './mandate-facts';
import { SeatTable } from './seat-table';
import { RulesFacts } from './rules-facts';
import { type MandateOf, mandatesOf } from '#db/reads/council/administration';
import { managed, standingOf } from '~/routes/council/shared/admin-view.server';
import { publicSeat } from '~/routes/council/shared/desk-view.server';
import { Faults } from '~/routes/council/shared/faults';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ButtonLink } from '~/ui/button';
import { DateText } from '~/ui/date';
import { Facts } from '~/ui/facts';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { UserText } from '~/ui/user-text';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.manage' } };

export const loader = page('council.manage', async (visit) => {
  const { today } = visit.context;
  const council = await managed(visit);
  const { seats, rules, versions, faults, shortage } = await standingOf(visit.context, council, today);
  const mandates = await mandatesOf(visit.context.db, council.id);
  return {
    mandate: mandates.find((each) => holds(each, today)) ?? null,
    laterMandates: mandates.filter(({ validFrom }) => validFrom > today).reverse(),
    ...{ title: council.name, council, rules, faults, shortage },
    seats: seats.map(publicSeat),
    later: versions.filter(({ validFrom }) => validFrom > today).reverse(),
  };
});

const holds = ({ validFrom, validTo }: MandateOf, today: string) =>
  validFrom <= today && (validTo === null || validTo > today);

export const meta: MetaFunction<typeof loader> = metaOf;

export default function ManageCouncil() {
  const { t } = useTranslation();
  const { council, faults, shortage } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: paths.site.admin, label: t('admin.title') },
          { href: paths.council.adminList, label: t('council.admin.list.title') },
        ]}
        current={council.name}
      />
      <div className="wk-stack">
        <Heading level={1}>{council.name}</Heading>
        <p>
          <Link href={paths.council.show(council.slug)}>{t('council.admin.toPublic')}</Link>
        </p>
      </div>
      {faults.length > 0 ? (
        <Alert tone="bad">
          <p>
            <strong>{t('council.admin.faults')}</strong>
          </p>
          <Faults faults={faults} shortage={shortage} />
        </Alert>
      ) : null}
      <Seats />
      <div className="wk-columns">
        <div className="wk-columns__facts">
          <Details />
        </div>
        <div className="wk-columns__story wk-sections">
          <Mandate />
          <Rules />
        </div>
      </div>
    </div>
  );
}

function Seats() {
  const { t } = useTranslation();
  const { council, seats } = useLoaderData<typeof loader>();
  const sitting = seats.filter(({ membershipId }) => membershipId !== null).length;
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.admin.seats')}</Heading>
      {seats.length > 0 ? (
        <>
          <p>{t('council.desk.memberCount', { sitting, seats: seats.length })}</p>
          <SeatTable slug={council.slug} seats={seats} />
        </>
      ) : (
        <p>{t('council.admin.noSeats')}</p>
      )}
      <p>
        <ButtonLink href={paths.council.addSeats(council.slug)}>
          {t('council.admin.addSeats.link')}
        </ButtonLink>
      </p>
    </section>
  );
}

function Mandate() {
  const { t } = useTranslation();
  const { council, mandate, laterMandates } = useLoaderData<typeof loader>();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.admin.mandate.title')}</Heading>
      {mandate ? <MandateFacts mandate={mandate} /> : <p>{t('council.admin.mandate.none')}</p>}
      {laterMandates.map(({ id, validFrom }) => (
        <p key={id}>
          {t('council.admin.mandate.later')} <DateText date={validFrom} />.
        </p>
      ))}
      <p>
        <ButtonLink look="secondary" href={paths.council.giveMandate(council.slug)}>
          {t('council.admin.mandate.link')}
        </ButtonLink>
      </p>
    </section>
  );
}

function Rules() {
  const { t } = useTranslation();
  const { council, rules, later } = useLoaderData<typeof loader>();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.admin.rules.title')}</Heading>
      {rules ? <RulesFacts rules={rules} /> : <p>{t('council.admin.rules.none')}</p>}
      {later.map((version) => (
        <p key={version.id}>
          {t('council.admin.rules.later')} <DateText date={version.validFrom} />.
        </p>
      ))}
      <p>
        <ButtonLink look="secondary" href={paths.council.rules(council.slug)}>
          {t('council.admin.rules.link')}
        </ButtonLink>
      </p>
    </section>
  );
}

function Details() {
  const { t } = useTranslation();
  const { council } = useLoaderData<typeof loader>();
  const unknown = <span className="wk-soft">{t('council.admin.none')}</span>;
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.admin.details.title')}</Heading>
      <Facts
        items={[
          { label: t('council.admin.create.area'), value: council.areaName },
          { label: t('council.admin.create.slug'), value: paths.council.show(council.slug) },
          {
            label: t('council.admin.details.email'),
            value: council.contactEmail ? <MailAddress address={council.contactEmail} /> : unknown,
          },
          {
            label: t('council.admin.details.text'),
            value: council.contactText ? <UserText>{council.contactText}</UserText> : unknown,
          },
        ]}
      />
      <p>
        <ButtonLink look="secondary" href={paths.council.details(council.slug)}>
          {t('council.admin.details.link')}
        </ButtonLink>
      </p>
    </section>
  );
}

/** An address by mail, which may go on on the next line behind its @. */
function MailAddress({ address }: { address: string }) {
  const [name = '', domain = ''] = address.split('@');
  return (
    <span>
      {name}@<wbr />
      {domain}
    </span>
  );
}
