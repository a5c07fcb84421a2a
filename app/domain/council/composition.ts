import { addDays, type CalendarDate } from '../calendar';
import { DomainError } from '../errors';

export const seatKinds = ['resident', 'professional', 'networker', 'areaManager'] as const;
export type SeatKind = (typeof seatKinds)[number];

export interface Seat {
  kind: SeatKind;
  voting: boolean;
  filled: boolean;
}

export interface CompositionTest {
  /** Filled voting seats. */
  filled: number;
  residents: number;
  /** Residents needed among the filled voting seats. */
  needed: number;
  met: boolean;
}

/**
 * May the council be declared constituted? Residents must hold at least half of the filled voting seats, or the larger part
 * that its rules of order ask; an empty council never is. domain.md §0.9, §3.2.
 */
export function testComposition(seats: readonly Seat[], residentsPct = 50): CompositionTest {
  const votes = seats.filter((seat) => seat.voting && seat.filled);
  const residents = votes.filter((seat) => seat.kind === 'resident').length;
  const needed = Math.ceil((votes.length * residentsPct) / 100);
  return { filled: votes.length, residents, needed, met: votes.length > 0 && residents >= needed };
}

/** A seat with a vote while somebody sits in it: from a day up to, not including, another. */
export interface Sitting {
  kind: SeatKind;
  from: CalendarDate;
  to: CalendarDate | null;
}

interface SeatTerm {
  kind: SeatKind;
  voting: boolean;
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
}

/** When seats with a vote were filled, out of all terms of a council. */
export function sittingsIn(terms: readonly SeatTerm[]): Sitting[] {
  return terms
    .filter(({ voting }) => voting)
    .map(({ kind, validFrom, validTo }) => ({ kind, from: validFrom, to: validTo }));
}

/** What the rules of order ask from a day on. */
export interface CompositionRule {
  validFrom: CalendarDate;
  residentsPct: number;
  graceDays: number;
}

export interface Shortage {
  /** The first day on which there were too few residents. */
  since: CalendarDate;
  /** The last day on which that is allowed. */
  graceUntil: CalendarDate;
}

const standard = { residentsPct: 50, graceDays: 90 };

/**
 * Since when a council has been short of residents, seen on a day, and until when that is allowed; null while it has enough,
 * or nobody at all. Each day is tested by the rules of that day; without rules half, and 90 days. domain.md §3.5.
 */
export function shortageOn(
  sittings: readonly Sitting[],
  rules: readonly CompositionRule[],
  on: CalendarDate,
): Shortage | null {
  const turns = [
    on,
    ...sittings.flatMap(({ from, to }) => [from, to]),
    ...rules.map((rule) => rule.validFrom),
  ]
    .filter((day) => day !== null)
    .filter((day) => day <= on)
    .sort()
    .reverse();
  const whole = turns.findIndex((day) => !isShort(sittings, ruleOn(rules, day), day));
  const since = (whole === -1 ? turns : turns.slice(0, whole)).at(-1);
  return since === undefined ? null : { since, graceUntil: addDays(since, ruleOn(rules, since).graceDays) };
}

/** Whether the time is over in which a council may decide although it is short of residents. */
export const isGraceOver = (shortage: Shortage | null, on: CalendarDate): shortage is Shortage =>
  shortage !== null && shortage.graceUntil < on;

/** Passes a council that may decide on a day. Throws 'tooFewResidents' where its grace is over. domain.md §3.5. */
export function assertGrace(shortage: Shortage | null, on: CalendarDate): void {
  if (!isGraceOver(shortage, on)) return;
  const { since, graceUntil } = shortage;
  throw new DomainError('tooFewResidents', { detail: { since, lastDay: graceUntil } });
}

function isShort(
  sittings: readonly Sitting[],
  { residentsPct }: { residentsPct: number },
  day: CalendarDate,
) {
  const seats = sittings
    .filter(({ from, to }) => from <= day && (to === null || to > day))
    .map(({ kind }) => ({ kind, voting: true, filled: true }));
  return seats.length > 0 && !testComposition(seats, residentsPct).met;
}

function ruleOn(rules: readonly CompositionRule[], day: CalendarDate) {
  return rules.filter(({ validFrom }) => validFrom <= day).sort(newestFirst)[0] ?? standard;
}

const newestFirst = (a: CompositionRule, b: CompositionRule) => (a.validFrom < b.validFrom ? 1 : -1);
