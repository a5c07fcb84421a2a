import { useTranslation } from 'react-i18next';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { Tag } from '~/ui/tag';
import { type Cents } from '~/domain/money/cents';
import { type Payers } from '~/domain/voting/reasons';
import { planHref } from '../shared/project-query';
import { type Counting, type JudgedPlan, Reason, votesText } from '../shared/reason';
import { useRoundWords } from '../shared/round-words';
import { SupportBar } from '../shared/support-bar';

export interface PlanInList extends JudgedPlan {
  key: string;
  place: number;
  name: string;
  won: boolean;
  payers?: Payers;
  wentTo: readonly { place: number; name: string; amount: Cents }[];
  wentToOthers: { plans: number; amount: Cents };
}

interface PlanRowProps {
  plan: PlanInList;
  number: number;
  counting: Counting;
  /** The language of the names, where the file says so. */
  language?: string;
}

/** A plan in the list of an outcome: whether it was chosen, why, and where its voters' money went. */
export function PlanRow({ plan, number, counting, language }: PlanRowProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { amount } = useRoundWords(counting.currency);
  const { place, name, won, costCents, votes, supportPercent } = plan;
  return (
    <li className="wk-plan">
      <div className="wk-plan__story">
        <h3 className="utrecht-heading-3 wk-plan__name" lang={language}>
          <Link href={planHref(number, place, counting.rule)}>{name}</Link>
        </h3>
        <p className="wk-cluster">
          <Tag tone={won ? 'good' : 'neutral'}>{t(won ? 'round.state.chosen' : 'round.state.rest')}</Tag>
          <span className="wk-figures">{amount(costCents)}</span>
          <span>{votesText(votes, counting.pointed, t, locale)}</span>
        </p>
        <p>
          <Reason plan={plan} payers={plan.payers} counting={counting} />
        </p>
        <WentTo plan={plan} number={number} counting={counting} language={language} />
      </div>
      {supportPercent === null ? null : <SupportBar percent={supportPercent} />}
    </li>
  );
}

function WentTo({ plan: { wentTo, wentToOthers }, number, counting, language }: PlanRowProps) {
  const { t } = useTranslation();
  const { amount } = useRoundWords(counting.currency);
  if (wentTo.length === 0) return null;
  return (
    <details className="wk-details">
      <summary>{t('round.wentTo.title')}</summary>
      <p>{t('round.wentTo.intro')}</p>
      <ul className="wk-plan__went">
        {wentTo.map((other) => (
          <li key={other.place}>
            <Link href={planHref(number, other.place, counting.rule)} lang={language}>
              {other.name}
            </Link>
            <span className="wk-figures">{amount(other.amount)}</span>
          </li>
        ))}
        {wentToOthers.plans > 0 ? (
          <li>
            <span>{t('round.wentTo.others', { count: wentToOthers.plans })}</span>
            <span className="wk-figures">{amount(wentToOthers.amount)}</span>
          </li>
        ) : null}
      </ul>
    </details>
  );
}
