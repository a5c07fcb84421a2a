import { type ReactNode } from 'react';

/** A few numbers that matter most, each under its word. */
export function BigFigures({ items }: { items: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="wk-figures-row">
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
