import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { useLocale } from '~/ui/locale';

export interface SpendingBar {
  name: string;
  /** Euros, for the drawing only. */
  spent: number;
  left: number;
}

export interface SpendingBarsProps {
  bars: readonly SpendingBar[];
  labels: { spent: string; left: string };
}

/** Bars per wijk: what is granted or paid, and what is not. */
export default function SpendingBars({ bars, labels }: SpendingBarsProps) {
  const locale = useLocale();
  const text = 'var(--wijkkas-color-ink)';
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={[...bars]} layout="vertical" accessibilityLayer={false} margin={{ right: 24 }}>
        <CartesianGrid horizontal={false} stroke="var(--wijkkas-color-line)" />
        <XAxis
          type="number"
          tickFormatter={(euros: number) => formatEuros(cents(Math.round(euros) * 100), locale)}
          stroke={text}
        />
        <YAxis type="category" dataKey="name" width={128} stroke={text} interval={0} />
        <Legend formatter={(name: string) => <span className="wk-chart__name">{name}</span>} />
        <Bar
          dataKey="spent"
          name={labels.spent}
          stackId="budget"
          fill="var(--wijkkas-color-action)"
          isAnimationActive={false}
        />
        <Bar
          dataKey="left"
          name={labels.left}
          stackId="budget"
          fill="var(--wijkkas-color-action-tint)"
          stroke="var(--wijkkas-color-action)"
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}
