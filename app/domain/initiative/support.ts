import { type Cents } from '../money/cents';

/** For, against, or no opinion. */
export type Stance = 'for' | 'against' | 'none';

export interface SupportStatement {
  personId: string;
  stance: Stance;
}

/** From this requested amount on, in cents, an initiative needs so many neighbours in favour. */
export interface SupportTier {
  fromCents: Cents;
  minFor: number;
}

export type SupportCount = Record<Stance, number>;

/**
 * Counts stances: one per person (the last one given), and none of the applicants themselves.
 * domain.md §2.4.
 */
export function countSupport(
  statements: readonly SupportStatement[],
  applicantIds: readonly string[],
): SupportCount {
  const stances = new Map(statements.map(({ personId, stance }) => [personId, stance]));
  for (const applicantId of applicantIds) stances.delete(applicantId);
  const count: SupportCount = { for: 0, against: 0, none: 0 };
  for (const stance of stances.values()) count[stance] += 1;
  return count;
}

/** How many neighbours in favour this amount needs: the highest tier it reaches, 0 below all tiers. */
export function supportNeeded(amount: Cents, tiers: readonly SupportTier[]): number {
  const reached = tiers.filter((tier) => tier.fromCents <= amount);
  return reached.reduce((needed, tier) => Math.max(needed, tier.minFor), 0);
}

/** Are enough neighbours in favour? Those against or without opinion are shown, but change nothing here. */
export function supportMet(supportFor: number, amount: Cents, tiers: readonly SupportTier[]): boolean {
  return supportFor >= supportNeeded(amount, tiers);
}
