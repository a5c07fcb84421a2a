import { lazy } from 'react';
import { DrawnChart } from './drawn-chart';
import { type SpendingBarsProps } from './spending-bars';

const Bars = lazy(() => import('./spending-bars'));

export function SpendingChart(props: SpendingBarsProps) {
  return (
    <DrawnChart>
      <Bars {...props} />
    </DrawnChart>
  );
}
