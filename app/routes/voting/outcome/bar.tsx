import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cents, subtract } from '~/domain/money/cents';
import { type PartLook, PartsBar, PartSwatch, percentOf } from '../shared/parts-bar';
import { useRoundWords } from '../shared/round-words';

interface OutcomeBarProps {
  budget: Cents;
  spent: Cents;
  left: Cents;
  /** What was added with the money that equal shares left over. */
  filled: { plans: number; cost: Cents };
  chosen: number;
  currency: string;
  /** Whether equal shares counted. */
  shares: boolean;
}

type Part = { key: 'shares' | 'chosen' | 'filled' | 'left'; look: PartLook; cost: Cents; plans: number };

/** Where the budget went: plans that were chosen, plans that filled it up, and what is left. */
export function OutcomeBar({ budget, spent, left, filled, chosen, currency, shares }: OutcomeBarProps) {
  const { t } = useTranslation();
  const { amount, number } = useRoundWords(currency);
  const id = useId().replaceAll(':', '');
  const own = { look: 'full', cost: subtract(spent, filled.cost), plans: chosen - filled.plans } as const;
  const parts: Part[] = [
    { key: shares ? 'shares' : 'chosen', ...own },
    ...(filled.plans > 0 ? [{ key: 'filled', look: 'hatched', ...filled } as const] : []),
    { key: 'left', look: 'empty', cost: left, plans: 0 },
  ];
  return (
    <div className="wk-outcome-bar">
      {budget > 0n ? (
        <PartsBar id={id} parts={parts.map((part) => ({ ...part, percent: percentOf(part.cost, budget) }))} />
      ) : null}
      <dl>
        {parts.map(({ key, look, cost, plans }) => (
          <div key={key}>
            <dt>
              <PartSwatch id={id} look={look} />
              {t(`round.bar.${key}`, { count: plans, plans: number(plans) })}
            </dt>
            <dd className="wk-figures">{amount(cost)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
