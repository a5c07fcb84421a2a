import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cents, subtract } from '~/domain/money/cents';
import { type PartLook, PartsBar, PartSwatch, percentOf } from '../shared/parts-bar';
import { useRoundTexts } from '../shared/round-texts';

interface OutcomeBarProps {
  budget: Cents;
  spent: Cents;
  left: Cents;
  /** What was added with the money that equal shares left over. */
  filled: { projects: number; cost: Cents };
  chosen: number;
  currency: string;
  /** Whether equal shares counted. */
  shares: boolean;
}

type Part = { key: 'shares' | 'chosen' | 'filled' | 'left'; look: PartLook; cost: Cents; projects: number };

/** Where the budget went: projects that were chosen, projects that filled it up, and what is left. */
export function OutcomeBar({ budget, spent, left, filled, chosen, currency, shares }: OutcomeBarProps) {
  const { t } = useTranslation();
  const { amount, number } = useRoundTexts(currency);
  const id = useId().replaceAll(':', '');
  const own = {
    look: 'full',
    cost: subtract(spent, filled.cost),
    projects: chosen - filled.projects,
  } as const;
  const parts: Part[] = [
    { key: shares ? 'shares' : 'chosen', ...own },
    ...(filled.projects > 0 ? [{ key: 'filled', look: 'hatched', ...filled } as const] : []),
    { key: 'left', look: 'empty', cost: left, projects: 0 },
  ];
  return (
    <div className="wk-outcome-bar">
      {budget > 0n ? (
        <PartsBar id={id} parts={parts.map((part) => ({ ...part, percent: percentOf(part.cost, budget) }))} />
      ) : null}
      <dl>
        {parts.map(({ key, look, cost, projects }) => (
          <div key={key}>
            <dt>
              <PartSwatch id={id} look={look} />
              {t(`round.bar.${key}`, { count: projects, projects: number(projects) })}
            </dt>
            <dd className="wk-figures">{amount(cost)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
