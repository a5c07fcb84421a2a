import { redirect } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { acceptedCommentsOf, pendingCommentsBy } from '#db/reads/initiative/comment';
import { payeeOf } from '#db/reads/grants/payee';
import { decisionOn, stanceOf } from '#db/reads/initiative/initiative';
import { type Argument } from '#db/schema';
import { CommentForm } from '~/routes/initiative/shared/comment-form';
import { Discussion, reactionPages } from './discussion';
import { InitiativeFacts } from '~/routes/initiative/shared/facts';
import { InitiativeStatus } from '~/routes/initiative/shared/status';
import { Life } from '~/routes/initiative/shared/life';
import { OutcomeCard } from './outcome';
import { OwnerBox } from './owner-box';
import { InitiativeStory } from '~/routes/initiative/shared/story';
import { SupportCounts } from '~/routes/initiative/shared/support-counts';
import { type Standpoint, SupportForm } from '~/routes/initiative/shared/support-form';
import { viewOf } from '~/routes/initiative/shared/shown';
import { AccountHint } from '~/ui/grant-account-hint';
import { GrantSummary } from '~/routes/initiative/shared/grant-summary';
import { Alert } from '~/ui/alert';
import { Breadcrumb } from '~/ui/breadcrumb';
import { ButtonLink } from '~/ui/button';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { UserText } from '~/ui/user-text';
import { may } from '~/domain/access/policy';
import { calendarDateIn } from '~/domain/calendar';
import { formatEuros } from '~/domain/money/format';
import { pageIn } from '~/http/address.server';
import { page } from '~/http/route.server';
import { type Visit } from '~/http/visit.server';
import { metaOf } from '~/http/page-meta';
import { grantProgress } from '#db/reads/grants/standing';
import { askedAlong, mustShowHome, standingOf, standpointOf, visibleInitiative } from '../shared/view.server';
import { paths, withBack } from '~/paths';

export const handle = {
  access: { read: 'site.read' },
  // Who may write a comment sees how many letters are left.
  runs: ({ standpoint }: Data) => mayComment(standpoint),
};

export const loader = page('site.read', async (visit) => {
  const seen = await visibleInitiative(visit);
  const { record, own, applicantIds } = seen;
  if (record.state === 'draft') throw redirect(paths.initiative.edit(record.number, 'controleren'));
  const { db, actor } = visit.context;
  const view = viewOf(record);
  return {
    ...(await standingOf(visit, seen)),
    view,
    own,
    asked: own ? await askedAlong(visit, record) : [],
    mayWithdraw: may(actor, 'initiative.withdraw', { applicantIds, state: record.state }).allow,
    money: await grantProgress(visit.context.db, record.number),
    account: may(actor, 'payee.setOwn', { applicantIds, state: record.state }).allow
      ? { known: (await payeeOf(db, record.id)) !== undefined }
      : null,
    unproven: seen.own && (await mustShowHome(visit, seen)),
    standpoint: await standpointOf(visit, seen),
    stance: actor.personId && (await stanceOf(db, record.id, actor.personId)),
    outcome: await decisionOn(db, record.id),
    reactions: await reactionsOn(visit, record.id),
    waiting: actor.personId ? await pendingCommentsBy(db, record.id, actor.personId) : [],
    title: record.title,
    description:
      record.summary ||
      visit.t('initiative.page.description', {
        area: record.area.name,
        amount: formatEuros(record.requestedCents, visit.locale),
      }),
  };
});

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

/** Whoever is signed in, as long as nothing is decided; also who has no say in the support. */
const mayComment = (standpoint: Standpoint) => standpoint !== 'closed' && standpoint !== 'signIn';

