import { addDays, type CalendarDate } from '../calendar';
import { DomainError } from '../errors';
import { type Cents } from '../money/cents';

interface MandateTerm {
  id: string;
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
}

/**
 * From which day on a new mandate may hold: tomorrow where one holds today, because the council may have decided under it.
 */
export function mandateFrom(mandates: readonly MandateTerm[], today: CalendarDate): CalendarDate {
  return mandates.some((term) => holdsOn(term, today)) ? addDays(today, 1) : today;
}

/** The mandate that a new one from a day on ends. Throws 'rulesTaken' where one begins on that day or later. */
export function mandateEndedBy<Term extends MandateTerm>(
  mandates: readonly Term[],
  from: CalendarDate,
): Term | undefined {
  if (mandates.some(({ validFrom }) => validFrom >= from)) {
    throw new DomainError('rulesTaken', { field: 'from' });
  }
  return mandates.find((term) => holdsOn(term, from));
}

const holdsOn = ({ validFrom, validTo }: MandateTerm, day: CalendarDate) =>
  validFrom <= day && (validTo === null || validTo > day);

export interface RoutingInput {
  /** What is asked from the fund, in cents. */
  amount: Cents;
  /** Areas the initiative touches. */
  areaIds: readonly string[];
  /** Areas this buurtraad decides for. */
  buurtraadAreaIds: readonly string[];
  maxPerDecision: Cents;
  /** Already granted to or asked by this applicant this year, without `amount`, in cents. */
  cumulativeForApplicant: Cents;
  maxPerApplicantPerYear: Cents;
  /** Granted by this body this year, without `amount`, in cents. */
  grantedThisYear: Cents;
  /** Null without such a limit. */
  maxPerPeriod: Cents | null;
  theme: string;
  /** What the body may decide about; empty for everything. */
  themes: readonly string[];
  /** False when conflicts of interest leave too few members: see `quorumPossible`. */
  quorumPossible: boolean;
}

export type RoutingReason =
  | 'withinMandate'
  | 'severalAreas'
  | 'otherTheme'
  | 'aboveMandate'
  | 'periodSpent'
  | 'cumulative'
  | 'quorumImpossible';

export interface Route {
  body: 'buurtraad' | 'stadsraad';
  because: RoutingReason;
}

/**
 * Which body decides? The first reason that applies sends an initiative to the stadsraad. Limits themselves
 * are still within the mandate. domain.md §3.4.
 */
export function routeInitiative(input: RoutingInput): Route {
  const because = reasonOf(input);
  return { body: because === 'withinMandate' ? 'buurtraad' : 'stadsraad', because };
}

function reasonOf(input: RoutingInput): RoutingReason {
  if (input.areaIds.some((id) => !input.buurtraadAreaIds.includes(id))) return 'severalAreas';
  const own = limitOf(input);
  if (own !== null) return own;
  if (input.cumulativeForApplicant + input.amount > input.maxPerApplicantPerYear) return 'cumulative';
  if (!input.quorumPossible) return 'quorumImpossible';
  return 'withinMandate';
}

type Limits = Pick<
  RoutingInput,
  'amount' | 'maxPerDecision' | 'grantedThisYear' | 'maxPerPeriod' | 'theme' | 'themes'
>;

/** Which limit of its own mandate keeps a body from deciding, whichever body it is; null when none does. domain.md §3.4. */
export function limitOf(input: Limits): 'otherTheme' | 'aboveMandate' | 'periodSpent' | null {
  const { amount, maxPerDecision, grantedThisYear, maxPerPeriod, theme, themes } = input;
  if (themes.length > 0 && !themes.includes(theme)) return 'otherTheme';
  if (amount > maxPerDecision) return 'aboveMandate';
  return maxPerPeriod !== null && grantedThisYear + amount > maxPerPeriod ? 'periodSpent' : null;
}
