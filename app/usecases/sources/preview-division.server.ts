import { type Queryable } from '#db/client';
import { type Wijk, wijkenOn } from '#db/reads/area/area';
import { sharesPerWijk, sourceOfName } from '#db/reads/sources/source';
import { type CalendarDate } from '~/domain/calendar';
import { DomainError } from '~/domain/errors';
import { type DivisionRule, type Weight } from '~/domain/ledger/division';
import { assertTerms } from '~/domain/ledger/source';
import { type Cents, subtract, zero } from '~/domain/money/cents';
import { type SourceTerms } from './create-source.server';
import { dividedOver } from './parts/division.server';

export type Part = {
  areaId: string;
  slug: string;
  name: string;
  inhabitants: number | null;
  weight: Weight;
  footCents: Cents;
  restCents: Cents;
  cents: Cents;
  /** What it was promised by the source of the same name a year before; null where there was none. */
  lastYear: Cents | null;
};
/** What each wijk gets, by name, and the names of the wijken without people, which get nothing. */
export type Division = { parts: Part[]; skipped: string[] };

/** The amount of a source for its year, in cents, its terms, and how it is divided. */
export type SourceAmounts = SourceTerms & DivisionRule & { name: string; year: number; totalCents: Cents };

/**
 * How a yearly amount would be divided over the wijken, by inhabitants over those where people live: the same cents that
 * `divideYear` books for them; money for one wijk goes there whole. Throws 'amountInvalid', 'choiceInvalid' for what is no
 * wijk, and the refusals of assertTerms and `dividedOver`.
 */
export async function previewDivision(
  { db, today }: { db: Queryable; today: CalendarDate },
  source: SourceAmounts,
): Promise<Division> {
  assertTerms(source);
  const wijken = await wijkenOn(db, today);
  if (source.areaId !== null) return toOne(wijken, source.areaId, source.totalCents);
  const skipped = source.by === 'inhabitants' ? wijken.filter(({ inhabitants }) => !inhabitants) : [];
  const over = wijken.filter((wijk) => !skipped.includes(wijk));
  const parts = dividedOver(source.totalCents, source, over);
  const before = await promisedBefore(db, source);
  return {
    parts: parts
      .map(({ id, ...part }) => ({
        ...part,
        ...{ areaId: id, footCents: source.footCents, restCents: subtract(part.cents, source.footCents) },
        lastYear: before && (before.get(part.slug) ?? zero),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'nl')),
    skipped: skipped.map(({ name }) => name),
  };
}

/** What each wijk was promised by the source of the same name a year before; null where there was none. */
async function promisedBefore(db: Queryable, { name, year }: { name: string; year: number }) {
  const id = await sourceOfName(db, { name, year: year - 1 });
  if (id === undefined) return null;
  const shares = await sharesPerWijk(db, id);
  return new Map(shares.map(({ slug, promised }) => [slug, promised]));
}

function toOne(wijken: readonly Wijk[], areaId: string, cents: Cents): Division {
  const wijk = wijken.find(({ id }) => id === areaId);
  if (!wijk) throw new DomainError('choiceInvalid', { field: 'areaId' });
  if (cents <= 0n) throw new DomainError('amountInvalid', { field: 'totalCents' });
  const part = { ...wijk, areaId, weight: 0n, footCents: zero, restCents: cents, cents, lastYear: null };
  return { parts: [part], skipped: [] };
}