/** A page of each kind of reaction. */
async function reactionsOn(visit: Visit, initiativeId: string) {
  const read = async (argument: Argument) => {
    const page = pageIn(visit, reactionPages[argument]);
    const found = await acceptedCommentsOf(visit.context.db, { initiativeId, argument }, page);
    const rows = found.rows.map(({ writtenAt, ...row }) => ({ ...row, on: calendarDateIn(writtenAt) }));
    return { ...found, rows };
  };
  return { for: await read('for'), against: await read('against'), question: await read('question') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...metaOf({ data }),
  { property: 'og:title', content: data?.view.title },
  { property: 'og:description', content: data?.description },
  { property: 'og:type', content: 'article' },
  { property: 'og:site_name', content: 'Wijkkas' },
];

export default function InitiativePage() {
  const data = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { view, standing } = data;
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.initiative.list, label: t('initiative.list.title') }]}
        current={view.title}
      />
      <header className="wk-stack">
        <Heading level={1}>
          <UserText>{view.title}</UserText>
        </Heading>
        {view.summary ? (
          <p className="wk-intro">
            <UserText>{view.summary}</UserText>
          </p>
        ) : null}
        <InitiativeStatus standing={standing} />
      </header>
      {data.own ? (
        <OwnerBox
          number={view.number}
          standing={standing}
          mayWithdraw={data.mayWithdraw}
          asked={data.asked}
          unproven={data.unproven}
        />
      ) : null}
      {data.account?.known === false ? <AccountHint grants={[view]} /> : null}
      <div className="wk-columns">
        <aside className="wk-columns__facts wk-stack" aria-label={t('initiative.page.facts')}>
          <InitiativeFacts view={view} />
          <Paid />
        </aside>
        <div className="wk-columns__story wk-sections">
          {data.outcome ? <OutcomeCard outcome={data.outcome} state={view.state} /> : null}
          <InitiativeStory view={view} />
          <Support />
          <Reactions />
          <section className="wk-stack wk-stack--wide" aria-labelledby="verloop">
            <Heading level={2} id="verloop">
              {t('initiative.page.timeline')}
            </Heading>
            <Life events={data.events} />
          </section>
        </div>
      </div>
    </div>
  );
}

/** How far the money is, and the way to all of it. */
function Paid() {
  const { view, money, account } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  if (!money) return null;
  return (
    <>
      <p>
        <GrantSummary {...money} />{' '}
        <Link href={paths.initiative.money(view.number)}>{t('grant.money.look')}</Link>
      </p>
      {account?.known ? (
        <p>
          <Link href={paths.initiative.account(view.number)}>{t('grant.account.change')}</Link>
        </p>
      ) : null}
    </>
  );
}

function Support() {
  const { view, counts, needed, standpoint, stance } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <section className="wk-stack wk-stack--wide" id="steun" aria-labelledby="steun-kop">
      <Heading level={2} id="steun-kop">
        {t('initiative.support.title')}
      </Heading>
      <SupportCounts counts={counts} needed={needed} />
      <div className="wk-no-print">
        <SupportForm
          number={view.number}
          area={view.area.name}
          standpoint={standpoint}
          stance={stance || null}
        />
      </div>
    </section>
  );
}

function Reactions() {
  const { view, reactions, waiting, standpoint } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <section className="wk-stack wk-stack--wide" id="reacties" aria-labelledby="reacties-kop">
      <Heading level={2} id="reacties-kop">
        {t('initiative.comment.title')}
      </Heading>
      <Discussion reactions={reactions} />
      {waiting.map(({ id, body }) => (
        <Alert key={id} tone="waiting">
          <p>
            <strong>{t('initiative.comment.waiting')}</strong>
          </p>
          <p className="wk-prose--written">
            <UserText>{body}</UserText>
          </p>
        </Alert>
      ))}
      <div className="wk-no-print">
        {mayComment(standpoint) ? (
          <details className="wk-details">
            <summary>{t('initiative.comment.write')}</summary>
            <CommentForm number={view.number} />
          </details>
        ) : standpoint === 'closed' ? (
          <p className="wk-soft">{t('initiative.comment.closed')}</p>
        ) : (
          <ButtonLink
            href={withBack(paths.people.signIn, paths.initiative.comment(view.number))}
            look="secondary"
          >
            {t('initiative.comment.signIn')}
          </ButtonLink>
        )}
      </div>
    </section>
  );
}
