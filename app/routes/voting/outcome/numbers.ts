import { useLocale } from '~/ui/locale';

/** Numbers that stand under each other, as the language of the page writes them. */
export function useNumbers() {
  const locale = useLocale();
  const wholes = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    whole: (value: number) => wholes.format(value),
    oneDecimal: (value: number) => decimals.format(value),
  };
}
