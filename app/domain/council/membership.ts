import { addDays, type CalendarDate, calendarDate, yearOf } from '../calendar';
import { DomainError } from '../errors';
import { type Window, windows } from '../windows';

export const duties = ['member', 'chair', 'secretary'] as const;
/** What a member does in a council besides sitting in it. */
export type Duty = (typeof duties)[number];

export const appointments = ['elected', 'appointed', 'coOpted', 'drawn', 'delegated'] as const;
/**
 * How somebody came to sit in a council: elected by residents, appointed by the gemeente, asked by the council itself, drawn by
 * lot, or sent by another council. domain.md §3.1.
 */
export type Appointment = (typeof appointments)[number];

/** A person in a seat: from a day up to, not including, another. */
export interface Term {
  seatId: string;
  personId: string;
  duty: Duty;
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
}

type Period = Pick<Term, 'validFrom' | 'validTo'>;

const meet = (a: Period, b: Period) =>
  (a.validTo === null || a.validTo > b.validFrom) && (b.validTo === null || b.validTo > a.validFrom);

/**
 * May this person sit there then, beside all who ever sat in the same council? Throws 'seatTaken', 'seatedAlready' (nobody sits
 * twice in one council) and 'dutyTaken' (one chair and one secretary at a time). domain.md §3.5.
 */
export function assertSeating(wanted: Term, others: readonly Term[]): void {
  const then = others.filter((other) => meet(wanted, other));
  if (then.some(({ seatId }) => seatId === wanted.seatId))
    throw new DomainError('seatTaken', { field: 'from' });
  if (then.some(({ personId }) => personId === wanted.personId)) {
    throw new DomainError('seatedAlready', { field: 'email' });
  }
  if (wanted.duty !== 'member' && then.some(({ duty }) => duty === wanted.duty)) {
    throw new DomainError('dutyTaken', { field: 'duty' });
  }
}

/** The first day after a term of so many years that begins on a day; a term of 29 February ends on 1 March. */
export function termEnd(from: CalendarDate, years: number): CalendarDate {
  const day = from.endsWith('02-29') ? addDays(from, 1) : from;
  return calendarDate(`${yearOf(day) + years}${day.slice(4)}`);
}

/**
 * Which day may become the last of a membership, seen today: today or its first day at the earliest, and a day before it ends
 * anyway. Throws 'alreadyDone' where there is no such day.
 */
export function endingWindow({ validFrom, validTo }: Period, today: CalendarDate): Window {
  const earliest = validFrom > today ? validFrom : today;
  const latest = validTo === null ? windows.other.latest : addDays(validTo, -2);
  if (latest < earliest) throw new DomainError('alreadyDone');
  return { earliest, latest };
}
