import { type CalendarDate } from '../calendar';
import { type IsHoliday, nextWorkingDay } from '../initiative/terms';

/** How many payments one batch takes: what two people can look over, and what is booked at once. */
export const mostPayments = 100;

/** What names one payment for ever, to the bank and on its statement: at most 35 characters of the SEPA set. */
export function endToEndIdOf(batchNumber: number, position: number): string {
  return `WK-${String(batchNumber).padStart(6, '0')}-${String(position).padStart(4, '0')}`;
}

/** What names a batch to the bank. */
export function messageIdOf(batchNumber: number): string {
  return `WK-${String(batchNumber).padStart(6, '0')}`;
}

/** The number of the batch that a bank names by our message id; null for anything else. */
export function batchNumberOf(messageId: string): number | null {
  const found = /^WK-(\d{6,9})$/.exec(messageId);
  return found ? Number(found[1]) : null;
}

/**
 * The day on which the bank is asked to pay a batch: not before it was approved, since a bank takes no day before the order,
 * and then the first on which banks work.
 */
export function executionDay(
  { executeOn, approvedOn }: { executeOn: CalendarDate; approvedOn: CalendarDate | null },
  isBankHoliday: IsHoliday,
): CalendarDate {
  const late = approvedOn !== null && approvedOn > executeOn;
  return nextWorkingDay(late ? approvedOn : executeOn, isBankHoliday);
}

/** How a batch ended, and how many of its lines are how far; a line counts as one of these at most. */
export type BatchCounts = Readonly<{
  verdict: 'approved' | 'withdrawn' | null;
  lines: number;
  /** The bank paid it. */
  arrived: number;
  /** The bank sent it back. */
  returned: number;
  /** The bank told nothing, and its account is another by now. */
  changed: number;
  /** The bank told nothing, and its booking was taken back. */
  undone: number;
}>;

/** How far a batch is: approval falls while the bank told nothing yet and an account changed or a booking was taken back. */
export type BatchState = 'waiting' | 'approved' | 'fallen' | 'undone' | 'withdrawn';

/**
 * How far a batch is. An approval is of accounts as they were: it falls when one of them changes before the bank paid, and
 * of a list that fell nothing goes to the bank. 'undone' when no booking of it stands any more. reliability L3.
 */
export function batchState({ verdict, lines, arrived, returned, changed, undone }: BatchCounts): BatchState {
  if (verdict === null) return 'waiting';
  if (verdict === 'withdrawn') return 'withdrawn';
  if (changed + undone === 0) return 'approved';
  return arrived + returned + undone === lines ? 'undone' : 'fallen';
}
