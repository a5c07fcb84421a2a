import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumb } from '~/components/ui/breadcrumb';
import { Heading } from '~/components/ui/heading';
import { CountingNow } from '~/components/voting/counting-now';
import { OnThisPage } from '~/components/voting/on-this-page';
import { OutcomeAnswer } from '~/components/voting/outcome-answer';
import { OutcomeBeside } from '~/components/voting/outcome-beside';
import { PlanList } from '~/components/voting/plan-list';
import { outcomeHref } from '~/components/voting/plan-query';
import { RoundFacts } from '~/components/voting/round-facts';
import { RoundMap } from '~/components/voting/round-map';
import { RuleTold } from '~/components/voting/rule-told';
import { outcomeBeside } from '~/http/outcome-beside.server';
import { askedRound, askedRule } from '~/http/round.server';
import { countingOf, outcomePage, roundFacts } from '~/http/round-outcome.server';
import { page } from '~/http/route.server';
import { useFresh } from '../council/use-fresh';

export const handle = { access: { read: 'site.read' } };

const everyMs = 3_000;

export const loader = page('site.read', async (visit) => {
  const { round, area } = await askedRound(visit);
  const rule = askedRule(visit);
  const [facts, outcome, beside] = await Promise.all([
    roundFacts(visit, round),
    outcomePage(visit, round, rule),
    outcomeBeside(visit, round, rule),
  ]);
  return {
    title: `${visit.t('round.outcome.title', { name: facts.title })} - Wijkkas`,
    description: visit.t('round.outcome.description', { name: facts.title }),
    ...{ rule, area, outcome, beside },
    round: facts,
    progress: outcome ? undefined : await countingOf(visit, round, rule),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title ?? 'Wijkkas' },
  { name: 'description', content: data?.description },
];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function OutcomePage() {
  const { t } = useTranslation();
  const data = useLoaderData<typeof loader>();
  const { round, rule, outcome, progress } = data;
  useFresh(progress !== undefined && !progress.failed, everyMs);
  return (
    <div className="wk-page">
      <Breadcrumb items={[{ href: '/stemrondes', label: t('round.list.title') }]} current={round.title} />
      <Heading level={1}>{round.title}</Heading>
      <div className="wk-columns">
        <div className="wk-columns__story wk-sections">
          {progress ? <CountingNow progress={progress} href={outcomeHref(round.number, rule)} /> : null}
          {outcome ? <OutcomeAnswer round={round} rule={rule} money={outcome.money} /> : null}
          <p>{t(round.elsewhere ? 'round.outcome.elsewhere' : 'round.outcome.fromFile')}</p>
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
      <RuleTold number={round.number} rule={rule} told={outcome.told} round={round} />
      {outcome.map ? <RoundMap map={outcome.map} number={round.number} {...counting} /> : null}
      <PlanList round={round} counting={counting} outcome={outcome} />
      {beside ? <OutcomeBeside round={round} shown={rule} beside={beside} /> : null}
    </>
  );
}
