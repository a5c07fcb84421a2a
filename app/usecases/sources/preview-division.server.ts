import { type Queryable } from '#db/client';
import { type Wijk, wijkenOn } from '#db/reads/area/area';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { assertTerms } from '~/domain/ledger/source';
import { divideYearly } from '~/domain/money/allocate';
import { type Cents, subtract, zero } from '~/domain/money/cents';
import { type SourceTerms } from './create-source.server';

export type Part = {
  areaId: string;
  name: string;
  inhabitants: number;
  footCents: Cents;
  restCents: Cents;
  cents: Cents;
};
/** What each wijk gets, by name, and the names of the wijken without people, which get nothing. */
export type Division = { parts: Part[]; skipped: string[] };

/** The amount of a source for its year, in cents, and its terms. */
export type SourceAmounts = SourceTerms & { totalCents: Cents; footCents: Cents };

/**
 * How a yearly amount would be divided over the wijken where people live: the same cents that `divideYear` books for
 * them; money for one wijk goes there whole. Throws 'amountInvalid', 'footsExceedTotal', 'noInhabitants' (domain.md
 * E8), 'choiceInvalid' for what is no wijk, and the refusals of assertTerms.
 */
export async function previewDivision(
  { db, today }: { db: Queryable; today: CalendarDate },
  { totalCents, footCents, ...terms }: SourceAmounts,
): Promise<Division> {
  assertTerms(terms);
  const wijken = await wijkenOn(db, today);
  if (terms.areaId !== null) return toOne(wijken, terms.areaId, totalCents);
  // The order of divideYear: a cent that is left over goes to the same wijk in both.
  const lived = wijken
    .flatMap(({ id, name, inhabitants }) => (inhabitants ? [{ areaId: id, name, inhabitants }] : []))
    .sort((a, b) => (a.areaId < b.areaId ? -1 : 1));
  const amounts = divideYearly(
    totalCents,
    footCents,
    lived.map(({ inhabitants }) => inhabitants),
  );
  const parts = lived.map((wijk, index) => {
    const cents = amounts[index] ?? zero;
    return { ...wijk, footCents, restCents: subtract(cents, footCents), cents };
  });
  return {
    parts: parts.sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    skipped: wijken.filter(({ inhabitants }) => !inhabitants).map(({ name }) => name),
  };
}

function toOne(wijken: readonly Wijk[], areaId: string, cents: Cents): Division {
  const wijk = wijken.find(({ id }) => id === areaId);
  if (!wijk) throw new DomainError('choiceInvalid', { field: 'areaId' });
  if (cents <= 0n) throw new DomainError('amountInvalid', { field: 'totalCents' });
  const { name, inhabitants } = wijk;
  const part = { areaId, name, inhabitants: inhabitants ?? 0, footCents: zero, restCents: cents, cents };
  return { parts: [part], skipped: [] };
}
