import { useTranslation } from 'react-i18next';

/** A round per member who may vote, filled once that member has voted; the sentence says the same. */
export function VoteMarks({ cast, voters }: { cast: number; voters: number }) {
  const { t } = useTranslation();
  return (
    <div className="wk-vote-marks">
      <svg
        className="wk-vote-marks__picture"
        viewBox={`0 0 ${voters * 32} 28`}
        width={voters * 32}
        height="28"
        aria-hidden="true"
        focusable="false"
      >
        {Array.from({ length: voters }, (_, index) => (
          <circle
            key={index}
            className={index < cast ? 'wk-vote-marks__cast' : 'wk-vote-marks__open'}
            cx={16 + index * 32}
            cy="14"
            r="10"
          />
        ))}
      </svg>
      <p className="wk-vote-marks__sentence" aria-live="polite">
        {t('council.item.votes', { count: cast, voters })}
      </p>
    </div>
  );
}
