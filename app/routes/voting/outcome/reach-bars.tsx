import { Bar, BarChart, CartesianGrid, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { useNumbers } from './numbers';

export interface ReachBarsProps {
  bars: readonly { winners: number; voters: number }[];
  labels: { winners: string; voters: string };
}

/** With more bars than this the numbers above them would touch; the table has them. */
const mostLabels = 9;

/** Bars: how many voters got 0, 1, 2… plans; those who got none are drawn hollow. */
export default function ReachBars({ bars, labels }: ReachBarsProps) {
  const { whole } = useNumbers();
  const text = 'var(--wijkkas-color-ink)';
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...bars]}
        accessibilityLayer={false}
        margin={{ top: 24, right: 8, bottom: 24, left: 8 }}
        barCategoryGap="15%"
      >
        <CartesianGrid vertical={false} stroke="var(--wijkkas-color-line)" />
        <XAxis
          dataKey="winners"
          stroke={text}
          label={{ value: labels.winners, position: 'insideBottom', offset: -16, fill: text }}
        />
        <YAxis width={64} stroke={text} tickFormatter={whole} />
        <Bar dataKey="voters" name={labels.voters} isAnimationActive={false}>
          {bars.map(({ winners }) => (
            <Cell
              key={winners}
              fill={winners === 0 ? 'var(--wijkkas-color-paper)' : 'var(--wijkkas-color-action)'}
              stroke="var(--wijkkas-color-action)"
              strokeWidth={2}
            />
          ))}
          {bars.length > mostLabels ? null : (
            <LabelList
              dataKey="voters"
              position="top"
              fill={text}
              formatter={(voters) => whole(Number(voters))}
            />
          )}
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
