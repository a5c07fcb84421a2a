import { useTranslation } from 'react-i18next';
import { type decisionOn } from '#db/reads/initiative/initiative';
import { type InitiativeState } from '~/domain/lifecycle/initiative';
import { DecisionCard } from '~/ui/decision-card';
import { paths } from '~/paths';

export type Outcome = NonNullable<Awaited<ReturnType<typeof decisionOn>>>;

/** The decision in short, with the way to the whole of it. */
export function OutcomeCard({ outcome, state }: { outcome: Outcome; state: InitiativeState }) {
  const { t } = useTranslation();
  const adopted = outcome.outcome === 'adopted';
  const privateLaw = outcome.legalRegime === 'stichting';
  return (
    <DecisionCard
      outcome={t(`initiative.state.${state}`)}
      tone={adopted ? 'good' : 'bad'}
      title={t('initiative.decision.title')}
      href={paths.council.decision(outcome.id)}
      level={2}
      body={outcome.body}
      date={outcome.decidedOn}
      amount={adopted ? outcome.amountCents : undefined}
      votes={outcome}
      reasons={outcome.reasons ? <p className="wk-prose wk-prose--written">{outcome.reasons}</p> : null}
      objection={
        <p className="wk-prose">
          {t(privateLaw ? 'initiative.decision.objectStichting' : 'initiative.decision.objectCollege')}
        </p>
      }
    />
  );
}
