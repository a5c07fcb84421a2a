import { useTranslation } from 'react-i18next';
import { type SupportCount } from '~/domain/initiative/support';

interface SupportCountsProps {
  counts: SupportCount;
  /** How many must be in favour; 0 when none are needed. */
  needed: number;
}

/** How far it is: the words beside it say the same. */
function Progress({ have, needed }: { have: number; needed: number }) {
  const width = `${Math.min(100, Math.round((100 * have) / needed))}%`;
  return (
    <svg className="wk-support__bar" width="100%" height="16" aria-hidden="true" focusable="false">
      <rect className="wk-support__fill" width={width} height="100%" />
    </svg>
  );
}

/** What the neighbours think, in words and numbers; never a name. */
export function SupportCounts({ counts, needed }: SupportCountsProps) {
  const { t } = useTranslation();
  const short = Math.max(0, needed - counts.for);
  const given = counts.for + counts.against + counts.none;
  const key = given === 0 ? 'nobody' : counts.none === 0 ? 'two' : 'three';
  const sentence = t(`initiative.support.${key}`, {
    for: t('initiative.support.forCount', { count: counts.for }),
    against: t('initiative.support.againstCount', { count: counts.against }),
    none: t('initiative.support.noneCount', { count: counts.none }),
  });
  return (
    <div className="wk-stack">
      <p className="wk-support__sentence">{sentence}</p>
      {needed > 0 ? <Progress have={counts.for} needed={needed} /> : null}
      <p>
        {needed > 0
          ? `${t('initiative.support.needed', { needed })} ${
              short > 0 ? t('initiative.support.short', { count: short }) : t('initiative.support.enough')
            }`
          : t('initiative.support.notNeeded')}
      </p>
      {counts.unproven > 0 ? <p>{t('initiative.support.unproven', { count: counts.unproven })}</p> : null}
    </div>
  );
}
