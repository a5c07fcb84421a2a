import { type ReactNode, Suspense, useSyncExternalStore } from 'react';

const never = () => () => {};
const yes = () => true;
const no = () => false;

/** Bars of a table's numbers, drawn in the browser alone; silent, since the table beside them says the same. */
export function DrawnChart({ children }: { children: ReactNode }) {
  const inBrowser = useSyncExternalStore(never, yes, no);
  return (
    <div className="wk-chart__bars" aria-hidden="true">
      {inBrowser ? <Suspense fallback={null}>{children}</Suspense> : null}
    </div>
  );
}
