import { useTranslation } from 'react-i18next';
import { useRoundTexts } from './round-texts';

/** The bar ends at twice what was needed, so that the mark of 100 % stands in the middle. */
const end = 200;

/** Effective support: how near a project came to what it needed, or how far it was above it. */
export function SupportBar({ percent }: { percent: number }) {
  const { t } = useTranslation();
  const { number } = useRoundTexts('EUR');
  return (
    <div className="wk-support-bar">
      <p className="wk-small">
        {t('round.support.label')} <strong className="wk-figures">{number(percent)}&nbsp;%</strong>
      </p>
      <svg width="100%" height="18" aria-hidden="true" focusable="false">
        <rect className="wk-support-bar__room" width="100%" height="100%" />
        <rect
          className={percent < 100 ? 'wk-support-bar__short' : 'wk-support-bar__enough'}
          width={`${Math.min(percent, end) / (end / 100)}%`}
          height="100%"
        />
        <rect className="wk-support-bar__mark" x="50%" width="3" height="100%" />
      </svg>
    </div>
  );
}
