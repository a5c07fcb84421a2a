import { useTranslation } from 'react-i18next';
import { type SpendingStep } from '~/domain/area/spending';

/** The pattern of a step; the first and the last are plain colours of the stylesheet. */
export function stepFill(step: SpendingStep | null): string | undefined {
  return step === 1 || step === 2 || step === 3 ? `url(#wk-map-${step})` : undefined;
}

const steps = [0, 1, 2, 3, 4] as const;

/** The patterns of the middle steps, so that the map can be read in grey; defined once a page. */
export function MapPatterns() {
  return (
    <defs>
      <pattern id="wk-map-1" width="16" height="16" patternUnits="userSpaceOnUse">
        <rect className="wk-map__ground--1" width="16" height="16" />
        <circle className="wk-map__ink" cx="4" cy="4" r="1.6" />
        <circle className="wk-map__ink" cx="12" cy="12" r="1.6" />
      </pattern>
      <pattern
        id="wk-map-2"
        width="12"
        height="12"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="wk-map__ground--2" width="12" height="12" />
        <rect className="wk-map__ink" width="1.8" height="12" />
      </pattern>
      <pattern
        id="wk-map-3"
        width="12"
        height="12"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect className="wk-map__ground--3" width="12" height="12" />
        <rect className="wk-map__paper" width="1.8" height="12" />
      </pattern>
    </defs>
  );
}

/** What each colour means; `gaps` adds that of a wijk without a budget. */
export function MapLegend({ gaps }: { gaps: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="wk-map__legend">
      <p className="wk-small wk-soft">{t('area.map.legend')}</p>
      <ul>
        {steps.map((step) => (
          <li key={step}>
            <svg className="wk-map__swatch" width="28" height="20" aria-hidden="true">
              <rect className={`wk-map__shape--${step}`} fill={stepFill(step)} width="28" height="20" />
            </svg>
            {t('area.map.step', { from: step * 20, to: (step + 1) * 20 })}
          </li>
        ))}
        {gaps ? (
          <li>
            <svg className="wk-map__swatch" width="28" height="20" aria-hidden="true">
              <rect className="wk-map__shape--none" width="28" height="20" />
            </svg>
            {t('area.map.none')}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
