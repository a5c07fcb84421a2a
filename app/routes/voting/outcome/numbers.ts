import { useLocale } from '~/ui/locale';
import { formatNumber } from '~/ui/number-format';

/** Numbers that stand under each other, as the language of the page writes them. */
export function useNumbers() {
  const locale = useLocale();
  return {
    whole: (value: number) => formatNumber(value, locale, 'whole'),
    oneDecimal: (value: number) => formatNumber(value, locale, 'oneDecimal'),
  };
}
