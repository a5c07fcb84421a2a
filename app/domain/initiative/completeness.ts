import { type CalendarDate } from '../calendar';
import { trimmed } from '../text';

/** What an applicant must have written before an initiative can become public. */
export interface Concept {
  title: string;
  summary: string;
  theme: string | null;
  story: string;
  place: string;
  startsOn: CalendarDate | null;
  lines: readonly unknown[];
}

const needed = ['title', 'summary', 'theme', 'story', 'place', 'startsOn', 'lines'] as const;

/** A field that may not stay empty, in the order of the form. */
export type NeededField = (typeof needed)[number];

/** The fields of a concept that are still empty, in the order of the form; what nobody sees counts as empty. */
export function missingFields(concept: Concept): NeededField[] {
  return needed.filter((field) => isEmpty(concept[field]));
}

function isEmpty(value: string | readonly unknown[] | null): boolean {
  if (value === null) return true;
  return typeof value === 'string' ? trimmed(value) === '' : value.length === 0;
}
