import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { useLocale } from './locale';

interface MoneyProps {
  cents: Cents;
  /** "full" always shows the cents, for figures that stand under each other. */
  look?: 'short' | 'full';
}

export function Money({ cents, look = 'short' }: MoneyProps) {
  const locale = useLocale();
  return <span className="wk-figures">{formatEuros(cents, locale, look)}</span>;
}
