import { formatDate } from '~/components/ui/date';
import { type Locale } from '~/components/ui/locale';
import { type Tone } from '~/components/ui/tone';
import { type CalendarDate } from '~/domain/calendar';
import { type RefusalDetail } from '~/domain/errors';
import { type InitiativeState } from '~/domain/lifecycle/initiative';
import { type Cents } from '~/domain/money/cents';
import { formatEuros } from '~/domain/money/format';

export const stateTones: Record<InitiativeState, Tone> = {
  draft: 'neutral',
  gathering: 'info',
  submitted: 'waiting',
  onAgenda: 'waiting',
  granted: 'good',
  partlyGranted: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
};

/** The numbers of a refusal as a person reads them: cents as euros, dates in words. */
export function detailInWords(detail: RefusalDetail, locale: Locale): Record<string, string | number> {
  const inWords = (value: string | number | bigint) => {
    if (typeof value === 'bigint') return formatEuros(value as Cents, locale);
    const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
    return isDate ? formatDate(value as CalendarDate, locale) : value;
  };
  return Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, inWords(value)]));
}
