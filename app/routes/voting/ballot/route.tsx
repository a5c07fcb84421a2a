import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { BallotChoices } from './choices';
import { BallotForm } from './form';
import { BallotShare } from './share';
import { outcomeHref } from '~/routes/voting/shared/project-query';
import { useRoundTexts } from '~/routes/voting/shared/round-texts';
import { askedBallot, ballotPage } from './view.server';
import { askedRound, askedRule } from '~/routes/voting/shared/round.server';
import { roundFacts } from '~/routes/voting/shared/outcome.server';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async (visit) => {
  const { round } = await askedRound(visit);
  const rule = askedRule(visit);
  const asked = askedBallot(visit, round);
  return {
    title: visit.t('project.ballot.title'),
    description: visit.t('project.ballot.description'),
    rule,
    asked,
    round: await roundFacts(visit, round),
    ballot: asked.number === null ? null : await ballotPage(visit, round, rule, asked.number),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...metaOf({ data }),
  { name: 'robots', content: 'noindex' },
];

export default function BallotPage() {
  const { t } = useTranslation();
  const { round, rule, asked, ballot } = useLoaderData<typeof loader>();
  const { number } = useRoundTexts(round.currency);
  const counting = { rule, currency: round.currency, pointed: round.pointed };
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: paths.voting.rounds, label: t('round.list.title') },
          { href: outcomeHref(round.number, rule), label: round.title },
        ]}
        current={t('project.ballot.title')}
      />
      <div className="wk-stack">
        <Heading level={1}>{t('project.ballot.title')}</Heading>
        <p className="wk-intro">{t('project.ballot.intro')}</p>
        {round.voters > 0 ? (
          <BallotForm round={round} rule={rule} asked={asked} />
        ) : (
          <p>{t('project.ballot.noVoters')}</p>
        )}
      </div>
      {ballot ? (
        <section className="wk-stack wk-stack--wide">
          <Heading level={2}>{t('project.ballot.heading', { number: number(ballot.number) })}</Heading>
          <BallotChoices ballot={ballot} round={round} counting={counting} />
          <BallotShare ballot={ballot} round={round} counting={counting} />
        </section>
      ) : null}
    </div>
  );
}
