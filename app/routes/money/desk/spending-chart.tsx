import { lazy } from 'react';
import { DrawnChart } from '~/ui/drawn-chart';

const Bars = lazy(() => import('./spending-bars'));

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

export function SpendingChart(props: SpendingBarsProps) {
  return (
    <DrawnChart>
      <Bars {...props} />
    </DrawnChart>
  );
}
