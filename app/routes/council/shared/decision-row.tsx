import { useTranslation } from 'react-i18next';
import { type ListedDecision } from '#db/reads/council/decision';
import { isGranted, outcomeTone, outcomeWord } from '~/ui/council-outcome';
import { DecisionCard } from '~/ui/decision-card';
import { paths } from '~/paths';

/** A decision in a list: what became of it, how much, and the votes. */
export function DecisionRow({ row, level }: { row: ListedDecision; level: 2 | 3 }) {
  const { t } = useTranslation();
  const word = outcomeWord(row);
  const { votesFor, votesAgainst, votesBlank } = row;
  return (
    <DecisionCard
      level={level}
      outcome={t(`council.outcome.${word}`)}
      tone={outcomeTone[word]}
      title={row.title}
      href={paths.council.decision(row.id)}
      body={row.body}
      date={row.decidedOn}
      amount={isGranted(word) ? row.amountCents : undefined}
      votes={word === 'referred' ? undefined : { for: votesFor, against: votesAgainst, abstain: votesBlank }}
    />
  );
}
