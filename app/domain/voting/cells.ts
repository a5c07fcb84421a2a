import { type CalendarDate, calendarDate } from '../calendar';

const dutch = /^(?<day>\d{1,2})[.-](?<month>\d{1,2})[.-](?<year>\d{4})$/;
const iso = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/;

/** A day as files write it: 'dd.mm.yyyy' (voting.md §2), with hyphens as a spreadsheet has it, or 'yyyy-mm-dd'; else null. */
export function dayIn(text: string): CalendarDate | null {
  const found = (dutch.exec(text) ?? iso.exec(text))?.groups;
  if (!found) return null;
  try {
    return calendarDate(`${found.year}-${found.month!.padStart(2, '0')}-${found.day!.padStart(2, '0')}`);
  } catch {
    return null;
  }
}

/** The year of a date in a file, be it the year alone; null where there is none. */
export function yearIn(text: string): number | null {
  return Number(dayIn(text)?.slice(0, 4) ?? /\b(?:19|20)\d\d$/.exec(text)?.[0]) || null;
}

/** Whether a date in a file is nothing, a day or a year, as the format has them. */
export function isDateUnderstood(text: string): boolean {
  return text === '' || /^(?:19|20)\d\d$/.test(text) || dayIn(text) !== null;
}

/** A currency as ISO 4217 has it; null for anything else. */
export function currencyIn(text: string): string | null {
  return /^[A-Z]{3}$/.test(text) ? text : null;
}

/** What the city's own column says of a project; null for nothing, and for what the format does not have. */
export function chosenIn(text: string | null): number | null {
  return /^\d$/.test(text ?? '') ? Number(text) : null;
}

/** A point on earth, or none when one half is missing or no such number. */
export function pointAt(latitude: string | null, longitude: string | null) {
  const [north, east] = [latitude, longitude].map((text) => (text === null ? NaN : Number(text)));
  const real = Math.abs(north!) <= 90 && Math.abs(east!) <= 180 && !(north === 0 && east === 0);
  return real ? { latitude: north!, longitude: east! } : { latitude: null, longitude: null };
}
