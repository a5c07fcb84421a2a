import { isSEPACountry, isValidIBAN } from 'ibantools';
import { DomainError } from '~/domain/errors';

/** The electronic IBAN in a text (no spaces, capitals), of any country; null where its length or check digits are wrong. */
export function ibanIn(text: string): string | null {
  const iban = text.replace(/\s/g, '').toUpperCase();
  return isValidIBAN(iban) ? iban : null;
}

/**
 * Reads an account number as people type it and gives the electronic IBAN: no spaces, capitals.
 * Throws DomainError 'ibanInvalid' (field 'iban') for a wrong number and for a country outside SEPA.
 */
export function readIban(typed: string): string {
  const iban = ibanIn(typed);
  if (!iban || !isSEPACountry(iban.slice(0, 2))) throw new DomainError('ibanInvalid', { field: 'iban' });
  return iban;
}
