import { useLocale } from '~/ui/locale';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';
import { formatList, formatNumber } from '~/ui/number-format';
import { approximate, type Fraction } from '~/domain/voting/fraction';

/** Amounts, numbers and names as the language of the page writes them. */
export function useTexts() {
  const locale = useLocale();
  return {
    euros: (amount: Cents) => formatEuros(amount, locale),
    number: (value: Fraction) => formatNumber(approximate(value), locale),
    names: (list: readonly string[]) => formatList(list, locale),
  };
}
