import { DomainError } from '../errors';
import { add, type Cents, negate, sum, zero } from '../money/cents';
import { type Account } from './accounts';

/** One line of an entry: cents on one account from one funding source, debit positive and credit negative. */
export type Leg = Readonly<{ account: Account; cents: Cents; sourceId: string }>;

/** Cents of one funding source; lists of shares say how an amount is made up. */
export type Share = Readonly<{ sourceId: string; cents: Cents }>;

export function debit(account: Account, share: Share): Leg {
  return { account, cents: share.cents, sourceId: share.sourceId };
}

export function credit(account: Account, share: Share): Leg {
  return { account, cents: negate(share.cents), sourceId: share.sourceId };
}

/** The side on which a leg stands. */
export function sideOf({ cents }: { cents: bigint }): 'debit' | 'credit' {
  return cents > 0n ? 'debit' : 'credit';
}

/** The cents of all shares together. */
export function totalOf(shares: readonly Share[]): Cents {
  return sum(shares.map((share) => share.cents));
}

/** Two lists of shares as one, without the sources that have nothing. */
export function joined(first: readonly Share[], second: readonly Share[]): Share[] {
  const both = [...first, ...second];
  return [...new Set(both.map(({ sourceId }) => sourceId))]
    .map((sourceId) => ({ sourceId, cents: totalOf(both.filter((share) => share.sourceId === sourceId)) }))
    .filter((share) => share.cents > 0n);
}

/** The same leg with its sides swapped. */
export function opposite(leg: Leg): Leg {
  return { ...leg, cents: negate(leg.cents) };
}

/**
 * Passes an entry only when it has legs, none is zero, and debit equals credit per funding source, and so over the entry
 * (domain.md §0.5); throws DomainError 'entryUnbalanced' otherwise.
 */
export function assertBalanced(legs: readonly Leg[]): void {
  if (legs.length === 0) throw new DomainError('entryUnbalanced', { detail: { legs: 0 } });
  const zeroLeg = legs.find((leg) => leg.cents === 0n);
  if (zeroLeg) throw new DomainError('entryUnbalanced', { detail: { zeroOn: zeroLeg.account.code } });
  const perSource = new Map<string, Cents>();
  for (const { sourceId, cents } of legs) {
    perSource.set(sourceId, add(perSource.get(sourceId) ?? zero, cents));
  }
  for (const [sourceId, over] of perSource) {
    if (over !== 0n) throw new DomainError('entryUnbalanced', { detail: { sourceId, over } });
  }
}
