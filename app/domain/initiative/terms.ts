import { addDays, addWeeks, type CalendarDate, daysBetween, weekdayOf } from '../calendar';

/** Is this date a public holiday in the Netherlands? The calendar comes in, so that the core stays pure. */
export type IsHoliday = (date: CalendarDate) => boolean;

/** The applicant was asked to complete the application, and when that ended. */
export interface Suspension {
  askedOn: CalendarDate;
  /** The day it was completed, or the day the term given passed unused. */
  endedOn: CalendarDate;
}

export interface DecisionTerm {
  receivedOn: CalendarDate;
  /** Weeks the scheme gives the council to decide. */
  weeks: number;
  suspensions: readonly Suspension[];
  isHoliday: IsHoliday;
}

const objectionWeeks = 6;

/**
 * Days that the clock stood still: from the day after the request until, not including, the day it ended.
 * Art. 4:15 Awb, domain.md §2.3.
 */
export function suspendedDays({ askedOn, endedOn }: Suspension): number {
  return Math.max(0, daysBetween(askedOn, endedOn) - 1);
}

/**
 * The last day to decide: receipt + weeks + suspended days, moved to the next working day.
 * Art. 4:13 and 4:15 Awb, Algemene termijnenwet, domain.md §2.4.
 */
export function decisionDate({ receivedOn, weeks, suspensions, isHoliday }: DecisionTerm): CalendarDate {
  const days = suspensions.reduce((total, suspension) => total + suspendedDays(suspension), 0);
  return nextWorkingDay(addDays(addWeeks(receivedOn, weeks), days), isHoliday);
}

/**
 * The last day to object: six weeks that begin on the day after publication, moved to the next working day.
 * Art. 6:7 and 6:8 Awb, Algemene termijnenwet.
 */
export function objectionEnd(publishedOn: CalendarDate, isHoliday: IsHoliday): CalendarDate {
  return nextWorkingDay(addWeeks(publishedOn, objectionWeeks), isHoliday);
}

/** The day before which one writes to the board of a foundation: six weeks from the decision. domain.md §2.5. */
export function boardAppealBefore(decidedOn: CalendarDate): CalendarDate {
  return addWeeks(decidedOn, objectionWeeks);
}

/** The date itself, or the first day after it that is no Saturday, Sunday or public holiday. */
export function nextWorkingDay(date: CalendarDate, isHoliday: IsHoliday): CalendarDate {
  let day = date;
  while (weekdayOf(day) >= 6 || isHoliday(day)) day = addDays(day, 1);
  return day;
}
