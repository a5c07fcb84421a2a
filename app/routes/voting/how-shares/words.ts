import { useLocale } from '~/ui/locale';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { approximate, type Fraction } from '~/domain/voting/fraction';

/** Amounts, numbers and names as the language of the page writes them. */
export function useWords() {
  const locale = useLocale();
  return {
    euros: (amount: Cents) => formatEuros(amount, locale),
    number: (value: Fraction) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(approximate(value)),
    names: (list: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(list),
  };
}
