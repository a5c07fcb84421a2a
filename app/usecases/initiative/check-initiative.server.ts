import { type Queryable } from '#db/client';
import { applicantsOf, linesOf, supportOf } from '#db/reads/initiative/initiative';
import { type SchemeVersion } from '#db/reads/initiative/scheme';
import { type InitiativeContent } from '#db/writes/initiative/initiative';
import { ageOn, type CalendarDate } from '~/domain/calendar';
import { DomainError, type RefusalCode, type RefusalDetail } from '~/domain/errors';
import { type BudgetLine, budgetTotals } from '~/domain/initiative/budget';
import { missingFields, type NeededField } from '~/domain/initiative/completeness';
import { checkAgainstScheme, type Finding, type RuleField } from '~/domain/initiative/rules';
import { cents, type Cents } from '~/domain/money/cents';

/** One thing that keeps an initiative from being published or submitted; amounts in the detail are cents. */
export interface Shortcoming {
  code: RefusalCode;
  field: NeededField | RuleField;
  detail: RefusalDetail;
}

type Written = InitiativeContent & { id: string; areaId: string };

/**
 * Everything in which an initiative falls short of being whole and of the rules of its wijk's fund, empty fields first.
 * Support is among it: whoever publishes to gather it leaves that one out. domain.md §2.1–2.4.
 */
export async function checkInitiative(
  db: Queryable,
  written: Written,
  version: SchemeVersion,
  today: CalendarDate,
): Promise<Shortcoming[]> {
  const lines = await linesOf(db, written.id);
  const applicants = await applicantsOf(db, written.id);
  const support = await supportOf(
    db,
    written,
    applicants.map(({ personId }) => personId),
  );
  const bornOn = applicants.find(({ part }) => part === 'applicant')?.bornOn ?? null;
  const facts = { today, age: bornOn && ageOn(bornOn, today), supportFor: support.for };
  const totals = totalsOf(lines, written.ownContributionCents);
  const missing = missingFields({ ...written, lines }).map(missed);
  const nothing = lines.length > 0 && totals.requestedCents <= 0n ? [nothingRequested] : [];
  const findings = checkAgainstScheme({ ...totals, startsOn: written.startsOn }, version, facts);
  const missingNames = missing.map(({ field }) => field as string);
  return [
    ...missing,
    ...nothing,
    ...findings
      .filter(({ field }) => !missingNames.includes(field))
      .map((found) => named(found, written, totals)),
  ];
}

/** Throws the first of these as the refusal it is, at its field. */
export function assertNone(shortcomings: readonly Shortcoming[]): void {
  const [first] = shortcomings;
  if (first) throw new DomainError(first.code, { field: first.field, detail: first.detail });
}

/** The totals of a begroting in cents; what is asked is never below zero, however unfinished the concept. */
export function totalsOf(lines: readonly BudgetLine[], ownCents: Cents) {
  const totals = budgetTotals({ lines, ownCents, otherCents: cents(0n) });
  return totals.requestedCents < 0n ? { ...totals, requestedCents: cents(0n) } : totals;
}

const missed = (field: NeededField): Shortcoming => ({ code: 'required', field, detail: {} });
const nothingRequested: Shortcoming = { code: 'nothingRequested', field: 'lines', detail: {} };

/** Gives the numbers of a finding the names that its sentence uses. */
function named(
  { code, field, detail }: Finding,
  written: Written,
  { requestedCents }: { requestedCents: Cents },
): Shortcoming {
  const have = code === 'ownContributionShort' ? written.ownContributionCents : (detail.supportFor ?? 0);
  return { code, field, detail: { ...detail, requested: requestedCents, have } };
}
