import { DomainError } from '../errors';
import { add, type Cents, cents, compare, sum } from './cents';

type Part = Readonly<{ weight: bigint; index: number; remainder: bigint }>;

/**
 * Splits an amount in cents by weight; the parts sum exactly to the whole (largest remainder).
 * Left-over cents go to the largest remainder, ties to the larger weight, then to the first in order.
 * Throws RangeError for a negative amount or weight, or when no weight is above zero.
 */
export function allocate(total: Cents, weights: readonly bigint[]): Cents[] {
  return split(total, weights, (a, b) => compare(b.weight, a.weight));
}

/** Splits as `allocate` does, but ties go to the first in order, whatever the weights. */
export function allocateInOrder(total: Cents, weights: readonly bigint[]): Cents[] {
  return split(total, weights, () => 0);
}

function split(total: Cents, weights: readonly bigint[], tie: (a: Part, b: Part) => number): Cents[] {
  const whole = weights.reduce((a, b) => a + b, 0n);
  if (total < 0n || whole <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('allocate needs an amount of zero or more and weights above zero');
  }
  const parts = weights.map((weight) => (total * weight) / whole);
  const short = total - parts.reduce((a, b) => a + b, 0n);
  const byRemainder = weights
    .map((weight, index) => ({ weight, index, remainder: (total * weight) % whole }))
    .sort((a, b) => compare(b.remainder, a.remainder) || tie(a, b));
  const lucky = new Set(byRemainder.slice(0, Number(short)).map(({ index }) => index));
  return parts.map((part, index) => cents(lucky.has(index) ? part + 1n : part));
}

/**
 * Divides a yearly amount over wijken: a fixed foot in cents for each, the rest per inhabitant, exact to the cent
 * (domain.md E8). Throws DomainError 'amountInvalid' (negative), 'footsExceedTotal' or 'noInhabitants'.
 */
export function divideYearly(total: Cents, foot: Cents, inhabitants: readonly (bigint | number)[]): Cents[] {
  if (total < 0n || foot < 0n) throw new DomainError('amountInvalid');
  const weights = inhabitants.map(BigInt);
  if (weights.every((weight) => weight === 0n)) throw new DomainError('noInhabitants');
  const feet = sum(weights.map(() => foot));
  if (feet > total) throw new DomainError('footsExceedTotal', { detail: { feet, total } });
  return allocate(cents(total - feet), weights).map((part) => add(part, foot));
}
