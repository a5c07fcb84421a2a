import { type TFunction } from 'i18next';
import { formatDate } from '~/ui/date';
import { type Locale } from '~/ui/locale';
import { type CalendarDate, yearOf } from '~/domain/calendar';
import { type TargetGroup, type Theme } from '~/domain/initiative/purpose';
import { type Rollover } from '~/domain/ledger/year-end';

/** What was agreed about the use of money; null does not bind. */
export interface AgreedTerms {
  /** The year that the money was promised for. */
  year: number;
  theme: Theme | null;
  targetGroup: TargetGroup | null;
  area: { name: string } | null;
  validFrom: CalendarDate | null;
  expiresOn: CalendarDate | null;
  rollover: Rollover;
  rolloverPct: number;
}

/** "Alleen voor groen, alleen in Kruiskade, te gebruiken tot en met di 30 juni 2026." */
export function purposeText(terms: AgreedTerms, t: TFunction, locale: Locale): string {
  const { theme, targetGroup, area, validFrom, expiresOn } = terms;
  const parts = [
    theme && t('source.terms.theme', { theme: decapitalised(t(`initiative.theme.${theme}`)) }),
    targetGroup && t(`source.terms.${targetGroup}`),
    area && t('source.terms.area', { wijk: area.name }),
    periodText(validFrom && formatDate(validFrom, locale), expiresOn && formatDate(expiresOn, locale), t),
  ].filter((part) => part !== null);
  if (parts.length === 0) return t('source.terms.free');
  const whole = parts.join(', ');
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}.`;
}

/** What happens to the rest at the end of the year; money that expires before it does not stay, whatever its rule. */
export function rolloverText(terms: AgreedTerms, t: TFunction): string {
  const { year, expiresOn, rollover, rolloverPct } = terms;
  if (expiresOn && yearOf(expiresOn) <= year) return t('source.terms.expires');
  return t(`source.terms.${rollover}`, { pct: rolloverPct });
}

function periodText(from: string | null, until: string | null, t: TFunction): string | null {
  if (from && until) return t('source.terms.between', { from, until });
  if (from) return t('source.terms.from', { from });
  return until && t('source.terms.until', { until });
}

const decapitalised = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
