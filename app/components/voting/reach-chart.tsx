import { lazy, Suspense, useSyncExternalStore } from 'react';

const Bars = lazy(() => import('./reach-bars'));

export interface ReachBarsProps {
  bars: readonly { winners: number; voters: number }[];
  labels: { winners: string; voters: string };
}

const never = () => () => {};
const yes = () => true;
const no = () => false;

/** The table's numbers as bars, drawn in the browser; silent, since the table beside it says the same. */
export function ReachChart(props: ReachBarsProps) {
  const inBrowser = useSyncExternalStore(never, yes, no);
  return (
    <div className="wk-chart__bars" aria-hidden="true">
      {inBrowser ? (
        <Suspense fallback={null}>
          <Bars {...props} />
        </Suspense>
      ) : null}
    </div>
  );
}
