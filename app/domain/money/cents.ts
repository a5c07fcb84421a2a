import { DomainError } from '../errors';

declare const brand: unique symbol;

/** An amount in whole euro cents; a bigint of its own, so that a bare number can never pass for money. */
export type Cents = bigint & { readonly [brand]: 'Cents' };

/** Largest amount a form takes, in cents: € 100 billion, far inside PostgreSQL's bigint. */
export const maxCents = cents(10n ** 13n);

export const zero = cents(0n);

/** A whole number of cents; throws RangeError for a fraction or a number too large to be exact. */
export function cents(amount: bigint | number): Cents {
  if (typeof amount === 'number' && !Number.isSafeInteger(amount)) {
    throw new RangeError(`not a whole number of cents: ${amount}`);
  }
  return BigInt(amount) as Cents;
}

export function add(a: Cents, b: Cents): Cents {
  return cents(a + b);
}

export function subtract(a: Cents, b: Cents): Cents {
  return cents(a - b);
}

/** The total of a list; zero for an empty list. */
export function sum(amounts: Iterable<Cents>): Cents {
  let total = zero;
  for (const amount of amounts) total = add(total, amount);
  return total;
}

export function negate(amount: Cents): Cents {
  return cents(-amount);
}

export function min(a: Cents, b: Cents): Cents {
  return a < b ? a : b;
}

export function max(a: Cents, b: Cents): Cents {
  return a > b ? a : b;
}

/** Sorts smaller before larger; also for plain weights. */
export function compare(a: bigint, b: bigint): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const longestAmount = 32;
const grouped = /^(?<euros>[1-9]\d{0,2}(?:\.\d{3})+)(?:,(?<decimals>\d{1,2}|-))?$/;
const plain = /^(?<euros>\d+)(?:,(?<decimals>\d{1,2}|-)|\.(?<english>\d{1,2}))?$/;

/**
 * Reads an amount in euros as people in the Netherlands type it: '250', '250,50', '1.250', '€ 1.250,-', '1250.50'.
 * A dot before three digits groups thousands, before one or two it is a decimal point.
 * Throws DomainError 'amountInvalid' for any other text (also negative), 'amountOutOfRange' above `maxCents`.
 */
export function parseEuros(text: string): Cents {
  // The length is bounded first: turning a million digits into a bigint would hold up the server.
  if (text.length > longestAmount) throw new DomainError('amountInvalid');
  const bare = text.trim().replace(/^€\s*/, '');
  const found = (grouped.exec(bare) ?? plain.exec(bare))?.groups;
  if (!found) throw new DomainError('amountInvalid');
  const decimals = (found.decimals ?? found.english ?? '').replace('-', '').padEnd(2, '0');
  const amount = cents(BigInt(`${found.euros}`.replaceAll('.', '') + decimals));
  if (amount > maxCents) throw new DomainError('amountOutOfRange', { detail: { maximum: maxCents } });
  return amount;
}
