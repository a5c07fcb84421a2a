import { DomainError } from '../errors';
import { allocate, divideYearly } from '../money/allocate';
import { type Cents, cents, sum } from '../money/cents';
import { listed } from '../notices';

export const divisionKeys = ['inhabitants', 'amounts', 'weights'] as const;
/**
 * By what a yearly amount is divided over wijken: a fixed foot and then inhabitants, an amount for each by hand, or weights that
 * somebody else published.
 */
export type DivisionKey = (typeof divisionKeys)[number];

/** The most that a file of weights weighs: far more than a line for every wijk of the largest gemeente. */
export const maxWeightsBytes = 1024 * 1024;

/** How many letters it takes at most to say who published weights, and of when they are. */
export const longestFrom = 120;

/** A number with four decimals as whole ten-thousandths, so that sums of them are exact. */
export type Weight = bigint;

const decimals = 4;
const whole = 10n ** BigInt(decimals);
const longest = 32;
const number = /^(?<units>\d{1,14})(?:[.,](?<rest>\d{1,4}))?$/;
/** '1.250' is 1250 to one and 1,25 to another. */
const twofold = /^[1-9]\d{0,2}\.\d{3}$/;

/** Reads a weight: '12', '12,5' or '12.5'. Throws 'numberInvalid' for anything else, also for a point before three digits. */
export function parseWeight(text: string): Weight {
  const typed = text.length > longest ? '' : text.trim();
  const found = number.exec(typed)?.groups;
  if (!found || twofold.test(typed)) throw new DomainError('numberInvalid');
  return BigInt(`${found.units}${(found.rest ?? '').padEnd(decimals, '0')}`);
}

/** A weight as `parseWeight` reads it back: '12,5'. */
export function weightText(weight: Weight): string {
  const rest = String(weight % whole)
    .padStart(decimals, '0')
    .replace(/0+$/, '');
  return `${weight / whole}${rest === '' ? '' : `,${rest}`}`;
}

/** An amount or a number of people as a weight. */
export const asWeight = (count: bigint | number): Weight => BigInt(count) * whole;

/** The amount that a wijk weighs where amounts are given by hand: its weight is its cents. */
export const amountIn = (weight: Weight): Cents => cents(weight / whole);

/** What one wijk weighs, by the last part of its address. Where amounts are given by hand, it weighs its cents. */
export type Share = Readonly<{ slug: string; weight: Weight }>;

/** Shares in one line, as they go from page to page: 'parkwijk:12,5 soesterveld:3'. */
export const sharesText = (shares: readonly Share[]): string =>
  shares.map(({ slug, weight }) => `${slug}:${weightText(weight)}`).join(' ');

/** Reads what `sharesText` wrote. Throws 'formInvalid'. */
export function parseShares(text: string): Share[] {
  return text.split(' ').map((part) => {
    const [, slug = '', weight = ''] = /^([^:]+):(\d{1,14}(?:,\d{1,4})?)$/.exec(part) ?? [];
    if (slug === '') throw new DomainError('formInvalid');
    return { slug, weight: parseWeight(weight) };
  });
}

/** By which key an amount is divided, with what that key needs. */
export type DivisionRule = Readonly<{
  by: DivisionKey;
  /** The same fixed amount for every wijk, before the rest goes by inhabitants. */
  footCents: Cents;
  /** What each wijk weighs, or gets; empty for inhabitants. */
  shares: readonly Share[];
  /** Who published the weights, and of when they are; null where there are none. */
  weightsFrom: string | null;
}>;

/** A fixed foot for every wijk, and the rest by inhabitants. */
export const byInhabitants = (footCents: Cents): DivisionRule => ({
  by: 'inhabitants',
  footCents,
  shares: [],
  weightsFrom: null,
});

/**
 * What each of these wijken weighs, in their order. Throws 'formInvalid' for a wijk that is none of them or is there twice, and
 * 'weightsMissing' with the names of those without a weight.
 */
export function weightsOf(
  wijken: readonly Readonly<{ slug: string; name: string }>[],
  shares: readonly Share[],
): Weight[] {
  const known = new Map(shares.map(({ slug, weight }) => [slug, weight]));
  const missing: string[] = [];
  const weights = wijken.map(({ slug, name }) => {
    const weight = known.get(slug);
    if (weight === undefined) missing.push(name);
    return weight ?? 0n;
  });
  if (missing.length > 0) throw new DomainError('weightsMissing', { detail: { names: listed(missing) } });
  if (shares.length > wijken.length) throw new DomainError('formInvalid');
  return weights;
}

/**
 * Divides an amount over wijken by a key, exact to the cent; left-over cents go to the largest remainder, ties to the larger
 * weight, then to the first in order. The foot counts only beside inhabitants. Throws 'amountInvalid', 'footsExceedTotal',
 * 'noInhabitants', 'weightsZero', and 'partsNotTotal' where amounts by hand are together more or less.
 */
export function divide(
  by: DivisionKey,
  { totalCents, footCents }: { totalCents: Cents; footCents: Cents },
  weights: readonly Weight[],
): Cents[] {
  if (by === 'inhabitants') return divideYearly(totalCents, footCents, weights);
  if (totalCents < 0n) throw new DomainError('amountInvalid');
  if (by === 'amounts') return byHand(totalCents, weights);
  if (weights.every((weight) => weight === 0n)) throw new DomainError('weightsZero');
  return allocate(totalCents, weights);
}

function byHand(totalCents: Cents, weights: readonly Weight[]): Cents[] {
  const parts = weights.map(amountIn);
  const given = sum(parts);
  if (given === totalCents) return parts;
  throw new DomainError('partsNotTotal', { detail: { given, total: totalCents } });
}
