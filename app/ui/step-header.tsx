import { useTranslation } from 'react-i18next';
import { Heading } from './heading';
import { Icon } from './icon';

interface StepHeaderProps {
  step: number;
  total: number;
  /** The question of this step, as the page's H1. */
  title: string;
  /** Where "Terug" goes. */
  backHref?: string;
}

export function StepHeader({ step, total, title, backHref }: StepHeaderProps) {
  const { t } = useTranslation();
  return (
    <div className="wk-step">
      {backHref ? (
        <a className="wk-step__back" href={backHref}>
          <Icon name="back" />
          {t('ui.step.back')}
        </a>
      ) : null}
      <p className="wk-step__count">{t('ui.step.count', { step, total })}</p>
      <div className="wk-step__dots" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <span key={index} className={index < step ? 'wk-step__dot wk-step__dot--done' : 'wk-step__dot'} />
        ))}
      </div>
      <Heading level={1}>{title}</Heading>
    </div>
  );
}
