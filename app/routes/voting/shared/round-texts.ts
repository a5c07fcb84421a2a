import { useTranslation } from 'react-i18next';
import { formatDate } from '~/ui/date';
import { useLocale } from '~/ui/locale';
import { type CalendarDate } from '~/domain/calendar';
import { type Cents } from '~/domain/money/cents';
import { formatAmount } from '~/domain/money/format';
import { formatNumber } from '~/ui/number-format';

/** Amounts and numbers of a round as the language of the page writes them. */
export function useRoundTexts(currency: string) {
  const locale = useLocale();
  return {
    amount: (cents: Cents) => formatAmount(cents, currency, locale),
    /** With the hundredths, for amounts that stand under each other. */
    exact: (cents: Cents) => formatAmount(cents, currency, locale, 'full'),
    number: (value: number) => formatNumber(value, locale),
  };
}

interface RoundTime {
  beganOn: CalendarDate | null;
  endedOn: CalendarDate | null;
  year: number | null;
}

/** When people voted: two days, one day, or a year; undefined where nobody knows. */
export function useRoundTime({ beganOn, endedOn, year }: RoundTime): string | undefined {
  const { t } = useTranslation();
  const locale = useLocale();
  if (endedOn === null) return year === null ? undefined : `${year}`;
  const until = formatDate(endedOn, locale);
  if (beganOn === null || beganOn === endedOn) return until;
  return t('round.fromTo', { from: formatDate(beganOn, locale), until });
}
