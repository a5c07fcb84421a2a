import { onRoster, type OnRoster } from '#db/reads/people/roster';
import { addDays, type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { idIn } from '~/http/address.server';
import { type Visit } from '~/http/visit.server';

type Term = OnRoster['terms'][number];

/** A role or seat as people say its term: when it began or begins, and the last day on which it counts. */
export type ShownTerm = Pick<Term, 'id' | 'kind' | 'role' | 'place' | 'validFrom'> & {
  /** Null when it has no end. */
  lastDay: CalendarDate | null;
  /** `never` was taken back before it began. */
  when: 'now' | 'later' | 'over' | 'never';
};

/** A role or seat as a page shows it today. */
export function shownTerm(
  { id, kind, role, place, validFrom, validTo }: Term,
  today: CalendarDate,
): ShownTerm {
  const lastDay = validTo === null ? null : addDays(validTo, -1);
  const shown = { id, kind, role, place, validFrom, lastDay };
  if (validTo === validFrom) return { ...shown, when: 'never' };
  if (validTo !== null && validTo <= today) return { ...shown, when: 'over' };
  return { ...shown, when: validFrom > today ? 'later' : 'now' };
}

/** The person in the address, as an administrator sees them. Throws 'notFound'. */
export async function askedPerson({ context: { db, now }, params }: Visit): Promise<OnRoster> {
  const found = await onRoster(db, idIn(params.id), now);
  if (!found) throw new DomainError('notFound');
  return found;
}

/** What somebody is called: by their name, or by their address as long as we know no name. */
export const calledOf = ({ name, email }: Pick<OnRoster, 'name' | 'email'>): string => name ?? email;
