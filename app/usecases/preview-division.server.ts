import { type Queryable } from '#db/client';
import { wijkenOn } from '#db/reads/area';
import { type CalendarDate } from '~/domain/calendar';
import { divideYearly } from '~/domain/money/allocate';
import { type Cents, subtract, zero } from '~/domain/money/cents';

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

/**
 * How a yearly amount would be divided over the wijken where people live: the same cents that `divideYear` books for
 * them. Throws 'amountInvalid', 'footsExceedTotal' and 'noInhabitants' (domain.md E8).
 */
export async function previewDivision(
  { db, today }: { db: Queryable; today: CalendarDate },
  { totalCents, footCents }: { totalCents: Cents; footCents: Cents },
): Promise<Division> {
  const wijken = await wijkenOn(db, today);
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
