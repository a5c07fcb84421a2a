import { type Cents } from '../money/cents';

/** For, against, or no opinion. */
export type Stance = 'for' | 'against' | 'none';

/** From this requested amount on, in cents, an initiative needs so many neighbours in favour. */
export interface SupportTier {
  fromCents: Cents;
  minFor: number;
}

/**
 * How many people said what: one statement a person, none of the applicants. Of those in favour `unproven` live in the wijk by
 * their own word alone. domain.md §2.4.
 */
export type SupportCount = Record<Stance, number> & { unproven: number };

/** How many neighbours in favour this amount needs: the highest tier it reaches, 0 below all tiers. */
export function supportNeeded(amount: Cents, tiers: readonly SupportTier[]): number {
  const reached = tiers.filter((tier) => tier.fromCents <= amount);
  return reached.reduce((needed, tier) => Math.max(needed, tier.minFor), 0);
}

/** Are enough neighbours in favour? Those against or without opinion are shown, but change nothing here. */
export function supportMet(supportFor: number, amount: Cents, tiers: readonly SupportTier[]): boolean {
  return supportFor >= supportNeeded(amount, tiers);
}
