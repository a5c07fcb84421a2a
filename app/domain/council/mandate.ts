import { type Cents } from '../money/cents';

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
  /** False when conflicts of interest leave too few members: see `quorumPossible`. */
  quorumPossible: boolean;
}

export type RoutingReason =
  'withinMandate' | 'severalAreas' | 'aboveMandate' | 'cumulative' | 'quorumImpossible';

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
  if (input.amount > input.maxPerDecision) return 'aboveMandate';
  if (input.cumulativeForApplicant + input.amount > input.maxPerApplicantPerYear) return 'cumulative';
  if (!input.quorumPossible) return 'quorumImpossible';
  return 'withinMandate';
}
