import { administratorTerms } from '#db/reads/people/terms';
import { type Transaction } from '#db/client';
import { assertAdministered, daysFrom } from '~/domain/access/administrators';
import { type CalendarDate } from '~/domain/calendar';

/** Throws 'lastAdmin' when without this person nobody would administer on some day from `from` on. Asked as the other is. */
export async function assertMayGoWithout(
  tx: Transaction,
  personId: string,
  from: CalendarDate,
): Promise<void> {
  const terms = await administratorTerms(tx);
  const own = terms.filter((term) => term.personId === personId);
  const others = terms.filter((term) => term.personId !== personId);
  assertAdministered(daysFrom(from, own), others);
}

/**
 * Throws 'lastAdmin' when these roles end from a day on and with them the last administrator who can sign in. Roles of others and
 * of who cannot sign in may end. Asked while nobody else ends one (`lockRoles`); the database asks it again.
 */
export async function assertRolesMayEnd(
  tx: Transaction,
  ending: readonly { id: string; from: CalendarDate }[],
): Promise<void> {
  const terms = await administratorTerms(tx);
  const endOf = new Map(ending.map(({ id, from }) => [id, from]));
  const lost = terms.flatMap((term) => {
    const from = endOf.get(term.id);
    return from === undefined ? [] : daysFrom(from, [term]);
  });
  const staying = terms.flatMap((term) => {
    const validTo = endOf.get(term.id);
    return validTo === undefined ? [term] : [{ ...term, validTo }];
  });
  assertAdministered(lost, staying);
}
