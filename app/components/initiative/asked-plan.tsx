import { useTranslation } from 'react-i18next';
import { useLocale } from '~/components/ui/locale';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';

export interface AskedPlanView {
  title: string;
  summary: string;
  area: string;
  requestedCents: Cents;
  /** First name of who asks, if that is known. */
  inviter: string | null;
}

/** What somebody is asked to join, in the words of who asks, and what joining means. */
export function AskedPlan({ plan }: { plan: AskedPlanView }) {
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
