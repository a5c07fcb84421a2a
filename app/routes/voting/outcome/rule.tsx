import { type TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { type Cents } from '~/domain/money/cents';
import { type Stop } from '~/domain/voting/add-one';
import { type RuleName } from '~/domain/voting/rule-names';
import { type Decider } from '~/domain/voting/ties';
import { projectHref } from '../shared/project-query';
import { useRoundTexts } from '../shared/round-texts';
import { paths } from '~/paths';

export interface RuleDescription {
  /** The budget by the number of voters, rounded down. */
  start: Cents;
  step: Cents;
  endowment: { exact: string; near: Cents; isRounded: boolean } | null;
  raises: number;
  stop: Stop | null;
  overBudget: number;
  /** In all counts on the way up together. */
  tiesMet: number;
  ties: readonly { decidedBy: Decider; projects: readonly { place: number; name: string }[] }[];
}

interface RuleSectionProps {
  number: number;
  rule: RuleName;
  description: RuleDescription;
  round: { budgetCents: Cents; voters: number; currency: string; pointed: boolean; language?: string };
}

/** How a round was counted, with each choice that could have made other winners (voting.md §4). */
export function RuleSection({ number, rule, description, round }: RuleSectionProps) {
  const { t } = useTranslation();
  const texts = useRoundTexts(round.currency);
  const by = round.pointed ? 'points' : 'votes';
  return (
    <section className="wk-stack" aria-labelledby="regel">
      <Heading level={2} id="regel">
        {t('round.rule.title', { name: t(`outcome.rule.${rule}.name`) })}
      </Heading>
      <p>{storyOf(rule, description, round, t, texts).join(' ')}</p>
      <ul>
        {description.endowment ? <li>{t(`round.rule.fill.${by}`)}</li> : null}
        <li>{t('round.rule.overBudget')}</li>
        <li>{t(`round.rule.ties.${rule === 'greedy' ? 'greedy' : by}`)}</li>
      </ul>
      <p>
        <Link href={paths.voting.howShares}>{t('round.rule.example')}</Link>
      </p>
      <details className="wk-details">
        <summary>{t('round.exact.title')}</summary>
        <Exact number={number} rule={rule} description={description} round={round} />
      </details>
    </section>
  );
}

type Texts = ReturnType<typeof useRoundTexts>;

/** How the winners are found, sentence by sentence. */
function storyOf(
  rule: RuleName,
  { start, step, endowment, raises, stop }: RuleDescription,
  { budgetCents, voters, pointed, currency }: RuleSectionProps['round'],
  t: TFunction,
  { amount, number }: Texts,
): string[] {
  const by = pointed ? 'points' : 'votes';
  if (rule === 'greedy' || rule === 'greedy-ratio') {
    const unit = currency === 'EUR' ? 'euro' : currency;
    return [t(`round.rule.${rule}.${by}`, { unit }), t('round.rule.line')];
  }
  const utility = rule.startsWith('mes-cost') ? 'cost' : 'card';
  const raised = endowment && { step: amount(step), endowment: amount(endowment.near) };
  return [
    t('round.rule.start', { budget: amount(budgetCents), voters: number(voters), start: amount(start) }),
    t(`round.rule.pay.${by}`),
    t(`round.rule.first.${utility}.${by}`),
    ...(raised && stop
      ? [raises > 0 ? t('round.rule.raise', raised) : t(`round.rule.notRaised.${stop}`)]
      : []),
  ];
}

/** The numbers behind the paragraph, for whoever counts along. */
function Exact({ number, rule, description, round }: RuleSectionProps) {
  const { t } = useTranslation();
  const texts = useRoundTexts(round.currency);
  const { endowment, stop, raises, ties, tiesMet, overBudget, step } = description;
  return (
    <ul>
      {endowment ? (
        <li>
          {t('round.exact.endowment', { near: texts.amount(endowment.near) })}{' '}
          {endowment.isRounded
            ? t('round.exact.rounded', { exact: endowment.exact, currency: round.currency })
            : null}
        </li>
      ) : null}
      {stop ? <li>{t(`round.exact.${stop}`, { count: raises, step: texts.amount(step) })}</li> : null}
      <li>{t('round.exact.overBudget', { count: overBudget })}</li>
      <li>
        {ties.length === 0 ? t('round.exact.noTies') : t('round.exact.ties', { count: ties.length })}
        <Ties number={number} rule={rule} ties={ties} language={round.language} />
      </li>
      {tiesMet > 0 ? <li>{t('round.exact.tiesMet', { count: tiesMet })}</li> : null}
      <li>{t('round.exact.ids')}</li>
    </ul>
  );
}

interface TiesProps {
  number: number;
  rule: RuleName;
  ties: RuleDescription['ties'];
  language?: string;
}

function Ties({ number, rule, ties, language }: TiesProps) {
  const { t } = useTranslation();
  if (ties.length === 0) return null;
  return (
    <ul>
      {ties.map(({ projects, decidedBy }, index) => (
        <li key={index}>
          {projects.map(({ place, name }, at) => (
            <span key={place}>
              {at === 0 ? null : at === projects.length - 1 ? t('round.exact.and') : ', '}
              <Link href={projectHref(number, place, rule)} lang={language}>
                {name}
              </Link>
            </span>
          ))}
          {t(`round.exact.decided.${decidedBy}`)}
        </li>
      ))}
    </ul>
  );
}
