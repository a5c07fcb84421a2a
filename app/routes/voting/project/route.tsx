import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Facts } from '~/ui/facts';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Tag } from '~/ui/tag';
import { PlanFigures } from './figures';
import { PlanOthers } from './others';
import { PlanPlace } from './place';
import { outcomeHref } from '~/routes/voting/shared/project-query';
import { Reason } from '~/routes/voting/shared/reason';
import { useRoundWords } from '~/routes/voting/shared/round-words';
import { askedRound, askedRule } from '~/routes/voting/shared/round.server';
import { roundFacts } from '~/routes/voting/shared/outcome.server';
import { planPage } from '~/routes/voting/shared/project.server';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async (visit) => {
  const { round } = await askedRound(visit);
  const rule = askedRule(visit);
  const found = await planPage(visit, round, rule);
  return {
    title: found.plan.name,
    description: visit.t('plan.description', { name: found.plan.name }),
    rule,
    round: await roundFacts(visit, round),
    ...found,
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function PlanPage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const { round, rule, plan, judged, paid, others, point, map } = data;
  const counting = { rule, currency: round.currency, pointed: round.pointed };
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: paths.voting.rounds, label: t('round.list.title') },
          { href: outcomeHref(round.number, rule), label: round.title },
        ]}
        current={t('plan.crumb', { number: plan.place + 1 })}
      />
      <div className="wk-stack">
        <Heading level={1}>
          <span lang={round.language}>{plan.name}</span>
        </Heading>
        {judged ? (
          <>
            <Tag tone={judged.won ? 'good' : 'neutral'}>
              {t(judged.won ? 'round.state.chosen' : 'round.state.rest')}
            </Tag>
            <p className="wk-intro">
              <Reason plan={judged} payers={paid?.payers} counting={counting} />
            </p>
          </>
        ) : (
          <>
            <p className="wk-intro">{t('plan.counting')}</p>
            <p>
              <Link href={outcomeHref(round.number, rule)}>{t('plan.howFar')}</Link>
            </p>
          </>
        )}
      </div>
      <div className="wk-columns">
        <div className="wk-columns__facts">
          <PlanFacts data={data} />
        </div>
        <div className="wk-columns__story wk-sections">
          {plan.description ? <About text={plan.description} language={round.language} /> : null}
          {judged ? <PlanFigures plan={judged} paid={paid} round={round} counting={counting} /> : null}
          {point ? <PlanPlace plan={{ ...plan, ...point }} map={map} /> : null}
          {others.length > 0 ? <PlanOthers number={round.number} place={plan.place} others={others} /> : null}
        </div>
      </div>
    </div>
  );
}

function About({ text, language }: { text: string; language?: string }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('plan.about')}</Heading>
      <p className="wk-prose--written" lang={language}>
        {text}
      </p>
    </section>
  );
}

function PlanFacts({ data: { round, rule, plan, judged } }: { data: Data }) {
  const { t } = useTranslation();
  const { amount, number } = useRoundWords(round.currency);
  const { subjects, costCents } = plan;
  return (
    <Facts
      items={[
        { label: t('plan.facts.cost'), value: amount(costCents) },
        ...(judged
          ? [
              {
                label: t(round.pointed ? 'plan.facts.points' : 'plan.facts.votes'),
                value: number(judged.votes),
              },
            ]
          : []),
        ...(subjects.length === 0
          ? []
          : [
              {
                label: t('plan.facts.category'),
                value: <span lang={round.language}>{subjects.join(', ')}</span>,
              },
            ]),
        ...(judged ? [{ label: t('plan.facts.rule'), value: t(`outcome.rule.${rule}.name`) }] : []),
      ]}
    />
  );
}
