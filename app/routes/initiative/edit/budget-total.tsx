import { useTranslation } from 'react-i18next';
import { Money } from '~/ui/money';
import { OneRule } from '~/ui/scheme-rules';
import { supportNeeded } from '~/domain/initiative/support';
import { type Cents, max, zero } from '~/domain/money/cents';
import { type DraftRules } from './draft';
import { type StepProps } from './props';
import { runningTotal, type TypedBudget } from './running-total';

interface BudgetTotalProps extends Pick<StepProps, 'told'> {
  typed: TypedBudget;
  rules: DraftRules | undefined;
}

/** What it comes to so far: while typing, and after every answer of the server. */
export function BudgetTotal({ typed, rules, told }: BudgetTotalProps) {
  const { t } = useTranslation();
  const totals = runningTotal(typed);
  if (!totals) {
    return (
      <div className="wk-total" role="status">
        <p>{t('concept.form.noTotal')}</p>
      </div>
    );
  }
  const asked = max(totals.requestedCents, zero);
  const rows = [
    ['totalCosts', totals.totalCents],
    ['totalOwn', totals.ownCents],
    ['totalAsked', asked],
  ] as const;
  return (
    <div className="wk-total" role="status">
      <dl>
        {rows.map(([name, cents]) => (
          <div key={name}>
            <dt>{t(`concept.form.${name}`)}</dt>
            <dd>
              <Money cents={cents} look="full" />
            </dd>
          </div>
        ))}
      </dl>
      {rules ? <Needed asked={asked} rules={rules} told={told} /> : null}
    </div>
  );
}

interface NeededProps extends Pick<StepProps, 'told'> {
  asked: Cents;
  rules: DraftRules;
}

function Needed({ asked, rules, told }: NeededProps) {
  const { t } = useTranslation();
  const count = supportNeeded(asked, rules.supportTiers);
  if (asked > rules.maxAmountCents) {
    return (
      <p className="wk-total__over">
        <OneRule rules={told} of="maxAmountCents" />
      </p>
    );
  }
  return <p>{count > 0 ? t('concept.form.tierNeeded', { count }) : t('concept.form.tierNone')}</p>;
}
