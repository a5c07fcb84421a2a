import { lazy, Suspense, useSyncExternalStore } from 'react';

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

const never = () => () => {};
const yes = () => true;
const no = () => false;

/** The table's numbers as bars, drawn in the browser; silent, since the table beside it says the same. */
export function SpendingChart(props: SpendingBarsProps) {
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
