import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { figureName } from './figure-name';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { Link } from './link';
import { useLocale } from './locale';
import { Money } from './money';

/** Parts that exclude each other and together make the budget: granted is what is not yet paid, and so on. */
export interface BudgetParts {
  budget: Cents;
  paid: Cents;
  granted: Cents;
  reserved: Cents;
  left: Cents;
}

const parts = ['paid', 'granted', 'reserved', 'left'] as const;
type Part = (typeof parts)[number];

/** Position and width in hundredths of the bar, exact to 0.01. */
function segments(amounts: BudgetParts) {
  let start = 0n;
  return parts.map((part) => {
    const from = start;
    start += amounts[part];
    const share = (cents: bigint) => Number((cents * 10_000n) / amounts.budget) / 100;
    return { part, x: share(from), width: share(start) - share(from) };
  });
}

/** Each part has its own pattern too, so that the bar can be read in grey and on paper. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}granted`}
        width="9"
        height="9"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="wk-bar__granted" width="9" height="9" />
        <rect className="wk-bar__paper" width="2.5" height="9" />
      </pattern>
      <pattern id={`${id}reserved`} width="9" height="9" patternUnits="userSpaceOnUse">
        <rect className="wk-bar__reserved" width="9" height="9" />
        <circle className="wk-bar__paper" cx="4.5" cy="4.5" r="2" />
      </pattern>
    </defs>
  );
}

function Fill({ part, id, x, width }: { part: Part; id: string; x: string; width: string }) {
  const pattern = part === 'granted' || part === 'reserved' ? `url(#${id}${part})` : undefined;
  return <rect className={`wk-bar__${part}`} x={x} y="0" width={width} height="100%" fill={pattern} />;
}

interface LegendProps {
  amounts: BudgetParts;
  ended: boolean;
  id: string;
  hrefOf?: (part: Part) => string;
}

function Legend({ amounts, ended, id, hrefOf }: LegendProps) {
  const { t } = useTranslation();
  return (
    <dl className="wk-budget-bar__legend">
      {parts.map((part) => (
        <div key={part}>
          <dt>
            <svg className="wk-budget-bar__swatch" width="20" height="20" aria-hidden="true">
              <Fill part={part} id={id} x="0" width="100%" />
            </svg>
            {t(`ui.bar.${figureName(part, ended)}`)}
          </dt>
          <dd>
            {hrefOf && amounts[part] !== 0n ? (
              <Link href={hrefOf(part)}>
                <Money cents={amounts[part]} />
              </Link>
            ) : (
              <Money cents={amounts[part]} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface BudgetBarProps extends BudgetParts {
  /** A finding of the page's own instead of "Van … is nog … vrij." */
  sentence?: ReactNode;
  /** A thin bar with only its sentence, where many stand together. */
  compact?: boolean;
  /** The legend as a list, for a narrow column. */
  stacked?: boolean;
  /** Where the rows behind each part are. */
  hrefOf?: (part: Part) => string;
  /** The end of this year was booked: what was left is no longer free. */
  ended: boolean;
}

export function BudgetBar({
  sentence,
  compact = false,
  stacked = false,
  hrefOf,
  ended,
  ...amounts
}: BudgetBarProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const id = useId().replaceAll(':', '');
  const euros = (cents: Cents) => formatEuros(cents, locale, 'short');
  if (amounts.budget <= 0n) return <p className="wk-budget-bar__sentence">{t('ui.bar.none')}</p>;
  return (
    <div
      className={['wk-budget-bar', compact && 'wk-budget-bar--compact', stacked && 'wk-budget-bar--stacked']
        .filter(Boolean)
        .join(' ')}
    >
      <svg
        className="wk-budget-bar__bar"
        width="100%"
        height={compact ? 18 : 44}
        aria-hidden="true"
        focusable="false"
      >
        <Patterns id={id} />
        {segments(amounts).map(({ part, x, width }) =>
          width > 0 ? <Fill key={part} part={part} id={id} x={`${x}%`} width={`${width}%`} /> : null,
        )}
      </svg>
      {compact ? null : <Legend amounts={amounts} ended={ended} id={id} hrefOf={hrefOf} />}
      <p className="wk-budget-bar__sentence">
        {sentence ??
          t(ended ? 'ui.bar.ended' : 'ui.bar.sentence', {
            budget: euros(amounts.budget),
            left: euros(amounts.left),
            over: euros(amounts.left),
          })}
      </p>
    </div>
  );
}
