import { useNumbers } from './numbers';

interface ReachBarsProps {
  bars: readonly { winners: number; voters: number }[];
  labels: { winners: string; voters: string };
}

/** With more bars than this the numbers above them would touch; the table has them. */
const mostNumbers = 9;
/** At most so many numbers stand under the bars. */
const mostMarks = 12;

/** Bars: how many voters got 0, 1, 2… projects; those who got none are drawn hollow. Silent: the table says the same. */
export function ReachBars({ bars, labels }: ReachBarsProps) {
  const { whole } = useNumbers();
  const most = Math.max(...bars.map(({ voters }) => voters));
  const every = Math.ceil(bars.length / mostMarks);
  const at = (part: number) => `${part * 100}%`;
  return (
    <div className="wk-reach__bars" aria-hidden="true">
      <p className="wk-small">{labels.voters}</p>
      <svg width="100%" height="100%" focusable="false">
        {bars.map(({ winners, voters }, index) => {
          const height = voters / most;
          const middle = at((index + 0.5) / bars.length);
          return (
            <g key={winners}>
              <rect
                className={winners === 0 ? 'wk-reach__none' : 'wk-reach__some'}
                x={at((index + 0.1) / bars.length)}
                y={at(1 - height)}
                width={at(0.8 / bars.length)}
                height={at(height)}
              />
              {bars.length > mostNumbers ? null : (
                <text x={middle} y={at(1 - height)} dy="-8" textAnchor="middle">
                  {whole(voters)}
                </text>
              )}
              {index % every > 0 ? null : (
                <text x={middle} y="100%" dy="22" textAnchor="middle">
                  {winners}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <p className="wk-small">{labels.winners}</p>
    </div>
  );
}
