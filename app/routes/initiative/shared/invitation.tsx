import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '~/ui/page-head';
import { Alert } from '~/ui/alert';
import { ErrorSummary } from '~/ui/error-summary';
import { useLocale } from '~/ui/locale';
import { type Cents } from '~/domain/money/cents';
import { type CoInvitationState } from '~/domain/initiative/co-invitation';
import { formatEuros } from '~/domain/money/format';
import { errorsIn, type Result } from '~/ui/form-errors';

interface AskedPlanView {
  title: string;
  summary: string;
  area: string;
  requestedCents: Cents;
  /** First name of who asks, if that is known. */
  inviter: string | null;
}

/** What somebody is asked to join, in the words of who asks, and what joining means. */
function AskedPlan({ plan }: { plan: AskedPlanView }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const meaning = t('concept.invited.meaning', { returnObjects: true }) as string[];
  return (
    <div className="wk-stack">
      <blockquote className="wk-asked__plan wk-stack--close">
        <p>
          <strong>{plan.title}</strong>
        </p>
        {plan.summary ? <p>{plan.summary}</p> : null}
        {plan.requestedCents > 0n ? (
          <p className="wk-soft">
            {t('concept.invited.amount', { amount: formatEuros(plan.requestedCents, locale) })}
          </p>
        ) : null}
      </blockquote>
      <p>{t('concept.invited.meaningTitle')}</p>
      <ul>
        {meaning.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}

interface InvitationProps {
  state: CoInvitationState;
  plan: AskedPlanView;
  result: Result;
  /** What can be answered here. */
  children: ReactNode;
}

/** The page of an invitation: who asks, how it stands, the plan, and what was refused of an answer. */
export function Invitation({ state, plan, result, children }: InvitationProps) {
  const { t } = useTranslation();
  const who = plan.inviter ?? t('concept.invited.somebody');
  return (
    <div className="wk-page wk-page--narrow">
      <ErrorSummary errors={errorsIn(result).map(({ message }) => ({ message }))} />
      <PageHead title={t('concept.invited.title')}>
        {t('concept.invited.intro', { who, area: plan.area })}
      </PageHead>
      {state === 'waiting' ? null : (
        <Alert tone={state === 'accepted' ? 'good' : 'info'}>
          <p>{t(`concept.invited.${state}`)}</p>
        </Alert>
      )}
      <AskedPlan plan={plan} />
      {children}
    </div>
  );
}
