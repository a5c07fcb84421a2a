import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { SupportBar } from '../shared/support-bar';

/** How near a plan came, as a bar and what it means; `paid` where its voters did pay it. */
export function PlanSupport({ percent, paid }: { percent: number; paid: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack wk-plan-figure">
      <Heading level={2}>{t('plan.support.title')}</Heading>
      <SupportBar percent={percent} />
      <p>
        {t('plan.support.line')} {t(paid ? 'plan.support.howPaid' : 'plan.support.how')}
      </p>
    </section>
  );
}
