import { useTranslation } from 'react-i18next';
import { Alert } from '~/ui/alert';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { type Cents } from '~/domain/money/cents';
import { type RuleName, usualRule } from '~/domain/voting/rule-names';
import { OutcomeBar } from './bar';
import { outcomeHref } from '../shared/project-query';
import { useRoundTexts } from '../shared/round-texts';

interface OutcomeAnswerProps {
  round: { number: number; projects: number; budgetCents: Cents; currency: string };
  rule: RuleName;
  money: {
    chosen: number;
    spent: Cents;
    left: Cents;
    filled: { projects: number; cost: Cents };
    shares: boolean;
  };
}

/** How many projects were chosen, what they cost and what is left: in words and as a bar. */
export function OutcomeAnswer({ round, rule, money }: OutcomeAnswerProps) {
  const { t } = useTranslation();
  const { amount, number } = useRoundTexts(round.currency);
  const { chosen, spent, left } = money;
  return (
    <section className="wk-stack wk-stack--wide" aria-labelledby="uitslag">
      {rule === usualRule ? null : (
        <Alert>
          <p>
            {t('round.outcome.otherRule', { name: t(`outcome.rule.${rule}.name`) })}{' '}
            <Link href={outcomeHref(round.number)}>{t('round.outcome.toUsual')}</Link>
          </p>
        </Alert>
      )}
      <div className="wk-stack wk-stack--close">
        <Heading level={2} id="uitslag">
          {t('round.outcome.chosen', {
            count: chosen,
            chosen: number(chosen),
            projects: number(round.projects),
          })}
        </Heading>
        <p className="wk-intro">{t('round.outcome.money', { spent: amount(spent), left: amount(left) })}</p>
      </div>
      <OutcomeBar {...money} budget={round.budgetCents} currency={round.currency} />
    </section>
  );
}
