import { type CalendarDate, daysBetween } from '../calendar';
import { DomainError } from '../errors';
import { type Cents } from '../money/cents';
import { type Earmark } from './earmark';
import { type Rollover } from './year-end';

/** How many sources a year holds: far more than a gemeente has, and few enough for one picture of all its money. */
export const mostSources = 500;

/**
 * The gemeente's own money of a year as a source: the books know no cent without one, and what a bank takes for its work, or
 * what is nobody's, has no other. No other source may have its code.
 */
export const ownMoneyOf = (year: number) => ({
  ...{ code: `BANK-${year}`, name: `Bankrekening ${year}`, year, funder: 'Gemeente' },
  ...({ kolom: 'bedrijfsvoering', rollover: 'stays' } as const),
});
const ownMoneyCodes = /^BANK-\d{4}$/i;

/** Refuses a code that is kept for the gemeente's own money: throws 'alreadyDone' at `code`. */
export function assertFreeCode(code: string): void {
  if (ownMoneyCodes.test(code.trim())) throw new DomainError('alreadyDone', { field: 'code' });
}

type Terms = Pick<Earmark, 'validFrom' | 'expiresOn'> & Readonly<{ rollover: Rollover; rolloverPct: number }>;

/**
 * Passes terms that hold together. Throws 'dateInvalid' at `expiresOn` when money would expire before it may be used,
 * and 'numberInvalid' at `rolloverPct` unless it is 1 to 100 for 'percentage' and 0 for the other rules.
 */
export function assertTerms({ validFrom, expiresOn, rollover, rolloverPct }: Terms): void {
  if (validFrom !== null && expiresOn !== null && expiresOn < validFrom) {
    throw new DomainError('dateInvalid', { field: 'expiresOn' });
  }
  const [least, most] = rollover === 'percentage' ? [1, 100] : [0, 0];
  if (!Number.isInteger(rolloverPct) || rolloverPct < least || rolloverPct > most) {
    throw new DomainError('numberInvalid', { field: 'rolloverPct' });
  }
}

/** Passes when a source may be promised to all these wijken. Throws 'earmarkedElsewhere' (domain.md §5.5). */
export function assertMeantFor({ areaId }: Pick<Earmark, 'areaId'>, areaIds: readonly string[]): void {
  if (areaId !== null && areaIds.some((each) => each !== areaId)) {
    throw new DomainError('earmarkedElsewhere', { field: 'areaId' });
  }
}

/** How much of what was promised has arrived. */
export type Arrival = 'nothing' | 'part' | 'whole';

/** How much of a promise has arrived, in cents; of a promise of nothing, nothing has. */
export function arrivalOf({ promised, receivable }: { promised: Cents; receivable: Cents }): Arrival {
  if (receivable === promised) return 'nothing';
  return receivable > 0n ? 'part' : 'whole';
}

/** Whether money may be used: not yet, still so many days, or no more. Both days of the validity count. */
export type Validity = Readonly<{ state: 'notYet' | 'ending' | 'expired'; days: number }>;

/** From how many days before its end money is said to end soon. */
const soon = 60;

/** What there is to say about the validity of money on a day; null while nothing changes soon. */
export function validityOf(
  { validFrom, expiresOn }: Pick<Earmark, 'validFrom' | 'expiresOn'>,
  today: CalendarDate,
): Validity | null {
  if (validFrom !== null && today < validFrom) {
    return { state: 'notYet', days: daysBetween(today, validFrom) };
  }
  if (expiresOn === null) return null;
  const days = daysBetween(today, expiresOn);
  if (days < 0) return { state: 'expired', days: -days };
  return days <= soon ? { state: 'ending', days } : null;
}
