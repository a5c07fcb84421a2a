import { type Cents } from '~/domain/money/cents';
import { type Payers } from '~/domain/voting/reasons';
import { PlanMoney, type PlanMoneyProps } from './money';
import { PlanPayers } from './payers';
import { PlanSupport } from './support';

interface PlanFiguresProps {
  plan: PlanMoneyProps['plan'];
  /** Where equal shares chose it: who paid, and what one vote or point cost. */
  paid: { payers: Payers; payment: Cents } | null;
  round: { number: number; language?: string };
  counting: PlanMoneyProps['counting'];
}

/** What equal shares tell of a plan: its support, and who paid it or where their money went instead. */
export function PlanFigures({ plan, paid, round: { number, language }, counting }: PlanFiguresProps) {
  const { supportPercent, wentTo, left } = plan;
  return (
    <>
      {supportPercent === null ? null : <PlanSupport percent={supportPercent} paid={paid !== null} />}
      {paid ? <PlanPayers {...paid} pointed={counting.pointed} currency={counting.currency} /> : null}
      {left !== null || wentTo.length > 0 ? (
        <PlanMoney plan={plan} number={number} counting={counting} language={language} />
      ) : null}
    </>
  );
}
