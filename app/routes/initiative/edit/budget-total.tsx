import { useTranslation } from 'react-i18next';
import { useLocale } from '~/ui/locale';
import { Money } from '~/ui/money';
import { supportNeeded } from '~/domain/initiative/support';
import { max, zero } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { type DraftRules } from './draft';
import { runningTotal, type TypedBudget } from './running-total';

/** What it comes to so far: while typing, and after every answer of the server. */
export function BudgetTotal({ typed, rules }: { typed: TypedBudget; rules: DraftRules | undefined }) {
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
      {rules ? <Needed asked={asked} rules={rules} /> : null}
    </div>
  );
}

function Needed({ asked, rules }: { asked: ReturnType<typeof max>; rules: DraftRules }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const count = supportNeeded(asked, rules.supportTiers);
  if (asked > rules.maxAmountCents) {
    const maximum = formatEuros(rules.maxAmountCents, locale);
    return <p className="wk-total__over">{t('concept.form.maximum', { maximum, area: rules.area })}</p>;
  }
  return <p>{count > 0 ? t('concept.form.tierNeeded', { count }) : t('concept.form.tierNone')}</p>;
}
