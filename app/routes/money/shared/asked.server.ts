import { type MoneyQuery } from '#db/reads/money/rows';
import { endedYear } from '#db/reads/yearEnd/result';
import { type CalendarDate, typedDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { themes } from '~/domain/initiative/purpose';
import { type Figure, figures } from '~/domain/ledger/figure';
import { kolommen } from '~/domain/ledger/kolom';
import { type Visit } from '~/http/visit.server';

/** A day asked for in `?op=`: the day, or null for now with what is wrong with the text that was typed. */
export type AskedDay = { on: CalendarDate | null; error: 'invalid' | 'future' | null };

/** Reads `?op=`: a day up to today. */
export function askedDay({ url, context: { today } }: Visit): AskedDay {
  const typed = url.searchParams.get('op') ?? '';
  if (typed === '') return { on: null, error: null };
  try {
    const on = typedDate(typed);
    return on > today ? { on: null, error: 'future' } : { on, error: null };
  } catch (error) {
    if (error instanceof DomainError) return { on: null, error: 'invalid' };
    throw error;
  }
}

/**
 * Which number's rows an address asks for, in a year. A filter that is no choice is refused rather than left out, since
 * the rows would then add up to another number. Throws 'choiceInvalid' and 'dateInvalid'.
 */
export function askedRows(visit: Visit, year: number, parties: Parties): MoneyQuery {
  const { on, error } = askedDay(visit);
  if (error) throw new DomainError('dateInvalid');
  const slugs = parties.wijken.map(({ slug }) => slug);
  const codes = parties.sources.map(({ code }) => code);
  return {
    figure: oneOf(visit, 'maat', Object.keys(figures) as Figure[]) ?? 'budget',
    year,
    on,
    wijk: oneOf(visit, 'wijk', slugs),
    kolom: oneOf(visit, 'kolom', kolommen),
    source: oneOf(visit, 'bron', codes),
    theme: oneOf(visit, 'thema', [...themes, 'none'] as const),
  };
}

/** Where the money went that was left of a year, as of a day; null while its end was not booked. */
export const endedAt = async ({ context }: Visit, { year, on }: { year: number; on: CalendarDate | null }) =>
  on === null || on >= `${year}-12-31` ? endedYear(context.db, year) : null;

type Parties = { wijken: readonly { slug: string }[]; sources: readonly { code: string }[] };

function oneOf<T extends string>({ url }: Visit, name: string, values: readonly T[]): T | null {
  const asked = url.searchParams.get(name) ?? '';
  if (asked === '') return null;
  const found = values.find((value) => value === asked);
  if (found === undefined) throw new DomainError('choiceInvalid');
  return found;
}
