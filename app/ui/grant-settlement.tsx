import { useTranslation } from 'react-i18next';
import { type settlementOf } from '#db/reads/grants/grant';
import { DateText } from './date';
import { Facts } from './facts';
import { Money } from './money';

export type SettlementView = NonNullable<Awaited<ReturnType<typeof settlementOf>>>;

/** How a grant was settled and why; all of it is public. */
export function GrantSettlement({ settlement }: { settlement: SettlementView }) {
  const { t } = useTranslation();
  const { settled, cost, otherIncome, settledOn, ground, explanation } = settlement;
  return (
    <Facts
      items={[
        { label: t('grant.settlement.amount'), value: <Money cents={settled} /> },
        { label: t('grant.settlement.cost'), value: <Money cents={cost} /> },
        { label: t('grant.settlement.otherIncome'), value: <Money cents={otherIncome} /> },
        { label: t('grant.settlement.date'), value: <DateText date={settledOn} /> },
        ...(ground ? [{ label: t('grant.settlement.ground'), value: t(`grant.ground.${ground}`) }] : []),
        {
          label: t('grant.settlement.explanation'),
          value: <span className="wk-prose--written">{explanation}</span>,
        },
      ]}
    />
  );
}
