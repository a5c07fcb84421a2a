import { useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { waitingFor } from '#db/reads/council/agenda';
import { mandateOf, seatsOf } from '#db/reads/council/body';
import { meetingsAhead, meetingsBehind } from '#db/reads/council/meeting';
import { MeetingList } from '~/routes/council/shared/meeting-list';
import { MemberList } from './member-list';
import { TooFewResidents } from './too-few-residents';
import { shortageOf } from './view.server';
import { WaitingList } from './waiting-list';
import { Breadcrumb } from '~/ui/breadcrumb';
import { BudgetBar } from '~/ui/budget-bar';
import { ButtonLink } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Heading } from '~/ui/heading';
import { useLocale } from '~/ui/locale';
import { Pagination } from '~/ui/pagination';
import { may } from '~/domain/access/policy';
import { yearOf } from '~/domain/calendar';
import { formatEuros } from '~/domain/money/format';
import { councilOf } from '~/routes/council/shared/council.server';
import { pageIn } from '~/http/address.server';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { moneyOf, publicSeat } from '../shared/desk-view.server';
import { paths } from '~/paths';

export const handle = { access: { read: 'council.desk' } };

export const loader = page('council.desk', async (visit) => {
  const { db, actor, today } = visit.context;
  const council = await councilOf(visit, 'council.desk');
  const seats = await seatsOf(db, council.id, today);
  return {
    title: council.name,
    council,
    today,
    year: yearOf(today),
    waiting: await waitingFor(db, council, today, pageIn(visit)),
    money: await moneyOf(visit.context, council, yearOf(today)),
    mandate: (await mandateOf(db, council.id, today)) ?? null,
    ahead: await meetingsAhead(db, council.id, pageIn(visit, 'komend')),
    behind: await meetingsBehind(db, council.id, pageIn(visit, 'geweest')),
    seats: seats.map(publicSeat),
    shortage: await shortageOf(visit.context, council, seats),
    mayPlan: may(actor, 'meeting.plan', { bodyId: council.id }).allow,
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Desk() {
  const { t } = useTranslation();
  const { council, shortage } = useLoaderData<typeof loader>();
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.council.councils, label: t('council.mine.title') }]}
        current={council.name}
      />
      <Heading level={1}>{council.name}</Heading>
      {shortage ? <TooFewResidents {...shortage} /> : null}
      <div className="wk-desk">
        <div className="wk-desk__work wk-sections">
          <Waits />
          <Meetings />
        </div>
        <div className="wk-desk__facts wk-sections">
          <MoneyLeft />
          <Members />
        </div>
      </div>
    </div>
  );
}

function Waits() {
  const { t } = useTranslation();
  const { waiting, today, council, mandate } = useLoaderData<typeof loader>();
  const limit = council.kind === 'buurtraad' ? (mandate?.maxPerDecisionCents ?? null) : null;
  return (
    <section className="wk-stack" id="wacht">
      <Heading level={2}>{t('council.desk.waiting')}</Heading>
      {waiting.total > 0 ? (
        <>
          <WaitingList items={waiting.rows} today={today} limit={limit} />
          <Pagination list={waiting} what={t('council.desk.waiting')} anchor="wacht" />
        </>
      ) : (
        <EmptyState level={3} title={t('council.desk.waitingNone')}>
          {t('council.desk.waitingNoneHelp')}
        </EmptyState>
      )}
    </section>
  );
}

function Meetings() {
  const { t } = useTranslation();
  const { ahead, behind, council, mayPlan } = useLoaderData<typeof loader>();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.desk.meetings')}</Heading>
      <Heading level={3} id="komend">
        {t('council.desk.ahead')}
      </Heading>
      {ahead.total > 0 ? (
        <MeetingList meetings={ahead.rows} council={council.slug} />
      ) : (
        <p>{t('council.desk.aheadNone')}</p>
      )}
      <Pagination list={ahead} what={t('council.desk.ahead')} name="komend" anchor="komend" />
      {mayPlan ? (
        <p>
          <ButtonLink href={paths.council.plan(council.slug)}>{t('council.desk.plan')}</ButtonLink>
        </p>
      ) : null}
      {behind.total > 0 ? (
        <>
          <Heading level={3} id="geweest">
            {t('council.desk.behind')}
          </Heading>
          <MeetingList meetings={behind.rows} council={council.slug} />
          <Pagination list={behind} what={t('council.desk.behind')} name="geweest" anchor="geweest" />
        </>
      ) : null}
    </section>
  );
}

function MoneyLeft() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { money, mandate, year } = useLoaderData<typeof loader>();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.desk.money', { year })}</Heading>
      <BudgetBar {...money} ended={false} />
      {mandate ? (
        <p className="wk-soft">
          {t('council.desk.mandate', { amount: formatEuros(mandate.maxPerDecisionCents, locale) })}{' '}
          {t('council.desk.mandateYear', {
            amount: formatEuros(mandate.maxPerApplicantPerYearCents, locale),
          })}
        </p>
      ) : (
        <p>{t('council.desk.noMandate')}</p>
      )}
    </section>
  );
}

function Members() {
  const { t } = useTranslation();
  const { seats } = useLoaderData<typeof loader>();
  const sitting = seats.filter(({ membershipId }) => membershipId !== null).length;
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('council.desk.members')}</Heading>
      <p>{t('council.desk.memberCount', { sitting, seats: seats.length })}</p>
      <MemberList seats={seats} />
    </section>
  );
}
