import { DomainError } from '../errors';
import { cents, type Cents, maxCents } from './cents';
import { euroInput } from './format';

const decimal = /^0{0,18}(?<euros>\d{1,13})(?:\.(?<decimals>\d{1,2})0{0,18})?$/;

/** An amount as bank files write it (ISO 20022): '1250.50', a point and always two decimals. */
export function decimalOf(amount: Cents): string {
  return euroInput(amount).replace(',', '.');
}

/**
 * Reads an amount of a bank file (ISO 20022: never a sign; some banks fill it up with zeros), exact to the cent.
 * Throws DomainError 'amountInvalid' for any other text and for parts of a cent, 'amountOutOfRange' above `maxCents`.
 */
export function parseDecimal(text: string): Cents {
  const found = decimal.exec(text)?.groups;
  if (!found) throw new DomainError('amountInvalid');
  const amount = cents(BigInt(`${found.euros}${(found.decimals ?? '').padEnd(2, '0')}`));
  if (amount > maxCents) throw new DomainError('amountOutOfRange', { detail: { maximum: maxCents } });
  return amount;
}
