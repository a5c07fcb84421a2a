import { type ReactNode } from 'react';

export interface Fact {
  label: string;
  value: ReactNode;
}

interface FactsProps {
  items: readonly Fact[];
  /** Beside each other on a wide screen, where they stand above what they are about. */
  across?: boolean;
}

export function Facts({ items, across = false }: FactsProps) {
  return (
    <dl className={across ? 'wk-facts wk-facts--across' : 'wk-facts'}>
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
