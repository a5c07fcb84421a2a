import { lazy } from 'react';
import { DrawnChart } from '~/ui/drawn-chart';

const Bars = lazy(() => import('./reach-bars'));

export interface ReachBarsProps {
  bars: readonly { winners: number; voters: number }[];
  labels: { winners: string; voters: string };
}

export function ReachChart(props: ReachBarsProps) {
  return (
    <DrawnChart>
      <Bars {...props} />
    </DrawnChart>
  );
}
