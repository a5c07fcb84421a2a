import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Facts } from '~/ui/facts';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { Tag } from '~/ui/tag';
import { ProjectFigures } from './figures';
import { ProjectOthers } from './others';
import { ProjectPlace } from './place';
import { outcomeHref } from '~/routes/voting/shared/project-query';
import { Reason } from '~/routes/voting/shared/reason';
import { useRoundTexts } from '~/routes/voting/shared/round-texts';
import { askedRound, askedRule } from '~/routes/voting/shared/round.server';
import { roundFacts } from '~/routes/voting/shared/outcome.server';
import { projectPage } from '~/routes/voting/shared/project.server';
import { page } from '~/http/route.server';
import { metaOf } from '~/http/page-meta';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' } };

export const loader = page('site.read', async (visit) => {
  const { round } = await askedRound(visit);
  const rule = askedRule(visit);
  const found = await projectPage(visit, round, rule);
  return {
    title: found.project.name,
    description: visit.t('project.description', { name: found.project.name }),
    rule,
    round: await roundFacts(visit, round),
    ...found,
  };
});

export const meta: MetaFunction<typeof loader> = metaOf;

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ProjectPage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const { round, rule, project, judged, paid, others, point, map } = data;
  const counting = { rule, currency: round.currency, pointed: round.pointed };
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[
          { href: paths.voting.rounds, label: t('round.list.title') },
          { href: outcomeHref(round.number, rule), label: round.title },
        ]}
        current={t('project.crumb', { number: project.place + 1 })}
      />
      <div className="wk-stack">
        <Heading level={1}>
          <span lang={round.language}>{project.name}</span>
        </Heading>
        {judged ? (
          <>
            <Tag tone={judged.won ? 'good' : 'neutral'}>
              {t(judged.won ? 'round.state.chosen' : 'round.state.rest')}
            </Tag>
            <p className="wk-intro">
              <Reason project={judged} payers={paid?.payers} counting={counting} />
            </p>
          </>
        ) : (
          <>
            <p className="wk-intro">{t('project.counting')}</p>
            <p>
              <Link href={outcomeHref(round.number, rule)}>{t('project.howFar')}</Link>
            </p>
          </>
        )}
      </div>
      <div className="wk-columns">
        <div className="wk-columns__facts">
          <ProjectFacts data={data} />
        </div>
        <div className="wk-columns__story wk-sections">
          {project.description ? <About text={project.description} language={round.language} /> : null}
          {judged ? <ProjectFigures project={judged} paid={paid} round={round} counting={counting} /> : null}
          {point ? <ProjectPlace project={{ ...project, ...point }} map={map} /> : null}
          {others.length > 0 ? (
            <ProjectOthers number={round.number} place={project.place} others={others} />
          ) : null}
        </div>
      </div>
    </div>
  );
}

function About({ text, language }: { text: string; language?: string }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('project.about')}</Heading>
      <p className="wk-prose--written" lang={language}>
        {text}
      </p>
    </section>
  );
}

function ProjectFacts({ data: { round, rule, project, judged } }: { data: Data }) {
  const { t } = useTranslation();
  const { amount, number } = useRoundTexts(round.currency);
  const { subjects, costCents } = project;
  return (
    <Facts
      items={[
        { label: t('project.facts.cost'), value: amount(costCents) },
        ...(judged
          ? [
              {
                label: t(round.pointed ? 'project.facts.points' : 'project.facts.votes'),
                value: number(judged.votes),
              },
            ]
          : []),
        ...(subjects.length === 0
          ? []
          : [
              {
                label: t('project.facts.category'),
                value: <span lang={round.language}>{subjects.join(', ')}</span>,
              },
            ]),
        ...(judged ? [{ label: t('project.facts.rule'), value: t(`outcome.rule.${rule}.name`) }] : []),
      ]}
    />
  );
}
