import { lazy } from 'react';
import { DrawnChart } from '~/ui/drawn-chart';
import { type ReachBarsProps } from './reach-bars';

const Bars = lazy(() => import('./reach-bars'));

export function ReachChart(props: ReachBarsProps) {
  return (
    <DrawnChart>
      <Bars {...props} />
    </DrawnChart>
  );
}
