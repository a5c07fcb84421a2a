import { type Cents, cents } from '../money/cents';
import { pointParts } from './round-file';

/** Nobody's budget has more digits; turning a million digits into a number would hold up the server. */
const longest = 30;
const amount = /^(?<sign>[+-]?)(?<whole>\d+)(?:[.,](?<parts>\d{0,2}))?$/;
const decimal = /^(?<sign>[+-]?)(?<whole>\d{1,9})(?:\.(?<parts>\d{0,6}))?$/;

/**
 * An amount with at most two decimals after a point or a comma, in hundredths; a thousands separator is not a number.
 * Answers what is wrong with it as a problem.
 */
export function readAmount(text: string): Cents | 'numberInvalid' | 'numberNegative' {
  const found = text.length > longest ? undefined : amount.exec(text)?.groups;
  if (!found) return 'numberInvalid';
  const hundredths = cents(BigInt(found.whole! + (found.parts ?? '').padEnd(2, '0')));
  return found.sign === '-' && hundredths > 0n ? 'numberNegative' : hundredths;
}

/** Points with at most six decimals, in whole millionths; undefined when it is no such number. */
export function readPoints(text: string): number | undefined {
  const found = decimal.exec(text)?.groups;
  if (!found) return undefined;
  const parts = Number(found.whole) * pointParts + Number((found.parts ?? '').padEnd(6, '0'));
  return found.sign === '-' ? -parts : parts;
}
