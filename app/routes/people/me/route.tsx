import { useLoaderData, type MetaFunction } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { councilsOf } from '#db/reads/council/body';
import { coInvitationsTo } from '#db/reads/initiative/co-invitation';
import { refusedCommentsOf } from '#db/reads/initiative/comment';
import { grantsWithoutPayee } from '#db/reads/grants/grant';
import { initiativesOf } from '#db/reads/initiative/initiative';
import { profileOf } from '#db/reads/people/person';
import { AccountHint } from '~/ui/grant-account-hint';
import { AskedToJoin } from './asked-to-join';
import { InCouncils } from './in-councils';
import { Desks } from './desks';
import { MyDetails } from './my-details';
import { MyInitiatives } from './my-initiatives';
import { RefusedComments } from './refused-comments';
import { Alert } from '~/ui/alert';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { coInvitationState } from '~/domain/initiative/co-invitation';
import { choicePath } from '~/http/mail-choice.server';
import { desksOf } from '~/http/desks.server';
import { pageIn } from '~/http/address.server';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'me.read' } };

export const loader = page('me.read', async (visit) => {
  const { db, actor, now, today } = visit.context;
  const personId = actor.personId ?? '';
  const [profile, initiatives, refused, unpayable, asked, councils] = await Promise.all([
    profileOf(db, personId),
    initiativesOf(db, personId, pageIn(visit, 'initiatieven')),
    refusedCommentsOf(db, personId, pageIn(visit, 'geweigerd')),
    grantsWithoutPayee(db, personId),
    coInvitationsTo(db, personId),
    councilsOf(db, personId, today),
  ]);
  const title = visit.t('people.me.title');
  const saved = visit.url.searchParams.has('bewaard');
  return {
    ...{ title, profile, initiatives, refused, unpayable, saved, councils, desks: await desksOf(visit) },
    asked: asked
      .filter((each) => coInvitationState(each, now) === 'waiting')
      .map(({ id, title: plan, area }) => ({ id, title: plan, area })),
    mailHref: profile ? choicePath(visit.site.secret, profile.email) : undefined,
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

export default function Me() {
  const { t } = useTranslation();
  const { profile, initiatives, refused, unpayable, saved, desks, asked, councils, mailHref } =
    useLoaderData<typeof loader>();
  const known = profile?.name && profile.areaId;
  return (
    <div className="wk-page">
      <Heading level={1}>
        {profile?.name ? t('people.me.hello', { name: profile.name }) : t('people.me.helloNobody')}
      </Heading>
      {saved ? (
        <Alert tone="good" role="status">
          <p>{t('people.details.saved')}</p>
        </Alert>
      ) : null}
      {known || hasDesk(desks) ? null : (
        <Alert>
          <p>{t('people.me.incomplete')}</p>
          <p>
            <Link href={paths.people.details}>{t('people.me.complete')}</Link>
          </p>
        </Alert>
      )}
      <AskedToJoin invitations={asked} />
      <AccountHint grants={unpayable} />
      <div className="wk-columns">
        <div className="wk-columns__story wk-sections">
          {hasDesk(desks) ? <Desks {...desks} /> : null}
          {profile?.areaId || initiatives.total > 0 ? <MyInitiatives initiatives={initiatives} /> : null}
          {refused.total > 0 ? <RefusedComments comments={refused} /> : null}
        </div>
        <div className="wk-columns__facts wk-sections">
          <MyDetails {...profile} mailHref={mailHref} />
          {profile ? <InCouncils councils={councils} {...profile} /> : null}
        </div>
      </div>
    </div>
  );
}

type Open = { councils: unknown[]; money: boolean; moderation: boolean; residents: boolean; admin: boolean };

const hasDesk = ({ councils, money, moderation, residents, admin }: Open) =>
  councils.length > 0 || money || moderation || residents || admin;
