/** An electronic IBAN as people read it, in groups of four: 'NL91 ABNA 0417 1643 00'. */
export function showIban(iban: string): string {
  return iban.replace(/.{4}(?=.)/g, '$& ');
}

/**
 * An electronic IBAN for logs and public places: country, bank and the last four digits, 'NL.. ABNA …4300'.
 * The bank is the first four signs of the account: the bank in the Netherlands, most of it elsewhere.
 */
export function maskIban(iban: string): string {
  return `${iban.slice(0, 2)}.. ${iban.slice(4, 8)} …${iban.slice(-4)}`;
}
