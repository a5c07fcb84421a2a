import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { SupportBar } from '../shared/support-bar';

/** How near a project came, as a bar and what it means; `paid` where its voters did pay it. */
export function ProjectSupport({ percent, paid }: { percent: number; paid: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack wk-project-figure">
      <Heading level={2}>{t('project.support.title')}</Heading>
      <SupportBar percent={percent} />
      <p>
        {t('project.support.line')} {t(paid ? 'project.support.howPaid' : 'project.support.how')}
      </p>
    </section>
  );
}
