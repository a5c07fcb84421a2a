import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/ui/breadcrumb';
import { Heading } from '~/ui/heading';
import { Notices } from '~/ui/notices';
import { CountingNow } from './counting-now';
import { OnThisPage } from './on-this-page';
import { OutcomeAnswer } from './answer';
import { OutcomeBeside } from './beside';
import { ProjectList } from './project-list';
import { outcomeHref } from '~/routes/voting/shared/project-query';
import { RoundFacts } from './round-facts';
import { RoundMap } from '~/routes/voting/shared/round-map';
import { RuleSection } from './rule';
import { Withdrawn } from './withdrawn';
import { outcomeBeside } from './beside.server';
import { anyRound, type AskedRound, askedRule } from '~/routes/voting/shared/round.server';
import { countingOf, outcomePage, roundFacts } from '~/routes/voting/shared/outcome.server';
import { type RuleName } from '~/domain/voting/rule-names';
import { page } from '~/http/route.server';
import { type Visit } from '~/http/visit.server';
import { metaOf } from '~/http/page-meta';
import { useFresh } from '~/ui/use-fresh';
import { paths } from '~/paths';

export const handle = { access: { read: 'site.read' }, runs: (loaded: Data) => isCounting(loaded) };

const everyMs = 3_000;

export const loader = page('site.read', async (visit) => {
  const { round, area, withdrawal, replacedBy } = await anyRound(visit);
  const rule = askedRule(visit);
  const facts = await roundFacts(visit, round);
  const part = withdrawal ? 'withdrawn' : 'outcome';
  return {
    title: visit.t(`round.${part}.pageTitle`, { name: facts.title }),
    description: visit.t(`round.${part}.description`, { name: facts.title }),
    ...{ rule, area, round: facts, withdrawal, replacedBy },
    ...(withdrawal ? nothing : await counted(visit, round, rule)),
  };
});

const nothing = { outcome: undefined, beside: undefined, progress: undefined };

async function counted(visit: Visit, round: AskedRound, rule: RuleName) {
  const [outcome, beside] = await Promise.all([
    outcomePage(visit, round, rule),
    outcomeBeside(visit, round, rule),
  ]);
  return { outcome, beside, progress: outcome ? undefined : await countingOf(visit, round, rule) };
}

export const meta: MetaFunction<typeof loader> = metaOf;

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

const isCounting = ({ progress }: Data) => progress !== undefined && !progress.failed;

export default function OutcomePage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const { round, rule, outcome, progress, withdrawal, replacedBy } = data;
  useFresh(isCounting(data), everyMs);
  return (
    <div className="wk-page">
      <Breadcrumb
        items={[{ href: paths.voting.rounds, label: t('round.list.title') }]}
        current={round.title}
      />
      <Heading level={1}>{round.title}</Heading>
      <div className="wk-columns">
        <div className="wk-columns__story wk-sections">
          {withdrawal ? <Withdrawn withdrawal={withdrawal} replacedBy={replacedBy} /> : null}
          {progress ? <CountingNow progress={progress} href={outcomeHref(round.number, rule)} /> : null}
          {outcome ? <OutcomeAnswer round={round} rule={rule} money={outcome.money} /> : null}
          {withdrawal ? null : (
            <p>{t(round.elsewhere ? 'round.outcome.elsewhere' : 'round.outcome.fromFile')}</p>
          )}
          <Notices notices={round.notices} title={t('notice.title')} />
          {outcome ? <OnThisPage city={data.beside?.city} /> : null}
        </div>
        <div className="wk-columns__facts">
          <RoundFacts round={round} area={data.area} />
        </div>
      </div>
      {outcome ? <Outcome {...data} outcome={outcome} /> : null}
    </div>
  );
}

function Outcome({ round, rule, outcome, beside }: Data & { outcome: NonNullable<Data['outcome']> }) {
  const counting = { rule, currency: round.currency, pointed: round.pointed };
  return (
    <>
      <RuleSection number={round.number} rule={rule} description={outcome.ruleDescription} round={round} />
      {outcome.map ? <RoundMap map={outcome.map} number={round.number} {...counting} /> : null}
      <ProjectList round={round} counting={counting} outcome={outcome} />
      {beside ? <OutcomeBeside round={round} shown={rule} beside={beside} /> : null}
    </>
  );
}
