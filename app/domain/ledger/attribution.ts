import { DomainError } from '../errors';
import { type Cents, cents, compare, sum } from '../money/cents';
import { type Share } from './posting';

/** A funding source in a pool: its weight and what was attributed to it so far, both in cents. */
export type Standing = Readonly<{ sourceId: string; weight: Cents; attributed: Cents }>;

/** `lack` is what the source still falls short of its part, times the whole weight, so that it is a whole number. */
type Claim = { sourceId: string; weight: bigint; lack: bigint; given: bigint };

/**
 * Splits an amount in cents over funding sources by largest deficit (domain.md §5.5), in the order given: after every
 * step each source has carried its part of all steps so far to about a cent, never more than its weight, and exactly
 * its weight when the pool is used up. Throws DomainError 'amountInvalid' (negative) or 'poolInsufficient'.
 */
export function attribute(amount: Cents, standings: readonly Standing[]): Share[] {
  if (standings.some(({ weight, attributed }) => attributed < 0n || attributed > weight)) {
    throw new RangeError('attribute: a source has more attributed than its weight, or less than nothing');
  }
  if (amount < 0n) throw new DomainError('amountInvalid');
  const whole = sum(standings.map((standing) => standing.weight));
  const soFar = sum(standings.map((standing) => standing.attributed));
  const left = cents(whole - soFar);
  if (amount > left) throw new DomainError('poolInsufficient', { detail: { amount, left } });
  const claims = standings.map((standing) => firstClaim(standing, soFar + amount, whole));
  const given = claims.reduce((total, claim) => total + claim.given, 0n);
  for (let short = amount - given; short > 0n; short -= 1n) give(mostShort(claims), 1n, whole);
  takeBack(claims, given - amount, whole);
  return claims.map((claim) => ({ sourceId: claim.sourceId, cents: cents(claim.given) }));
}

function firstClaim({ sourceId, weight, attributed }: Standing, target: bigint, whole: bigint): Claim {
  const claim = { sourceId, weight, lack: target * weight - attributed * whole, given: 0n };
  if (claim.lack > 0n) give(claim, claim.lack / whole, whole);
  return claim;
}

function give(claim: Claim, amount: bigint, whole: bigint): void {
  claim.given += amount;
  claim.lack -= amount * whole;
}

/**
 * Takes cents back, each from who then lacks least. All lacks lie within one cent, so that means one cent of everybody
 * in turn: whole rounds go at once, since a source that is far ahead of its part can leave millions to take back.
 */
function takeBack(claims: readonly Claim[], over: bigint, whole: bigint): void {
  if (over <= 0n) return;
  const holders = claims.filter((claim) => claim.given > 0n);
  const rounds = holders.reduce(
    (fewest, { given }) => (given < fewest ? given : fewest),
    over / BigInt(holders.length),
  );
  const [from, each] = rounds > 0n ? [holders, rounds] : [[leastShort(holders)], 1n];
  for (const claim of from) give(claim, -each, whole);
  takeBack(claims, over - each * BigInt(from.length), whole);
}

/** Largest lack; ties to the larger weight, then to the first in order. */
function mostShort(claims: Claim[]): Claim {
  return claims.reduce((best, claim) => (byLack(claim, best) > 0 ? claim : best));
}

/** Smallest lack; ties to the smaller weight, then to the last in order. */
function leastShort(claims: Claim[]): Claim {
  return claims.reduce((best, claim) => (byLack(claim, best) <= 0 ? claim : best));
}

function byLack(a: Claim, b: Claim): number {
  return compare(a.lack, b.lack) || compare(a.weight, b.weight);
}
