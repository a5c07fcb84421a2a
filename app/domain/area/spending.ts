import { type Cents, cents, sum } from '../money/cents';

/** Below this many inhabitants a figure per head says more about people than about money. */
export const fewestForPerHead = 100;

/** An amount per inhabitant, in cents, or why there is none: few people live there, or nobody knows how many do. */
export type PerHead = Cents | 'few' | 'unknown';

/** An amount of zero or more per inhabitant, in cents rounded half up (domain.md E7). */
export function perHead(amount: Cents, inhabitants: number | null): PerHead {
  if (inhabitants === null) return 'unknown';
  if (inhabitants < fewestForPerHead) return 'few';
  const heads = BigInt(inhabitants);
  return cents((2n * amount + heads) / (2n * heads));
}

/** The budget of several wijken together per inhabitant of them all, as `perHead`; an unknown number of people counts as none. */
export function perHeadOf(
  wijken: readonly Readonly<{ budget: Cents; inhabitants: number | null }>[],
): PerHead {
  return perHead(
    sum(wijken.map(({ budget }) => budget)),
    wijken.reduce((total, { inhabitants }) => total + (inhabitants ?? 0), 0),
  );
}

/** In which fifth of its budget a wijk stands: 0 for nothing given away up to 4 for 80 % and more; null without money. */
export type SpendingStep = 0 | 1 | 2 | 3 | 4;

/** Whole percents of the budget that are granted or paid, rounded down; null for a wijk without a budget. */
export function shareSpent(budget: { budget: Cents; granted: Cents; paid: Cents }): number | null {
  if (budget.budget <= 0n) return null;
  return Number(((budget.granted + budget.paid) * 100n) / budget.budget);
}

export function spendingStep(share: number | null): SpendingStep | null {
  if (share === null) return null;
  return Math.min(4, Math.max(0, Math.floor(share / 20))) as SpendingStep;
}
