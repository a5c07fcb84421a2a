import { type ReactNode } from 'react';

export interface Fact {
  label: string;
  value: ReactNode;
}

interface FactsProps {
  items: readonly Fact[];
  /** Beside each other on a wide screen, where they stand above what they are about. */
  across?: boolean;
  /** The values are sentences: they stand under their words on every screen. */
  sentences?: boolean;
}

export function Facts({ items, across = false, sentences = false }: FactsProps) {
  const looks = [across && 'wk-facts--across', sentences && 'wk-facts--sentences'];
  return (
    <dl className={['wk-facts', ...looks].filter(Boolean).join(' ')}>
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
