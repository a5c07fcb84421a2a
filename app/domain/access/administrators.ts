import { type CalendarDate } from '../calendar';
import { DomainError } from '../errors';

/** Days from the first up to, not including, the last; without an end when that is null. */
export type Days = { validFrom: CalendarDate; validTo: CalendarDate | null };

/**
 * Throws 'lastAdmin' when on one of these days, on which somebody administers now, nobody would any more. `staying` are the
 * terms of the administrators who can sign in and go on.
 */
export function assertAdministered(lost: readonly Days[], staying: readonly Days[]): void {
  const inOrder = [...staying].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  if (!lost.every((days) => isCovered(days, inOrder))) throw new DomainError('lastAdmin');
}

/** Walks from the first day on: each term that begins before a gap opens carries it further. */
function isCovered({ validFrom, validTo }: Days, inOrder: readonly Days[]): boolean {
  let reached = validFrom;
  for (const term of inOrder) {
    if (validTo !== null && reached >= validTo) return true;
    if (term.validFrom > reached) return false;
    if (term.validTo === null) return true;
    if (term.validTo > reached) reached = term.validTo;
  }
  return validTo !== null && reached >= validTo;
}

/** What of these terms lies on or after a day. */
export function daysFrom(day: CalendarDate, terms: readonly Days[]): Days[] {
  return terms
    .filter(({ validTo }) => validTo === null || validTo > day)
    .map(({ validFrom, validTo }) => ({ validFrom: validFrom > day ? validFrom : day, validTo }));
}
